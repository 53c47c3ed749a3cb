import { expect, test, vi } from "vitest";
import type { Note } from "../../../src/site/notes.ts";
import { outlineAtlas } from "../../../src/site/atlas.ts";
import type { Section } from "../../../src/site/sections.ts";
import { walkOutline } from "../../fixtures/walk-outline.ts";

vi.mock(import("../../../src/site/notes.ts"), () => ({}) as never);

const note = (id: string) =>
  ({ id, title: id, url: `/notes/${id}/`, links: [], outline: { content: id, children: [], payload: {} } }) as unknown;

function section(id: string, notes: string[]): Section {
  const parts = id ? id.split("/") : [];
  const folders = parts.map((name, at) => ({ id: parts.slice(0, at + 1).join("/"), name: name.toUpperCase() }));
  return { id, title: id, folders, notes: notes.map((name) => note(name) as Note) };
}

const rowsOf = (sections: Section[]) =>
  [...walkOutline(outlineAtlas(sections))].slice(1).map(({ node, above }) => {
    const { tag, id, href } = node.payload;
    return `${"  ".repeat(above.length - 1)}${node.content} ${tag} ${id} ${href}`;
  });

test("notes stand in their folder, and folders in the folders that hold them", () => {
  const sections = [
    section("", ["alone"]),
    section("2024/01", ["2024/01/x"]),
    section("2024/02", ["2024/02/x"]),
    section("aws", ["aws", "aws/y"]),
    section("aws/notes", ["aws/notes/x"]),
  ];
  expect(rowsOf(sections)).toEqual([
    "alone h3 note-alone /notes/alone/",
    "2024 h2 section-2024 /#2024/01",
    "  01 h2 section-2024--01 /#2024/01",
    "    2024/01/x h3 note-2024--01--x /notes/2024/01/x/",
    "  02 h2 section-2024--02 /#2024/02",
    "    2024/02/x h3 note-2024--02--x /notes/2024/02/x/",
    "AWS h2 section-aws /notes/aws/",
    "  aws h3 note-aws /notes/aws/",
    "  aws/y h3 note-aws--y /notes/aws/y/",
    "  NOTES h2 section-aws--notes /#aws/notes",
    "    aws/notes/x h3 note-aws--notes--x /notes/aws/notes/x/",
  ]);
});

test("of very many folders in a folder there are groups", () => {
  const many = Array.from({ length: 41 }, (_, at) => section(`a/${at}`, [`a/${at}/x`]));
  const [folder] = outlineAtlas(many).children;
  expect(folder?.children.map(({ content }) => content)).toEqual(["0 – 39", "40 – 40"]);
});
