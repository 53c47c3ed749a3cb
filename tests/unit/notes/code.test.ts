import { codeToHtml, createCssVariablesTheme } from "shiki";
import { expect, test, vi } from "vitest";
import { codeTransformers } from "../../../src/notes/code.ts";

const theme = createCssVariablesTheme({ variablePrefix: "--astro-code-" });

/** What stands in a block of code, and of the block's own element only its attributes. */
async function show(lang: string, code: string, meta = "") {
  const options = { lang, theme, meta: { __raw: meta }, transformers: codeTransformers() };
  return codeToHtml(code, options as unknown as Parameters<typeof codeToHtml>[1]);
}

test("words have the colour of their kind by a class, and nothing has a style of its own", async () => {
  const html = await show("ts", 'const a = "b"; // c', 'title="Read it"');
  expect(html).toBe(
    '<pre tabindex="0" data-title="Read it"><code><span class="line"><span class="token-keyword">const</span>' +
      '<span class="token-constant"> a</span><span class="token-keyword"> =</span><span class="token-string"> "b"</span>' +
      '<span>; </span><span class="token-comment">// c</span></span></code></pre>',
  );
});

test.each([
  ["what was put in as a string", "+ new", "token-string"],
  ["what was taken out as a keyword", "- old", "token-keyword"],
])("a difference shows %s", async (_, line, kind) => {
  expect(await show("diff", line)).toContain(`<span class="${kind}">${line}</span>`);
});

test("where each word takes long, as on a busy machine, all are coloured nevertheless", async () => {
  let now = 0;
  const clock = vi.spyOn(Date, "now").mockImplementation(() => (now += 600));
  const html = await show("ts", 'const a = "b";');
  clock.mockRestore();
  expect(html).toContain('<span class="token-string"> "b"</span>');
});
