import { expect, test } from "vitest";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { groupMany } from "../../../src/site/atlas-groups.ts";
import { walkOutline } from "../../fixtures/walk-outline.ts";

const notes = (count: number): OutlineNode[] =>
  Array.from({ length: count }, (_, at) => ({
    content: `Part ${at} – and more`,
    children: [],
    payload: { id: `note-${at}`, tag: "h3", href: `/notes/${at}/` },
  }));

test("as many notes as a reader takes in at a glance stay as they are", () => {
  expect(groupMany(notes(40))).toEqual(notes(40));
});

test("more are put into groups that are named by whole titles, and lead where their first note does", () => {
  const groups = groupMany(notes(41));
  expect(groups.map(({ content }) => content)).toEqual([
    "Part 0 – and more – Part 39 – and more",
    "Part 40 – and more – Part 40 – and more",
  ]);
  expect(groups[1]?.payload).toEqual({ id: "group-1-note-40", tag: "h2", href: "/notes/40/" });
});

test("groups of groups are named by the notes in them; none has too many children, and no note is lost", () => {
  const groups = groupMany(notes(1700));
  expect(groups.map(({ content, payload }) => [content, payload.id])).toEqual([
    ["Part 0 – and more – Part 1599 – and more", "group-2-group-1-note-0"],
    ["Part 1600 – and more – Part 1699 – and more", "group-2-group-1-note-1600"],
  ]);
  const nodes = groups.flatMap((group) => [...walkOutline(group)].map(({ node }) => node));
  expect(Math.max(...nodes.map(({ children }) => children.length))).toBe(40);
  expect(nodes.filter(({ payload }) => payload.tag === "h3")).toEqual(notes(1700));
});
