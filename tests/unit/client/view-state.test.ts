import { describe, expect, it } from "vitest";
import { shortName } from "../../../src/client/map/fold-state.ts";
import { formatState, parseState } from "../../../src/client/map/view-state.ts";

describe("the view in an address", () => {
  it("comes back as it was written", () => {
    const state = { layout: "both", branch: "abc12", center: { x: -20, y: 311, scale: 0.725 }, toggled: ["x1", "y2"] };
    expect(formatState(state)).toBe("both_abc12_-20.311.725_x1.y2");
    expect(parseState(formatState(state))).toEqual(state);
  });
  it("needs no escaping", () => {
    const text = formatState({ layout: "left", branch: "z", center: { x: 1, y: 2, scale: 1 }, toggled: ["q"] });
    expect(new URLSearchParams({ map: text }).toString()).toBe(`map=${text}`);
  });
  it("names a level, and what differs from it", () => {
    for (const [folds, level] of [
      ["*3", { levels: 3, of: "whole" }],
      ["*all", { levels: "all", of: "whole" }],
      ["**2", { levels: 2, of: "branch" }],
    ] as const) {
      const state = { layout: "", branch: "b", level, toggled: ["x1", "y2"] };
      expect(formatState(state)).toBe(`_b__${folds}.x1.y2`);
      expect(parseState(formatState(state))).toEqual(state);
      expect(parseState(`___${folds}`)).toEqual({ layout: "", branch: "", level, toggled: [] });
    }
    expect(parseState("___*x.y2")).toEqual({ layout: "", branch: "", toggled: ["y2"] });
    expect(new URLSearchParams({ map: "___*all.x1" }).toString()).toBe("map=___*all.x1");
  });
  it("leaves out what it cannot read", () => {
    expect(parseState("")).toEqual({ layout: "", branch: "", toggled: [] });
    for (const place of [
      "NaN.1.0",
      "1.2.0",
      "1.2.-500",
      "1.2",
      "1.x.500",
      "1e308.1.500",
      "1.-1e9.500",
      "99999999.1.500",
    ])
      expect(parseState(`x_y_${place}_`), place).toEqual({ layout: "x", branch: "y", toggled: [] });
  });
  it("takes three numbers for a place, and a scale that a map can have", () => {
    for (const place of ["1.2.3.4", "1.2.500.", "..500", "1.2.4", "1.2.4001", " 1.2.500"])
      expect(parseState(`_x_${place}_`), place).toEqual({ layout: "", branch: "x", toggled: [] });
    for (const [place, scale] of [
      ["1.2.5", 0.005],
      ["1.2.4000", 4],
    ] as const)
      expect(parseState(`_x_${place}_`).center, place).toEqual({ x: 1, y: 2, scale });
  });
  it("names nodes by their anchors, and short", () => {
    expect(shortName("identity--mfa")).toMatch(/^[0-9a-z]{1,7}$/);
    expect(shortName("identity--mfa")).not.toBe(shortName("identity--mfb"));
  });
});
