import { textOf } from "../../outline/walk.ts";
import { foldBranchAgain, unfoldBranch } from "./branch-unfold.ts";
import { emit } from "./events.ts";
import { pathTo, stayShown } from "./folding.ts";
import { returnToMap } from "./list-view.ts";
import { isClosed, loadAllBelow } from "./load-below.ts";
import type { MapNode, MapView } from "./map-view.ts";

/** What was last asked of each map: loading for an earlier wish may end after it. */
const wishes = new WeakMap<MapView, object>();

/**
 * Shows one branch alone, with as much of it as can be read; undefined brings the whole map back.
 * @param isEntered whether a link that was followed to get there has made a step in the history
 */
export async function focusBranch(view: MapView, node: MapNode | undefined, isEntered = false): Promise<void> {
  const wish = {};
  wishes.set(view, wish);
  if (node && isClosed(node)) await loadAllBelow(view, [node]);
  if (wishes.get(view) !== wish) return;
  foldBranchAgain(view);
  setBranch(view, node);
  emit(view.element, "map:branch", { isEntered });
  // The way back has taken its room from the window by now, and what is shown allows for it.
  emit(view.element, "map:placed");
  if (view.branch) unfoldBranch(view, view.branch);
  await view.renderData();
  await stayShown(view, "not");
  await view.fit();
}

/** Sets what is shown alone, and says so at once: the way there takes a moment, and a key may come before its end. */
export function setBranch(view: MapView, node: MapNode | undefined): void {
  // Whatever is still being loaded was wanted before.
  wishes.set(view, {});
  view.branch = node === view.whole ? undefined : node;
  view.element.toggleAttribute("data-branch", view.branch !== undefined);
}

/** Keeps the way back from a branch that is shown alone: a button for each node above it. */
export function connectBranchPath(view: MapView, host: HTMLElement): void {
  const bar = host.querySelector<HTMLElement>(".map-path");
  if (!bar) return;
  const goUp = async (node: MapNode) => {
    await focusBranch(view, node);
    // The button that was pressed is no more.
    returnToMap(view, bar);
  };
  view.element.addEventListener("map:branch", () => {
    const path = view.branch ? pathTo(view.whole, view.branch) : [];
    bar.hidden = path.length === 0;
    bar.replaceChildren(
      ...path.map((node) => {
        const step = document.createElement("span");
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = textOf(node.content);
        if (node === view.branch) button.setAttribute("aria-current", "true");
        else button.addEventListener("click", () => void goUp(node));
        step.append(button);
        return step;
      }),
    );
  });
}
