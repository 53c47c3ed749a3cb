import { afterEach, expect, test, vi } from "vitest";
import type { Note } from "../../../src/site/notes.ts";

const { listeners, made } = vi.hoisted(() => ({
  listeners: [] as ((note: Note) => void)[],
  made: [] as (string | undefined)[],
}));

vi.mock("astro:config/server", () => ({ outDir: new URL("file:///dist/") }));
vi.mock(import("../../../src/notes/twin.ts"), () => ({ writeTwin: () => "" }));
vi.mock(import("../../../src/site/threads.ts"), () => {
  const exportInThread = async ({ folder }: { folder?: string }) => {
    made.push(folder);
    return { bytes: [], pictures: [], bodies: [], width: 0, height: 0 };
  };
  return { exportInThread } as never;
});
vi.mock(import("../../../src/site/notes.ts"), () => {
  const note = (id: string) => ({ id, url: `/notes/${id}/`, front: {}, links: [], html: "", source: "" });
  const notes = ["a", "b"].map(note) as unknown as Note[];
  const getNotes = async () => {
    for (const each of notes) for (const listener of listeners) listener(each);
    return notes;
  };
  return { getNotes, onNoteRead: (listener: (note: Note) => void) => listeners.push(listener) } as never;
});

afterEach(() => vi.unstubAllEnvs());

test("who asks a build for the notes' routes has their files made once, as soon as each is read", async () => {
  vi.stubEnv("DEV", false);
  vi.stubEnv("SITE", "https://example.org");
  const { noteRoutes } = await import("../../../src/site/note-routes.ts");
  expect(listeners).toEqual([]);
  expect((await noteRoutes()).map(({ params }) => params.id)).toEqual(["a", "b"]);
  await noteRoutes();
  expect(listeners).toHaveLength(1);
  expect(made).toEqual(["file:///dist/notes/a/", "file:///dist/notes/b/"]);
});
