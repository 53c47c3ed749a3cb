import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startDev } from "./dev-site.ts";

/** A picture of one dot. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

test("while authors write, what is wrong with one note is told on its page, and no other page is lost", async () => {
  test.setTimeout(300_000);
  const notes = await mkdtemp(join(tmpdir(), "notes-"));
  const write = (name: string, content: string | Buffer) => writeFile(join(notes, name), content);
  await write("good.md", "# Good\n\nWords.\n");
  await write("title.md", "---\ntitle: TPM: the basics\n---\n\nText.\n");
  await write("date.mdx", "---\ntitle: A date\ndraft: perhaps\n---\n\nText.\n");
  await write("dot.png", DOT);
  await write("shown.md", "# Shown\n\n![A dot](dot.png)\n");
  await write("embeds.md", "# Embeds\n\n%% not yet %%\n\n![[dot.png|20]]\n\n> [!note] Look\n> Here.\n");
  await write("moved.md", "# Moved\n\nFirst words.\n");
  await write("draft.md", "---\ndraft: true\n---\n\n# Not yet\n");
  const { address, close } = await startDev(notes);
  const read = (id: string) =>
    fetch(`${address}notes/${id}/`).then(
      async (response) => `${response.status} ${await response.text()}`,
      () => "",
    );
  const shows = (id: string, words: RegExp) => expect.poll(() => read(id), { timeout: 60_000 }).toMatch(words);
  try {
    await test.step("wrong front matter when the server starts", async () => {
      await shows("good", /^200 .*Words\./s);
      await shows("title", /^200 .*cannot be read.*quotation marks/s);
      await shows("date", /^200 .*<h1[^>]*>\s*A date.*cannot be read.*write draft: true/s);
      await write("title.md", "---\ntitle: The basics of TPM\n---\n\nText.\n");
      await shows("title", /^200 .*<h1[^>]*>\s*The basics of TPM/s);
    });
    await test.step("a draft", async () => {
      await shows("draft", /^200 .*left out of the built site/s);
      expect(await read("moved")).not.toContain("left out of the built site");
    });
    await test.step("front matter that becomes wrong", async () => {
      await write("good.md", "---\ndraft: not quite\n---\n\n# Good\n");
      await shows("good", /^200 .*cannot be read.*draft/s);
      await write("good.md", "---\ntitle: Good\n\n# Good\n");
      await shows("good", /^200 .*cannot be read.*good\.md:1 .*without an end.*add the line/s);
      await write("new.md", "---\ndraft: soon\n---\n\n# New\n");
      await shows("new", /^200 .*cannot be read.*draft/s);
    });
    await test.step("a picture that is taken away and comes back", async () => {
      await shows("shown", /^200 .*<img/s);
      await shows("embeds", /^200 .*<img[^>]*width="20".*<strong>Look<\/strong>/s);
      expect(await read("embeds")).not.toContain("not yet");
      await rename(join(notes, "dot.png"), join(notes, "spot.png"));
      await shows("embeds", /^200 .*!\[\[dot\.png\|20\]\]/s);
      await shows("shown", /^200 .*cannot be read.*shown\.md/s);
      await shows("moved", /^200 .*First words/s);
      await write("shown.md", "# Shown\n\n![A dot](spot.png)\n");
      await shows("shown", /^200 .*<img/s);
      await write("dot.png", DOT);
      await shows("embeds", /^200 .*<img[^>]*width="20"/s);
    });
    await test.step("MDX that cannot be read, and MDX whose code fails", async () => {
      await write("code.mdx", "---\ntitle: Code\n---\n\n{1 +\n");
      await shows("code", /^200 .*code\.mdx:5:1 .*close the brace/s);
      await write("code.mdx", "---\ntitle: Code\n---\n\nText.\n\n{[1].map((one) => one.of.all)}\n");
      await shows("code", /^200 .*code\.mdx:7:1 .*code that fails in \{\[1\]\.map.*reading 'all'/s);
      await write("code.mdx", '---\ntitle: Code\n---\n\nimport { x } from "./nope.js"\n\n{x}\n');
      await shows("code", /^200 .*code\.mdx:5:1 .*nope\.js/s);
      await write("code.mdx", "---\ntitle: Code\n---\n\nAnswer {40 + 2}\n");
      await shows("code", /^200 .*Answer 42/s);
    });
    await test.step("a note whose file gets another name of the same address", async () => {
      await rename(join(notes, "moved.md"), join(notes, "moved.mdx"));
      // Its old file is missed only after a while, before one that is taken away later.
      await rm(join(notes, "new.md"));
      await shows("new", /^404 /);
      await shows("moved", /^200 .*First words/s);
    });
  } finally {
    await close();
    await rm(notes, { recursive: true });
  }
});
