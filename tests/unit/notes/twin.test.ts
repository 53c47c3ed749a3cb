import { expect, test } from "vitest";
import { type TwinNote, writeTwin } from "../../../src/notes/twin.ts";

const addresses = {
  ofNote: (id: string, anchor: string) => `https://example.org/notes/${id}/${anchor && `#${anchor}`}`,
  complete: (address: string) => new URL(address, "https://example.org/notes/a/").href,
};

function twin(source: string, note: Partial<TwinNote> = {}): string {
  return writeTwin(
    { title: "Title", path: "a.mdx", source, html: "", pictures: new Map(), front: {}, links: [], ...note },
    addresses,
  );
}

test("has the title once, whether the text brings it or not", () => {
  expect(twin("Words.\n")).toBe("# Title\n\nWords.\n");
  expect(twin("# Own\n\nWords.\n")).toBe("# Own\n\nWords.\n");
  expect(twin("# Title\n\nWords.\n\n# Second\n")).toBe("# Title\n\nWords.\n\n# Second\n");
  expect(twin("# First\n\nWords.\n\n# Second\n")).toBe("# Title\n\n# First\n\nWords.\n\n# Second\n");
});

test.each([
  ["behind imports", "a.mdx", 'import X from "./x.js";\n\n# Own\n\nWords.\n', "# Own"],
  ["behind a comment", "a.md", "<!-- aside -->\n\n# Own\n\nWords.\n", "# Own"],
  ["with a link in it", "a.md", "# Own [x](#y)\n\nWords.\n", "# Own [x](https://example.org/notes/a/#y)"],
])("the text's own title goes before the dates %s", (_, path, source, title) => {
  const front = { published: "2015" };
  expect(twin(source, { path, front })).toBe(`${title}\n\nFirst published 2015.\n\nWords.\n`);
});

test.each(["## Part\n\nWords.", "Words.\n\n# Later\n\nWords.", "> # Quoted\n\n# Own", ""])(
  "all of %j stays",
  (source) => {
    expect(twin(source)).toBe(`# Title\n${source && `\n${source}\n`}`);
  },
);

test.each([
  ["behind badges", "[![x](https://e.org/x.svg)](https://e.org/)\n\n# Title\n\nWords.\n"],
  ["however it is written", "# title {#setup}\n\nWords.\n\n# Second\n"],
])("the title that its page takes out of the text stands once %s", (_, source) => {
  expect(twin(source, { path: "a.md" }).match(/^# title/gim)).toHaveLength(1);
});

test("a heading that its page leaves in the text stays there", () => {
  const source = '<p align="center">Logo</p>\n\n# Other\n\nWords.';
  expect(twin(source, { path: "a.md" })).toBe(`# Title\n\n${source}\n`);
});

test("has dates and sources", () => {
  const sources = [
    { title: "RATS", publisher: "IETF", identifier: "RFC 9334", year: 2023, url: "https://ietf.org/" },
    { title: "Book" },
  ];
  expect(twin("Words.\n", { front: { published: "2013/2016", reviewed: "2026-11-23", sources } })).toBe(
    "# Title\n\nFirst published 2013–2016. Reviewed 23 November 2026.\n\nWords.\n\n" +
      "## Sources\n\n1. [RATS](https://ietf.org/), IETF, RFC 9334, 2023\n2. Book\n",
  );
});

test("puts components into words", () => {
  const source = `import X from "./x.js";

<Then date="2013/2016">

- One 😀
  - Two

</Then>
<Now>

Today.

</Now>

{ /* aside,
     and more */ }

{2 /* of */ + /* them */ 3}

<Then>

  - Three
  - Four

</Then>

<Figure src="x.svg" alt="Two zones." caption="Failover." />

<MyPcrTable />

<Other />
`;
  const html =
    '<div class="my-pcr-table"><table class="wide my-pcr-table"><thead><tr><th>Register</th>\n<th>Then</th></tr></thead>' +
    '<tbody><tr><th colspan="2">Firmware</th></tr><tr><th>0</th><td> a |\n  b  c\n</td></tr></tbody></table></div>' +
    '<table class="my-pcr-table"><tr><td>Another</td></tr></table>';
  expect(twin(source, { html }).replace(/\n{3,}/g, "\n\n")).toBe(`# Title

**Then (2013–2016):**

- One 😀
  - Two

**Now:**

Today.

{2 /* of */ + /* them */ 3}

**Then:**

  - Three
  - Four

> Figure: Failover. Two zones.

| Register | Then |
| - | - |
| Firmware |  |
| 0 | a \\| b c |

<Other />
`);
});

test.each([
  ["- <Then>was *slow*</Then>\n- x", "- **Then:**\n\n  was *slow*\n\n- x"],
  ["<Now>Today.</Now>", "**Now:**\n\nToday."],
  ["Boot <Then date={2015}>was *slow*</Then> and is.", "Boot **Then (2015):** was *slow* and is."],
  ["Boot <Then date='2015'>was *slow*</Then> and is.", "Boot **Then (2015):** was *slow* and is."],
])("words on the line of their component stand as it does: %j", (source, text) => {
  expect(twin(source)).toBe(`# Title\n\n${text}\n`);
});

test.each([
  ['A {"{"}b{`}`}{" "}c.', "A {b} c."],
  ["{'two *stars*'}", "two \\*stars\\*"],
  ["A {`$\x7bb}`} and {c}.", "A {`$\x7bb}`} and {c}."],
])("text in braces stands without them: %j", (source, text) => {
  expect(twin(`${source}\n`)).toBe(`# Title\n\n${text}\n`);
});

test("what no page shows is in no twin", () => {
  const source = 'A <!-- Ask Bob <a href="x.md"> --> <a href="x">b</a>.\n\n<!-- to do\n\nmore -->\n\nC.\n';
  expect(twin(source, { path: "a.md" })).toBe(
    '# Title\n\nA  <a href="https://example.org/notes/a/x">b</a>.\n\n\n\nC.\n',
  );
});

test("signs that end words or addresses in Markdown do not end them", () => {
  const sources = [{ title: "A [draft", url: "https://e.org/a_(b c" }];
  expect(twin("![a\\]b](<x)y.png>) [p](<a)b.md>)", { front: { sources } })).toBe(
    "# Title\n\n![a\\]b](<https://example.org/notes/a/x)y.png>) [p](<https://example.org/notes/a/a)b.md>)\n\n" +
      "## Sources\n\n1. [A \\[draft](<https://e.org/a_(b c>)\n",
  );
});

test("what stands in components has whole addresses, and what cannot be put into words stays", () => {
  const kept = '<Aside>\n\n{1 + 1} [[nowhere]]\n\n</Aside>\n\n<Figure src="x.svg" />\n';
  expect(twin(`<Now date="soon">\n\nSee [x](#y), [z](#z).\n\n</Now>\n\n${kept}`)).toBe(
    `# Title\n\n**Now:**\n\nSee [x](https://example.org/notes/a/#y), [z](https://example.org/notes/a/#z).\n\n\n${kept}`,
  );
});

test("a picture has the address that its page shows it by, whichever others there are", () => {
  const pictures = new Map([
    ["%C3%A9%20b.png", "/_astro/b.webp"],
    ["dot.png", "/_astro/dot.webp"],
  ]);
  const source =
    '![Icon](/icon.svg) <img src="/icon.svg"> ![B](<é b.png> "A \\"B\\"") ![None](none.png) ![Dot](dot.png)\n';
  expect(twin(source, { path: "a.md", pictures })).toBe(
    '# Title\n\n![Icon](https://example.org/icon.svg) <img src="https://example.org/icon.svg"> ' +
      '![B](https://example.org/_astro/b.webp "A \\"B\\"") ' +
      "![None](https://example.org/notes/a/none.png) ![Dot](https://example.org/_astro/dot.webp)\n",
  );
});

test.each(["../Ä%20ö.png", "../%C3%84%20%C3%B6.png", "<../Ä ö.png>"])("a picture is known as %s, too", (written) => {
  const pictures = new Map([["../%C3%84%20%C3%B6.png", "/_astro/o.webp"]]);
  expect(twin(`![O](${written})\n`, { path: "sub/a.md", pictures })).toBe(
    "# Title\n\n![O](https://example.org/_astro/o.webp)\n",
  );
});

test("has whole addresses, and links between notes as Markdown has them", () => {
  const links = [
    { to: "hardware/tpm", anchor: "kinds", text: "it’s kinds", written: "[[tpm#kinds|it’s kinds]]" },
    { to: "b", anchor: "", text: "B", written: "b.md" },
    { to: "café", anchor: "", text: "C", written: "caf%C3%A9.md" },
    { to: undefined, anchor: "", text: "nowhere", written: "[[nowhere]]" },
  ];
  const source =
    'See [[tpm#kinds|it\'s kinds]], [the *B*](b.md "b"), [C](café.md) and [[nowhere]]; [up](#x), `[[tpm#kinds|kinds]]`, <https://e.org/>.\n\n![A dot|300](dot.png)\n';
  const pictures = new Map([["dot.png", "/_astro/dot.abc.webp"]]);
  expect(twin(source, { path: "a.md", links, pictures })).toBe(
    '# Title\n\nSee [it\'s kinds](https://example.org/notes/hardware/tpm/#kinds), [the *B*](https://example.org/notes/b/ "b"), [C](https://example.org/notes/café/) and nowhere; ' +
      "[up](https://example.org/notes/a/#x), `[[tpm#kinds|kinds]]`, <https://e.org/>.\n\n![A dot](https://example.org/_astro/dot.abc.webp)\n",
  );
});

test("addresses that say themselves where they are stay, and so does a link without words", () => {
  const source = "[a](HTTPS://E.org/A) [b](h323+x:y) [c](//e.org/) [](b.md)";
  expect(twin(`${source} [d](a/b:c.md)\n\n[e\\]]: d.md\n`, { path: "a.md" })).toBe(
    `# Title\n\n${source} [d](https://example.org/notes/a/a/b:c.md)\n\n[e\\]]: https://example.org/notes/a/d.md\n`,
  );
});

test("what is no address for blanks in its scheme does not become one that runs", () => {
  expect(twin("[t](java&#9;script:alert) [u](<data&Tab;:x>)\n", {})).not.toMatch(/javascript:|data:/);
});

test("addresses that links name further down are whole, too", () => {
  const links = [{ to: "b", anchor: "c", text: "B", written: "b.md#c" }];
  const pictures = new Map([["dot.png", "/_astro/dot.webp"]]);
  const source =
    'See [B][one], [two], [three] and ![four].\n\n[one]: b.md#c "The B"\n[two]: <#x>\n[three]: https://e.org/\n[four]: dot.png\n';
  expect(twin(source, { path: "a.md", links, pictures })).toBe(
    "# Title\n\nSee [B][one], [two], [three] and ![four].\n\n" +
      '[one]: https://example.org/notes/b/#c "The B"\n[two]: https://example.org/notes/a/#x\n[three]: https://e.org/\n' +
      "[four]: https://example.org/_astro/dot.webp\n",
  );
});

test("a link between notes is one, though its page has other punctuation in it", () => {
  const links = [{ to: "b", anchor: "c--d", text: "Don’t", written: "[[Don’t – panic…#c–d]]" }];
  expect(twin("See [[Don't -- panic...#c--d]].\n", { links })).toBe(
    "# Title\n\nSee [Don’t](https://example.org/notes/b/#c--d).\n",
  );
});

test("a link whose own words are blank has those of its page", () => {
  const links = [{ to: "b", anchor: "", text: "Chip", written: "[[b| ]]" }];
  expect(twin("See [[b| ]].\n", { links })).toBe("# Title\n\nSee [Chip](https://example.org/notes/b/).\n");
});

test("of two links to one note each has its own words", () => {
  const links = [
    { to: "b", anchor: "", text: "the chip", written: "[[b|the chip]]" },
    { to: "b", anchor: "", text: "B", written: "[[b]]" },
  ];
  expect(twin("See [[b]] and [[b|the chip]].\n", { links })).toBe(
    "# Title\n\nSee [B](https://example.org/notes/b/) and [the chip](https://example.org/notes/b/).\n",
  );
});

test("addresses in HTML are whole, in Markdown and in MDX, and all else of its tags is as it is written", () => {
  const links = [{ to: "b", anchor: "x", text: "B", written: "b.md#x" }];
  const pictures = new Map([["p.png", "/_astro/p.png"]]);
  const source = `<a class="q" href='b.md#x'>B</a>, <img alt="href='b.md'" src=p.png> and <a href="it's.txt">it</a>\n`;
  const whole =
    `<a class="q" href='https://example.org/notes/b/#x'>B</a>, ` +
    `<img alt="href='b.md'" src=https://example.org/_astro/p.png> and <a href="https://example.org/notes/a/it%27s.txt">it</a>`;
  expect(twin(source, { path: "a.md", links, pictures })).toBe(`# Title\n\n${whole}\n`);
  const mdx = '<a href="b.md#x">B</a> and <img src="p.png" alt="" />\n';
  expect(twin(mdx, { path: "a.mdx", links, pictures })).toBe(
    `# Title\n\n<a href="https://example.org/notes/b/#x">B</a> and <img src="https://example.org/_astro/p.png" alt="" />\n`,
  );
});

test("the title of a note that a wikilink has for its words keeps its brackets", () => {
  const links = [{ to: "b", anchor: "", text: "B [draft]", written: "[[b]]" }];
  expect(twin("[[b]]\n", { links })).toContain("[B \\[draft\\]](https://example.org/notes/b/)");
});

test("titles, words of links, sources and tables are read as they are on the page", () => {
  const front = {
    sources: [
      { title: "The <b> tag", publisher: "A *B*", identifier: "__C__" },
      { title: "- D", url: "https://e.org/" },
      { title: "- E" },
    ],
  };
  const links = [{ to: "b", anchor: "", text: "N | __x__", written: "[[b]]" }];
  const html = '<table class="x-table"><tr><td>a_b | __c__</td></tr></table>';
  const source = '| a | b |\n|---|---|\n| [[b]] | ![p_](p.png) |\n\n<XTable />\n\n<Figure alt="<i>" />\n';
  expect(twin(source, { title: "Why __init__ matters in C #", front, links, html })).toBe(
    `# Why \\_\\_init\\_\\_ matters in C \\#

| a | b |
|---|---|
| [N \\| \\_\\_x\\_\\_](https://example.org/notes/b/) | ![p\\_](https://example.org/notes/a/p.png) |

| a_b \\| \\_\\_c\\_\\_ |
| - |

> Figure: \\<i>

## Sources

1. The \\<b> tag, A \\*B\\*, \\_\\_C\\_\\_
2. [- D](https://e.org/)
3. \\- E
`,
  );
});

test("so many links that seeking each among all would take minutes are written out", () => {
  const names = Array.from({ length: 50_000 }, (_, at) => `b${at}`);
  const links = names.flatMap((name) => [
    { to: name, anchor: "", text: "B", written: `[[${name}]]` },
    { to: name, anchor: "", text: "B", written: `${name}.md` },
  ]);
  const last = names.slice(-5000);
  const source = last.map((name) => `[[${name}]] [x](${name}.md)`).join("\n\n");
  expect(twin(source, { path: "a.md", links })).toMatch(
    /\[B\]\(https:\/\/example.org\/notes\/b49999\/\) \[x\]\(https:\/\/example.org\/notes\/b49999\/\)\n$/,
  );
});
