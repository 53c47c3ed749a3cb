import { expect, test } from "vitest";
import { isListed, noteOf } from "../../../src/integrations/site-map.ts";

test.each([
  ["/", "https://example.org/", true],
  ["/", "https://example.org/search/", true],
  ["/", "https://example.org/search/a/", false],
  ["/", "https://example.org/search/a/2/", false],
  ["/", "https://example.org/notes/search/a/", true],
  ["/maps/", "https://example.org/maps", false],
  ["/maps/", "https://example.org/maps/", true],
  ["/maps/", "https://example.org/maps/search/a/", false],
  ["/search/", "https://example.org/search/notes/a/", true],
])("below %s the site map lists %s: %s", (base, address, listed) => {
  expect(isListed(base, address)).toBe(listed);
});

test.each([
  ["notes/hardware/tpm/", "notes/hardware/tpm/"],
  ["notes/hardware/tpm/map/", "notes/hardware/tpm/"],
  ["notes/map/", "notes/map/"],
  ["notes/map/map/", "notes/map/"],
  ["atlas/", undefined],
  ["", undefined],
])("%s shows %s", (path, note) => {
  expect(noteOf(path)).toBe(note);
});
