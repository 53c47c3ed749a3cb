import { expect, test, vi } from "vitest";
import { getTags } from "../../../src/site/tags.ts";

vi.mock(import("../../../src/site/notes.ts"), () => {
  const notes = [
    { id: "a", front: { tags: ["zones", "Éclair"] } },
    { id: "b", front: { tags: ["boot", "Zones", "Fire"] } },
    { id: "c", front: {} },
  ];
  return { getNotes: async () => notes } as never;
});

test("tags come by name, as a reader looks for them, each with its notes in their order", async () => {
  const tags = (await getTags()).map(({ name, notes }) => [name, notes.map(({ id }) => id).join(" ")]);
  expect(tags).toEqual([
    ["boot", "b"],
    ["Éclair", "a"],
    ["Fire", "b"],
    ["zones", "a b"],
  ]);
});
