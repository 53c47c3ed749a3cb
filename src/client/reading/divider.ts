import { keep, recall } from "./keep.ts";

/** Share of the text in the width of both panes, in per cent. */
const RANGE = { least: 25, most: 75, usual: 50, step: 5 };

/** Lets the reader move the border between text and map: by dragging, by arrow keys; a double click resets it. */
export function connectDivider(): void {
  const panes = document.querySelector<HTMLElement>(".note-panes");
  const map = panes?.querySelector(".note-map");
  if (!panes || !map) return;
  const divider = createDivider();
  map.prepend(divider);

  let share = RANGE.usual;
  const set = (value: number) => {
    share = Math.min(RANGE.most, Math.max(RANGE.least, Math.round(value)));
    divider.ariaValueNow = String(share);
    divider.ariaValueText = `${share} % text`;
    if (share === RANGE.usual) document.documentElement.style.removeProperty("--split");
    else document.documentElement.style.setProperty("--split", `${share / (100 - share)}fr`);
    divider.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const save = () =>
    keep("split", share === RANGE.usual ? undefined : document.documentElement.style.getPropertyValue("--split"));
  const kept = Number.parseFloat(recall("split") ?? "1") || 1;
  set((100 * kept) / (1 + kept));
  const isRightToLeft = () => getComputedStyle(panes).direction === "rtl";

  divider.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    divider.setPointerCapture(event.pointerId);
    divider.focus({ preventScroll: true });
  });
  divider.addEventListener("pointermove", ({ clientX, pointerId }) => {
    if (!divider.hasPointerCapture(pointerId)) return;
    const { left, right, width } = panes.getBoundingClientRect();
    set((100 * (isRightToLeft() ? right - clientX : clientX - left)) / width);
  });
  divider.addEventListener("pointerup", save);
  divider.addEventListener("dblclick", () => {
    set(RANGE.usual);
    save();
  });
  divider.addEventListener("keydown", (event) => {
    const value = shareAfter(event.key, share, isRightToLeft());
    // With others the browser goes back, say.
    if (value === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    set(value);
    save();
  });
}

function createDivider(): HTMLElement {
  const divider = document.createElement("div");
  divider.className = "divider";
  divider.tabIndex = 0;
  divider.role = "separator";
  divider.ariaOrientation = "vertical";
  divider.ariaLabel = "Width of the text";
  divider.ariaValueMin = String(RANGE.least);
  divider.ariaValueMax = String(RANGE.most);
  return divider;
}

/** What a key makes of the share; undefined for keys that do nothing. */
function shareAfter(key: string, share: number, isRightToLeft: boolean): number | undefined {
  const step = isRightToLeft ? -RANGE.step : RANGE.step;
  const shares: Record<string, number> = {
    ArrowRight: share + step,
    ArrowLeft: share - step,
    Home: RANGE.least,
    End: RANGE.most,
    Enter: RANGE.usual,
  };
  return shares[key];
}
