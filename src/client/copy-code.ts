/** Gives a code block its buttons: one copies its text, one wraps its long lines while it has any. */
class CopyCode extends HTMLElement {
  connectedCallback() {
    const pre = this.parentElement?.querySelector("pre");
    if (!pre) return;
    this.replaceChildren(createWrap(pre), createCopy(pre));
  }
}

function createButton(text: string, press: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "icon-button copy-button";
  button.textContent = text;
  button.addEventListener("click", () => press(button));
  return button;
}

function createWrap(pre: HTMLElement): HTMLButtonElement {
  const button = createButton("Wrap", () => {
    const isWrapped = pre.classList.toggle("wrapped");
    button.ariaPressed = String(isWrapped);
  });
  button.ariaPressed = "false";
  button.hidden = true;
  // Lines become too long, or are seen to be, when the window is turned or the text comes into sight.
  const observer = new ResizeObserver(() => {
    button.hidden = !pre.classList.contains("wrapped") && pre.scrollWidth <= pre.clientWidth;
  });
  observer.observe(pre);
  return button;
}

function createCopy(pre: HTMLElement): HTMLButtonElement {
  return createButton("Copy", async (button) => {
    try {
      await navigator.clipboard.writeText(pre.textContent ?? "");
      button.textContent = "Copied";
    } catch {
      button.textContent = "Press Ctrl+C";
      getSelection()?.selectAllChildren(pre);
    }
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2000);
  });
}

/** Gives the code blocks of the page their buttons. */
export function connectCode(): void {
  customElements.define("copy-code", CopyCode);
}
