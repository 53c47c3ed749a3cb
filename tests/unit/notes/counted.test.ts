import { expect, test } from "vitest";
import { counted, nounOf } from "../../../src/notes/counted.ts";

test("one is named as one, none and several as several", () => {
  expect([0, 1, 2].map((count) => counted(count, "node"))).toEqual(["0 nodes", "1 node", "2 nodes"]);
  expect([0, 1, 2].map((count) => nounOf(count, "more note"))).toEqual(["more notes", "more note", "more notes"]);
});
