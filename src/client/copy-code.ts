/** Adds a button to a code block that copies its text. */
class CopyCode extends HTMLElement {
  connectedCallback() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      const code = this.parentElement?.querySelector("pre")?.textContent ?? "";
      try {
        await navigator.clipboard.writeText(code);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Press Ctrl+C";
        getSelection()?.selectAllChildren(this.parentElement?.querySelector("pre") ?? this);
      }
      setTimeout(() => {
        button.textContent = "Copy";
      }, 2000);
    });
    this.replaceChildren(button);
  }
}

customElements.define("copy-code", CopyCode);
