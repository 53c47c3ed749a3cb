import { expect, test, vi } from "vitest";
import { noteId } from "../../../src/notes/ids.ts";
import type { Note } from "../../../src/site/notes.ts";
import { folderOf, foldersTo, getSections, sectionTitle, sectionUrl } from "../../../src/site/sections.ts";

const PATHS = [
  "alone.md",
  "AWS/index.md",
  "AWS/roles.md",
  "Q&A IAM/first.md",
  "Q&A IAM/2024-01/day.md",
  "incident-response/deep/index.md",
  "incident-response/deep/plan.md",
  "aws/notes/first.md",
  "azure/index.md",
  "azure/notes/first.md",
];

const notes = PATHS.map((path): Partial<Note> => {
  const id = noteId(path);
  return { id, path, title: path, section: id.split("/").slice(0, -1).join("/"), front: {} };
});

vi.mock(import("../../../src/site/notes.ts"), () => {
  const getSiblings = (folder: string) => {
    const own = notes.filter(({ section }) => section === folder);
    return Promise.resolve(own.length > 0 ? notes.filter(({ id, section }) => [id, section].includes(folder)) : []);
  };
  const getNote = (id: string) => Promise.resolve(id === "aws" ? { front: {}, title: "Clouds" } : undefined);
  return { getNotes: () => Promise.resolve(notes), getNote, getSiblings } as never;
});

test.each([
  ["aws", "Clouds"],
  ["qa-iam", "Q&A IAM"],
  ["qa-iam/2024-01", "Q&A IAM › 2024-01"],
  ["incident-response", "Incident response"],
  ["incident-response/deep", "Incident response › Deep"],
  ["aws/notes", "Clouds › Notes"],
  ["azure", "Azure"],
  ["azure/notes", "Azure › Notes"],
  ["", ""],
])(
  "the folder at %s is called as its own note says, else by its own name, behind those it is in: %s",
  async (id, title) => {
    expect(await sectionTitle(id)).toBe(title);
  },
);

test("the folders of all notes have their names", async () => {
  const sections = await getSections();
  expect(sections.map(({ title, notes }) => [title, notes.length])).toEqual([
    ["", 1],
    ["Clouds", 2],
    ["Q&A IAM", 1],
    ["Q&A IAM › 2024-01", 1],
    ["Incident response › Deep", 2],
    ["Clouds › Notes", 1],
    ["Azure", 1],
    ["Azure › Notes", 1],
  ]);
});

test("each of the folders above one has its own name", async () => {
  expect(await foldersTo("aws/notes")).toEqual([
    { id: "aws", name: "Clouds" },
    { id: "aws/notes", name: "Notes" },
  ]);
  expect(await foldersTo("")).toEqual([]);
});

test("the note of a folder that holds only folders stands in it", async () => {
  expect(await folderOf(notes.find(({ path }) => path === "azure/index.md") as Note)).toBe("azure");
});

test("a note that stands in no folder has none", async () => {
  expect(await folderOf(notes[0] as Note)).toBe("");
});

test("a folder is found on the first page, in the atlas where that has no room for it, and nowhere without notes", () => {
  const folder = (id: string) => ({ id, title: "Folder", folders: [], notes: [] });
  const first = Array.from({ length: 12 }, (_, at) => folder(`a/${at}`));
  const sections = [...first, folder("b/c"), folder("")];
  const urls = ["a/0", "a/11", "b/c", "", "b"].map((id) => sectionUrl(id, sections));
  expect(urls).toEqual(["/#a/0", "/#a/11", "/atlas/#section-b--c", "/atlas/#_top", undefined]);
});
