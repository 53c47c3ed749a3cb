import type { APIContext } from "astro";
import { expect, test, vi } from "vitest";
import { GET } from "../../../src/pages/rss.xml.ts";

vi.mock(import("../../../src/site/notes.ts"), () => {
  const words = (at: number) => `${at} \u0007\u000b\u000c\u001b\ufffe\uffff & <é 😀`;
  const note = { title: words(1), description: words(2), url: "/notes/a/", html: `<p>${words(3)}</p>`, front: {} };
  return { getNotes: () => Promise.resolve([note]) } as never;
});

test("what a note says is valid XML in the feed, whatever it says", async () => {
  const response = await GET({ site: new URL("https://example.org") } as APIContext);
  const feed = await response.text();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(feed).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  for (const at of [1, 2, 3]) expect(feed).toContain(`${at} ${"\ufffd".repeat(6)} `);
  expect(feed).toContain("é 😀");
});
