import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { ContentEntryType } from "astro";
import { expect, test, vi } from "vitest";
import { parse } from "yaml";
import { type FileLoaderContext, readEarly } from "../../../src/site/early-notes.ts";
import { exportInThread, openThreads, readInThread, shareViewer, takeText } from "../../../src/site/threads.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

const NOTES = {
  "plain.md": "---\ntitle: Plain\n---\n\n## Chips\n\n- A TPM keeps [keys](shown.md)\n- and `code`\n",
  "shown.md": "---\ntitle: Shown\n---\n\n![A chip](chip.png)\n",
  "framed.md": '---\ntitle: Framed\n---\n\nA <IMG src="chip.png" alt="chip">\n',
  "code.mdx": "---\ntitle: Code\n---\n\n{1 + 1}\n",
  "draft.md": "---\ntitle: Draft\ndraft: true\n---\n\nNot yet.\n",
  "wrong.md": "---\ntitle: Wrong\n---\n\nIts fields are refused.\n",
};

function makeFolder(): string {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(NOTES)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "glossary.yaml"), "- term: TPM\n  definition: Chip that keeps keys.\n");
  return folder;
}

/** What Astro's loader of files is given, as far as reading early goes. */
function makeContext() {
  const render = vi.fn(async () => ({ html: "by Astro" }));
  const type: ContentEntryType = {
    extensions: [".md", ".mdx"],
    getEntryInfo: ({ contents }) => {
      const [, front = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(contents) ?? [];
      return { data: parse(front) as Record<string, unknown>, rawData: front, body: body.trim(), slug: "" };
    },
    getRenderFunction: async () => render,
  };
  const parseData = vi.fn(async ({ data }: { data: Record<string, unknown> }) => {
    if (data.title === "Wrong") throw new Error("refused");
    return data;
  });
  const entryTypes = new Map([".md", ".mdx"].map((ending) => [ending, type]));
  const store = new Map<string, object>();
  const config = { root: pathToFileURL(`${process.cwd()}/`), base: "/maps/" };
  return {
    context: { entryTypes, parseData, store, config } as unknown as FileLoaderContext,
    render,
    parseData,
    store,
  };
}

test("without threads, as when only types are made, Astro's loader does all", async () => {
  const { context } = makeContext();
  expect(await readEarly(context, { path: makeFolder(), own: false, patterns: ["*.{md,mdx}"] })).toBe(context);
});

test("a build reads plain notes in threads, and leaves the others to Astro's loader", async () => {
  openThreads();
  const folder = makeFolder();
  const { context, render, parseData } = makeContext();
  const given = await readEarly(context, { path: folder, own: false, patterns: ["*.{md,mdx}"] });

  const text = await takeText("plain");
  expect(text?.html).toContain('<h2 id="chips"><a');
  expect(text?.outline.children.map(({ content }) => content)).toEqual(["Chips"]);
  expect(text?.links).toMatchObject([{ to: "shown", text: "keys" }]);
  expect(text?.html).toContain('href="/maps/notes/shown/"');
  expect(text?.html).toContain('href="/maps/glossary/#tpm"');
  expect(text?.terms).toEqual(["tpm"]);
  for (const id of ["shown", "framed", "code", "draft", "wrong"]) expect(takeText(id)).toBeUndefined();

  const renderNote = async (name: keyof typeof NOTES) => {
    const type = given.entryTypes.get(name.endsWith("x") ? ".mdx" : ".md") as ContentEntryType;
    const rendered = await type.getRenderFunction?.({} as never);
    const body = NOTES[name].replace(/^---.*?---\n/s, "");
    return rendered?.({ id: name, data: {}, body, filePath: join(folder, name) });
  };
  expect(await renderNote("plain.md")).toBeUndefined();
  expect(await renderNote("shown.md")).toEqual({ html: "by Astro" });
  expect(await renderNote("framed.md")).toEqual({ html: "by Astro" });
  expect(render).toHaveBeenCalledTimes(2);

  // Fields are parsed once, and what is wrong with them is said to whoever asks.
  const calls = parseData.mock.calls.length;
  const filePath = join(folder, "wrong.md");
  await expect(given.parseData({ id: "wrong", data: { title: "Wrong" }, filePath })).rejects.toThrow("refused");
  expect(parseData).toHaveBeenCalledTimes(calls);
});

test("of notes that were renamed, or are Astro's to render now, nothing stored is kept", async () => {
  openThreads();
  const folder = makeFolder();
  const { context, store } = makeContext();
  const at = (name: string) => relative(process.cwd(), join(folder, name));
  store.set("plain", { filePath: at("plain.md") });
  store.set("shown", { filePath: at("shown.md") });
  store.set("code", { filePath: at("code.md"), deferredRender: true });
  store.set("wrong", { filePath: at("old.md") });
  await readEarly(context, { path: folder, own: false, patterns: ["*.{md,mdx}"] });
  expect([...store.keys()]).toEqual(["plain", "wrong"]);
});

test("what was rendered elsewhere is read in a thread too, and what goes wrong there is told", async () => {
  const target = { id: "code", title: "Code", path: "code.mdx", url: "/notes/code/" };
  const text = await readInThread({ target, source: { html: "<h2 id='a'>A</h2><ul><li>b</li></ul>" } });
  expect(text.outline.children[0]?.children.map(({ content }) => content)).toEqual(["b"]);
  const read = (html: string) => readInThread({ target, source: { html } });
  await expect(read("<ul><li>x".repeat(600))).rejects.toThrow("500 levels deep");
  await expect(read("<div>".repeat(1500))).rejects.toThrow("1100 levels deep");
});

test("a build's files wait for the viewer, and tell why there is none", async () => {
  const outline = { content: "A", children: [], payload: { id: "_top", tag: "h1" } };
  const context = { id: "a", title: "A", description: "", lang: "en" };
  const file = exportInThread({ source: [outline, {}, "right"], context, extensions: ["html"] });
  await shareViewer(Promise.reject(new Error("nothing to bundle")));
  await expect(file).rejects.toThrow("nothing to bundle");
});
