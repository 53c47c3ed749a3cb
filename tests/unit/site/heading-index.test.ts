import { expect, test, vi } from "vitest";
import { getIndex } from "../../../src/site/heading-index.ts";

vi.mock(import("../../../src/site/notes.ts"), () => {
  const note = (title: string, ...headings: string[]) => ({
    title,
    url: `/notes/${title}/`,
    headings: headings.map((text) => ({ id: "x", text })),
  });
  return { getNotes: async () => [note("TPM", "Part 10", "2. Limits"), note("Boot", "Part 2", "Limits")] } as never;
});
vi.mock(import("../../../src/site/glossary.ts"), () => {
  return { getTerms: async () => [{ id: "limits", term: "limits", expansion: "rules of use" }] } as never;
});

test("entries stand by their words, those of the same by where they are", async () => {
  const index = (await getIndex()).map(({ letter, entries }) => [
    letter,
    ...entries.map(({ text, where }) => [text, where].filter(Boolean).join(" in ")),
  ]);
  expect(index).toEqual([
    ["B", "Boot"],
    ["L", "Limits in Boot", "Limits in Glossary", "2. Limits in TPM"],
    ["P", "Part 2 in Boot", "Part 10 in TPM"],
    ["R", "Rules of use in Glossary"],
    ["T", "TPM"],
  ]);
});

test("entries lead to the note, the heading or the term", async () => {
  const entries = (await getIndex()).flatMap((letter) => letter.entries);
  const hrefOf = (text: string) => entries.find((entry) => entry.text === text)?.href;
  expect(["Boot", "Part 2", "Rules of use"].map(hrefOf)).toEqual([
    "/notes/Boot/",
    "/notes/Boot/#x",
    "/glossary/#limits",
  ]);
});
