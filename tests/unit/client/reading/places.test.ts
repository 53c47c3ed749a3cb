import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepPlace, recallPlaces } from "../../../../src/client/reading/places.ts";

const storage = new Map<string, string>();

beforeEach(() => {
  storage.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const placeIn = (path: string, anchor = "a") => ({ path, title: path, anchor, heading: "A" });
const paths = () => recallPlaces().map(({ path }) => path);

test("of each note the latest place is kept, and of very many notes those read last", () => {
  for (let at = 0; at < 25; at += 1) keepPlace(`/${at}/`, placeIn(`/${at}/`));
  keepPlace("/20/", placeIn("/20/", "b"));
  expect(paths()).toHaveLength(20);
  expect(paths().slice(0, 3)).toEqual(["/20/", "/24/", "/23/"]);
  expect(recallPlaces()[0]?.anchor).toBe("b");
});

test("a note that was read to its end has no place, and nothing is kept for none", () => {
  keepPlace("/a/", placeIn("/a/"));
  keepPlace("/b/", placeIn("/b/"));
  keepPlace("/a/", undefined);
  expect(paths()).toEqual(["/b/"]);
  keepPlace("/b/", undefined);
  expect(storage.size).toBe(0);
});

test.each(["{}", "null", "[", '["/a/", null]', '"/a/"'])("what others wrote there, %s, is passed over", (kept) => {
  storage.set("places", kept);
  expect(paths()).toEqual([]);
  keepPlace("/a/", placeIn("/a/"));
  expect(paths()).toEqual(["/a/"]);
});
