import type { APIContext } from "astro";
import { expect, test, vi } from "vitest";
import { GET } from "../../../src/pages/search/vocabulary.json.ts";

vi.mock(import("../../../src/site/notes.ts"), () => {
  const note = { title: "The <iframe> element & <b", html: '<p class="lead">Words &amp; more</p>' };
  return { getNotes: () => Promise.resolve([note]) } as never;
});
vi.mock(import("../../../src/site/glossary.ts"), () => ({ getTerms: () => Promise.resolve([]) }) as never);

test("a word that looks like a tag in a title is one, as the page shows it", async () => {
  const response = await GET({} as APIContext);
  expect(await response.json()).toEqual({ words: "element iframe more the words", terms: [] });
});
