import { foldToLevel } from "./folding.ts";
import type { MapView } from "./map-view.ts";
import { say } from "./say.ts";

const LIST = 'select[data-map="level"]';

/** Lets the reader choose how many levels are shown; a level that is already chosen is. */
export function connectLevels(view: MapView, host: HTMLElement): void {
  const level = host.querySelector<HTMLSelectElement>(LIST);
  if (!level) return;
  nameLevels(level);
  let underWay = 0;
  const choose = async () => {
    if (!level.value) return;
    underWay += 1;
    try {
      await foldToLevel(view, level.value === "all" ? "all" : Number(level.value));
    } finally {
      underWay -= 1;
    }
  };
  level.addEventListener("change", () => void choose());
  let shown = 0;
  // Folded otherwise since, the map is at no level any more; laid out otherwise, it still is.
  view.element.addEventListener("map:render", () => {
    const { length } = view.layout.boxes;
    if (underWay === 0 && length !== shown) level.value = "";
    shown = length;
  });
  // Chosen before there was a map to fold.
  void choose();
}

/** Chooses a level in the bar, which shows it then, and says so, which the bar does only to those who are in it. */
export function pressLevel(host: HTMLElement, level: number): void {
  const list = host.querySelector<HTMLSelectElement>(LIST);
  if (!list) return;
  list.value = String(level);
  say(host, `${list.selectedOptions[0]?.text}.`);
  list.dispatchEvent(new Event("change"));
}

/** A choice that was made is read without the list's name: as the page has them, they are bare numbers. */
function nameLevels({ options }: HTMLSelectElement) {
  for (const option of options) {
    const { value } = option;
    if (!value) continue;
    option.text += value === "1" ? " level" : " levels";
    // What has none is known by its text.
    option.value = value;
  }
}
