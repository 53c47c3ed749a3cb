import { describe, expect, test } from "vitest";
import { doubleSpellings, respell, singleSpellings } from "../../../src/search/spelling.ts";

describe("British and American spellings", () => {
  test.each([
    ["virtualisation", "virtualization"],
    ["authorised", "authorized"],
    ["organisational", "organizational"],
    ["analyse", "analyze"],
    ["behaviour", "behavior"],
    ["centres", "centers"],
    ["defence", "defense"],
    ["catalogue", "catalog"],
    ["programme", "program"],
    ["labelled", "labeled"],
    ["licence", "license"],
    ["dialogue", "dialog"],
    ["armour", "armor"],
    ["paralysing", "paralyzing"],
    ["catalyse", "catalyze"],
  ])("%s and %s are each other", (british, american) => {
    expect(respell(british)).toBe(american);
    expect(respell(american)).toBe(british);
    expect(doubleSpellings(british)).toBe(`${british}-${american}`);
    expect(doubleSpellings(american.toUpperCase())).toBe(`${american.toUpperCase()}-${british}`);
  });

  test.each([
    "enterprise",
    "otherwise",
    "premises",
    "promise",
    "resize",
    "size",
    "water",
    "sensor",
    "boot",
    "programmer",
    "models",
    "literal",
    "dialogic",
  ])("%s is spelt alike", (word) => expect(respell(word)).toBeUndefined());

  test("what is added for the index is taken away for showing, and nothing else is", () => {
    const text = "Self-organised data centres; a catalogue of well-known Centre-Center words.";
    expect(doubleSpellings("Organised data centres")).toBe("Organised-organized data centres-centers");
    expect(singleSpellings(doubleSpellings(text))).toBe(text);
  });
});
