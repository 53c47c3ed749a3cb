import { spawnSync } from "node:child_process";
import { linkSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { runMap } from "../../../src/cli/run-map.ts";
import { FORMATS } from "../../../src/exports/formats.ts";
import type { MapFile } from "../../../src/exports/json.ts";
import { canCheck } from "../../programs.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

const EXTENSIONS = FORMATS.map(({ extension }) => extension);

const program = join(import.meta.dirname, "../../../src/cli/map.ts");
const folder = temporaryFolder();
const note = join(folder, "note.md");
writeFileSync(
  note,
  "---\ntitle: A note\n---\n\n## One *two*\n\n- three\n  - four\n\n| a | b |\n|---|---|\n| c | d |\n",
);

/** Starts the program itself, which takes a second: for what only a program has. */
function start(args: string[], input = "") {
  return spawnSync(process.execPath, [program, ...args], { input, encoding: "utf8" });
}

/** The same without starting it. */
async function run(args: string[], input = "") {
  const written: (string | Uint8Array)[] = [];
  const told: unknown[] = [];
  const spies = (["error", "warn"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((line) => void told.push(line)),
  );
  const status = await runMap(args, { read: () => Buffer.from(input), write: (output) => void written.push(output) });
  for (const spy of spies) spy.mockRestore();
  const stdout = Buffer.concat(written.map((part) => Buffer.from(part))).toString();
  return { status, stdout, stderr: told.map((line) => `${String(line)}\n`).join("") };
}

test.each(EXTENSIONS)("writes %s, the same bytes each time", async (extension) => {
  const [first, second] = ["first", "second"].map((name) => join(folder, `${name}.${extension}`)) as [string, string];
  expect(start([note, "-o", first])).toMatchObject({ status: 0, stdout: "", stderr: "" });
  expect(await run([note, "-o", second])).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(readFileSync(first).length).toBeGreaterThan(50);
  expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
});

test("reads the standard input and writes the standard output", () => {
  const { stdout, stderr, status } = start(["-", "--format", "md"], "# Title\n\n- item\n");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("# Title\n\n- item");
});

test("ends with an error where there is nothing to write, and tells it on the standard error", () => {
  const path = join(folder, "missing.md");
  const { stdout, stderr, status } = start([path]);
  expect({ stdout, stderr, status }).toEqual({ stdout: "", stderr: `There is no file ${path}.\n`, status: 1 });
});

test("a rule behind the front matter begins no other", async () => {
  const { stdout } = await run(["-", "-f", "md"], "---\ntitle: T\n---\n\n---\n\n## One\n\n---\n\n## Two\n");
  expect(stdout).toContain("# T\n\n- One\n- Two\n");
});

test("a wikilink is its words, and code is named by its title", async () => {
  const { stdout } = await run(
    ["-", "-f", "md"],
    '# T\n\n- See [[a/b#c|that]] and [[e]]\n\n```js title="Sum"\n1 + 1\n```\n',
  );
  expect(stdout).toContain("- See that and e");
  expect(stdout).toContain("`Sum`");
});

test.each([
  ["indented code that opens the text", "---\ntitle: T\n---\n\n    ls -l\n\n- a\n", "# T\n\n- `ls -l`\n- a\n"],
  ["a title behind empty front matter and an empty line", "\n---\n---\n# T\n\n- a\n", "# T\n\n- a\n"],
])("the map shows %s", async (_, source, map) => {
  expect((await run(["-", "-f", "md"], source)).stdout).toBe(map);
});

test("a folder that is not there is told", async () => {
  const { stderr, status } = await run([note, "-o", join(folder, "nowhere", "map.svg")]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^There is no folder .*nowhere that .*map\.svg could be written to\.\n$/);
});

test.each([
  ["a folder", folder],
  ["nothing", ""],
])("%s in the place of a file is told", async (_, output) => {
  const { stderr, status } = await run([note, "-f", "svg", "-o", output]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^.+ is a folder → name a file, as in -o map\.svg\.\n$/);
});

test("what is no text in UTF-8 is told", async () => {
  const path = join(folder, "latin.md");
  writeFileSync(path, Buffer.from("# Caf\xe9\n", "latin1"));
  const { stderr, status } = await run([path, "-f", "md"]);
  expect(status).toBe(1);
  expect(stderr).toContain("latin.md:1  found the byte 0xE9");
});

test.each([250, 600, 900])("a list of %d levels is told with its line and mend", async (levels) => {
  const path = join(folder, "deep.md");
  writeFileSync(path, Array.from({ length: levels }, (_, level) => `${"  ".repeat(level)}- item\r\n`).join(""));
  const { stderr, status } = await run([path]);
  expect(status).toBe(1);
  expect(stderr).toContain(
    "deep.md:201  found a list more than 200 levels deep, expected at most 200 levels → break the list up",
  );
});

test("HTML too deep is told with its file, and where even the stack runs out, with a trace", () => {
  const path = join(folder, "deep-html.md");
  writeFileSync(path, "<ul><li>x".repeat(550));
  const told = start([path]);
  expect(told.stderr).toMatch(/^\S*deep-html\.md: The outline is more than 500 levels deep at “x”.*\n$/);
  expect(start(["-"], "<div>".repeat(1200)).stderr).toMatch(/^-: Its HTML is nested more than 1100 levels deep: .*\n$/);
  const { stderr, status } = start(["-"], "<div>".repeat(30_000));
  expect(status).toBe(1);
  expect(stderr).toMatch(/^RangeError: Maximum call stack size exceeded\n +at /m);
});

test.each([
  [[join(folder, "missing.md")], "There is no file"],
  [[note, "--format", "gif"], 'There is no format "gif"'],
  [[note, "--layout", "circle"], 'There is no layout "circle"'],
  [["note.mdx"], "only the site can render"],
  [[note, "other.md"], "There is a second file, other.md"],
  [[note, "--url", "foo"], "--url foo is no address"],
])("says in one sentence what is wrong with %j", async (args, sentence) => {
  const { status, stderr } = await run(args);
  expect(status).toBe(1);
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("a note is not overwritten by its map, by whichever name it is called", async () => {
  const own = join(folder, "own.md");
  writeFileSync(own, "# Own\n\n- item\n");
  symlinkSync(own, join(folder, "own-link.md"));
  linkSync(own, join(folder, "own-too.md"));
  for (const output of [
    own,
    join(folder, ".", "x", "..", "own.md"),
    join(folder, "own-link.md"),
    join(folder, "own-too.md"),
  ]) {
    const { status, stderr } = await run([own, "-o", output]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `${output} is the note itself: name another file for the map.\n`,
    });
  }
  expect(readFileSync(own, "utf8")).toBe("# Own\n\n- item\n");
});

const HOSTILE = [
  "<script>alert(1)</script>",
  "]]> --> */",
  "& &amp; &#0; \u0000\u0008",
  "\"quotes\" and 'quotes'",
  "\u202egnirts\u202c and \u2066isolate\u2069",
  "x".repeat(10_000),
  "`code` **bold** [link](javascript:alert(1))",
];

test.each(EXTENSIONS)("makes %s of hostile labels that runs nothing", async (extension) => {
  const file = join(folder, `hostile.${extension}`);
  const source = `# ${HOSTILE[0]}\n\n${HOSTILE.map((label) => `- ${label}`).join("\n")}\n`;
  expect(await run(["-", "-o", file], source)).toMatchObject({ status: 0, stderr: "" });
  const text = readFileSync(file, "latin1");
  if (/(?:svg|opml|mm)$/.test(extension)) {
    expect(text).not.toMatch(/<script|javascript:/i);
    if (canCheck(`that hostile labels make valid XML of ${extension}`, "xmllint")) {
      const { status, stderr } = spawnSync("xmllint", ["--noout", "--huge", file], { encoding: "utf8" });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    }
  }
  if (["json", "canvas"].includes(extension)) expect(() => JSON.parse(readFileSync(file, "utf8"))).not.toThrow();
});

test("addresses that are none stay as they are written", async () => {
  const source = "# A\n\n- Open http://example.org:port/x in a browser\n- [z](http://localhost:99999/)\n";
  for (const extension of EXTENSIONS) {
    const file = join(folder, `ports.${extension}`);
    expect(await run(["-", "-o", file], source)).toMatchObject({ status: 0, stderr: "" });
  }
  expect(readFileSync(join(folder, "ports.md"), "utf8")).toContain("(<http://localhost:99999/>)");
});

test.each(EXTENSIONS)("nothing in %s leads to a page that there is not", async (extension) => {
  const file = join(folder, `nowhere.${extension}`);
  const source = "# A note\n\n- [other](other.md)\n- [far](https://far.example/)\n- words\n";
  expect(await run(["-", "-o", file], source)).toMatchObject({ status: 0, stderr: "" });
  const text = readFileSync(file, "latin1");
  expect(text).not.toMatch(/example\.org|undefined/);
  if (extension === "svg") {
    const links = [...text.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual(["other.md", "https://far.example/"]);
  }
});

test.each([
  ["lang: ar", '<html lang="ar" dir="rtl">', "rtl"],
  ["dir: rtl", '<html lang="en" dir="rtl">', "rtl"],
  ["lang: de", '<html lang="de">', undefined],
])("a file of a note with %s has the direction of its script", async (field, root, dir) => {
  const source = `---\n${field}\n---\n\n# T\n\n- a\n`;
  expect((await run(["-", "-f", "html"], source)).stdout).toContain(root);
  expect(JSON.parse((await run(["-", "-f", "json"], source)).stdout).context.dir).toBe(dir);
});

test("nodes lead to the page that --url names", async () => {
  const { stdout } = await run([note, "--url", "https://site.example/note/"]);
  expect(stdout).toContain('<a href="https://site.example/note/#one-two"');
  expect(stdout).toContain("Source: https://site.example/note/");
});

/** A PNG of one red pixel. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==";

test("a small picture stands in the map with its words; a large or foreign one is its words", async () => {
  writeFileSync(join(folder, "small.png"), Buffer.from(PIXEL, "base64"));
  writeFileSync(join(folder, "large.png"), Buffer.concat([Buffer.from(PIXEL, "base64"), Buffer.alloc(20_000)]));
  const pictured = join(folder, "pictured.md");
  writeFileSync(pictured, "- ![Red](small.png)\n- ![Large](large.png)\n- ![Outside](../small.png)\n");
  const { stdout } = await run([pictured]);
  expect([...stdout.matchAll(/<image [^>]*href="([^"]{30})/g)].map(([, data]) => data)).toEqual([
    "data:image/png;base64,iVBORw0K",
  ]);
  for (const words of ["Red", "Large", "Outside"]) expect(stdout).toContain(`>${words}<`);
});

test.each([
  ["![Cut](<cut é.png>)", "![Cut](cut é.png)"],
  ["![[cut é.png]]", "![cut é](cut é.png)"],
  ["![Cut][c]\n\n[c]: cut%20é.png", "cut é.png", 4],
  ['<img src="cut é.png" alt="">', "cut é.png"],
])("a picture that was cut off is told with its place and mend: %s", async (written, shown, line = 2) => {
  writeFileSync(join(folder, "cut é.png"), Buffer.from(PIXEL, "base64").subarray(0, 50));
  const pictured = join(folder, "cut.md");
  writeFileSync(pictured, `---\ntitle: T\n---\n\n- \`cut é.png\` and [cut](<cut é.png>)\n${written}\n`);
  const { status, stderr } = await run([pictured, "-f", "md"]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^1 problem in 1 file:\n\n.*\n$/);
  expect(stderr).toContain(`cut.md:${4 + line}:`);
  expect(stderr).toContain(
    `found ${shown}, a file that is no picture, expected a picture in the notes' folder → put a picture there, or mend the name`,
  );
});

test("a picture is as large as its words say", async () => {
  writeFileSync(join(folder, "sized.png"), Buffer.from(PIXEL, "base64"));
  const sized = join(folder, "sized.md");
  writeFileSync(sized, "- ![Red|30](sized.png)\n- ![Red|40x20](sized.png)\n- ![Red](sized.png)\n");
  const { root } = JSON.parse((await run([sized, "-f", "json"])).stdout) as MapFile;
  const images = root.children.map(({ payload }) => [payload.image?.width, payload.image?.height]);
  expect(images).toEqual([
    [30, 30],
    [40, 20],
    [1, 1],
  ]);
});

test("paths are those of the folder that npm was run in", () => {
  const env = { ...process.env, INIT_CWD: folder, npm_lifecycle_event: "map" };
  const { stderr, status } = spawnSync(process.execPath, [program, "note.md", "-o", "beside.SVG"], { env });
  expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: "" });
  expect(readFileSync(join(folder, "beside.SVG"), "utf8")).toContain("<svg");
});

test("takes the longest ending for the format", async () => {
  const file = join(folder, "choice.outlines.svg");
  expect(await run([note, "-o", file])).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(file, "utf8")).toContain("<use ");
  expect(await run([note, "-o", join(folder, "dots.in.name.svg")])).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(join(folder, "dots.in.name.svg"), "utf8")).not.toContain("<use ");
});
