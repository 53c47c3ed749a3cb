import { expect, test } from "vitest";
import { findPlaces, readPage } from "../../../src/search/places.ts";
import { parseQuery, partQuery } from "../../../src/search/query.ts";
import { splitHumps } from "../../../src/search/words.ts";

const glossary = readPage({
  url: "/glossary/",
  content:
    "Glossary. NitroTPM A virtual device of EC2, made by AWS for its guests. It is one of the many things that a cloud hands to its tenants and is a TPM. TPM Chip that keeps keys in data centres-centers.",
  meta: { title: "Glossary" },
  filters: {},
  anchors: [
    { element: "dt", id: "nitrotpm", text: "NitroTPM", location: 1 },
    { element: "dt", id: "tpm", text: "TPM", location: 31 },
  ],
  weighted_locations: [],
});

function find(words: string) {
  const { places } = findPlaces(
    glossary,
    glossary.words.map((_, index) => index),
    parseQuery(words),
  );
  return places.map(({ anchor, label, excerpt }) => ({
    anchor,
    label: label.map(({ text }) => text).join(""),
    excerpt: excerpt.map(({ text }) => text).join(""),
  }));
}

test("a definition is shown from its beginning, wherever the words stand in it", () => {
  const [first] = find("tenants");
  expect(first?.label).toBe("NitroTPM");
  expect(first?.excerpt).toMatch(/^A virtual device of EC2/);
  expect(find("nitrotpm")[0]?.excerpt).toMatch(/^A virtual device of EC2/);
});

test("the word itself comes before a word that only holds it", () => {
  expect(find("tpm").map(({ anchor }) => anchor)).toEqual(["tpm", "nitrotpm"]);
});

test("a mark holds the words and not the signs around them; words side by side are one", () => {
  const page = readPage({
    url: "/notes/guest/",
    content: "Guest. Encrypt, then trust the (hypervisor): measured boot, secure boot.",
    meta: { title: "Guest" },
    filters: {},
    anchors: [],
    weighted_locations: [],
  });
  const marks = (words: string) =>
    findPlaces(page, [...page.words.keys()], parseQuery(words)).places.flatMap(({ label, excerpt }) =>
      [...label, ...excerpt].filter(({ isMarked }) => isMarked).map(({ text }) => text),
    );
  expect(marks("encrypt hypervisor")).toEqual(["Encrypt", "hypervisor"]);
  expect(marks("measured boot")).toEqual(["measured boot", "boot"]);
  expect(marks("boot secure")).toEqual(["boot", "secure boot"]);
  expect(marks('"measured boot"')).toEqual(["measured boot"]);
});

test("the other spelling finds a word, which is shown as it is written", () => {
  expect(find("center")).toEqual([{ anchor: "tpm", label: "TPM", excerpt: "Chip that keeps keys in data centres" }]);
});

/** A page of one place for each text, with the ids "a", "b" and so on: headings, but for the items, which begin with a dash. */
function pageOf(...texts: readonly (readonly [head: string, text: string])[]) {
  const words = texts.map(([head, text]) => `${head} ${text}`.replace("- ", "").split(" "));
  return readPage({
    url: "/notes/page/",
    content: words.flat().join(" "),
    meta: { title: "Page" },
    filters: {},
    anchors: texts.map(([text], index) => ({
      element: text.startsWith("- ") ? "li" : "h2",
      id: "abc".charAt(index),
      text,
      location: words.slice(0, index).flat().length,
    })),
    weighted_locations: [],
  });
}

const anchorsOf = (page: ReturnType<typeof pageOf>, words: string, locations = [...page.words.keys()]) =>
  findPlaces(page, locations, parseQuery(words)).places.map(({ anchor }) => anchor);

test("a version is not the number without its dot", () => {
  const page = pageOf(["Hosts", "Up to 12 of them."], ["Versions", "TPM 1.2 and 2.0."]);
  expect(anchorsOf(page, "1.2")).toEqual(["b"]);
  expect(anchorsOf(page, "12")).toEqual(["a"]);
});

test("what was typed word by word comes first, also words that say nothing alone", () => {
  const page = pageOf(["How did it happen", "Detective."], ["- Who did what?", "CloudTrail"]);
  expect(anchorsOf(page, "who did what")[0]).toBe("b");
});

test("two signs, signs in words and quotes are found where Pagefind does not say they stand", () => {
  const page = pageOf(["Stores", "S3 and S3Control."], ["Flaws", "XSA-108 was one."]);
  expect(anchorsOf(page, "s3", [])).toEqual(["a"]);
  expect(anchorsOf(page, '"xsa-108"', [])).toEqual(["b"]);
});

test("the parts of a name are found where they stand together", () => {
  const page = pageOf(["Sealing", "Command: TPM2_PolicyPCR seals."], ["Rules", "A policy that names a PCR."]);
  const query = partQuery(parseQuery("PolicyPCR"), splitHumps);
  const places = query ? findPlaces(page, [...page.words.keys()], query).places : [];
  expect(places.map(({ anchor }) => anchor)).toEqual(["a"]);
});

test("a heading that answers is told by the text below it from its beginning", () => {
  const text = `A small processor with memory. ${"It waits. ".repeat(20)} Somebody else sends the TPM what it keeps.`;
  const page = pageOf(["What a TPM is", text.replace(/\s+/g, " ")]);
  const [place] = findPlaces(page, [...page.words.keys()], parseQuery("what is a TPM?")).places;
  expect(place?.excerpt.map((piece) => piece.text).join("")).toMatch(/^A small processor/);
});

/** So many words, numbered from one on. */
const count = (length: number, from = 1) => Array.from({ length }, (_, at) => `w${from + at}`).join(" ");

test.each([
  ["from the text's beginning, where it is near", `${count(10)} boot`, `${count(10)} boot`],
  ["no longer than is read at a glance", `boot ${count(30)}`, `boot ${count(25)}\u00a0…`],
  ["from some words before it", `${count(20)} boot end`, `… ${count(8, 13)} boot end`],
  ["from its sentence", `${count(12)}. ${count(5, 13)} boot`, `… ${count(5, 13)} boot`],
  ["from its sentence, fifteen words before", `One. ${count(15)} boot`, `… ${count(15)} boot`],
  ["the first of several", `${count(20)} boot ${count(30, 21)} boot`, `… ${count(8, 13)} boot ${count(17, 21)}\u00a0…`],
  [
    "not from a number with a stop in it",
    `${count(14)} 1.2 ${count(5, 15)} boot`,
    `… w13 w14 1.2 ${count(5, 15)} boot`,
  ],
  ["without the stop that Pagefind adds", "With boot. Then TPM 1.2.", "With boot. Then TPM 1.2"],
  ["not from one that begins earlier", `One. ${count(16)} boot`, `… ${count(8, 9)} boot`],
])("a word is shown with those around it, %s", (_, text, excerpt) => {
  const page = pageOf(["Head", text]);
  const [place] = findPlaces(page, [...page.words.keys()], parseQuery("boot")).places;
  expect(place?.excerpt.map((piece) => piece.text).join("")).toBe(excerpt);
});

test("of a heading that answers in part the text is shown where it answers the rest", () => {
  const page = pageOf(["Boot", `${count(20)} (secure) end`]);
  const [place] = findPlaces(page, [...page.words.keys()], parseQuery("secure boot")).places;
  expect(place?.excerpt).toEqual([
    { text: "… ", isMarked: false },
    { text: `${count(8, 13)} (`, isMarked: false },
    { text: "secure", isMarked: true },
    { text: ") end", isMarked: false },
  ]);
});

test("a place is told with its page and what is above it, letters without blanks between them as they are written", () => {
  const anchors = [{ element: "h2", id: "a", text: "可 信 TPM", location: 2 }];
  const content = "安 全 可 信 TPM 计 算 boot 技 术";
  const page = readPage({
    url: "/notes/a/",
    content,
    meta: { title: "安 全" },
    filters: {},
    anchors,
    weighted_locations: [],
  });
  const [place] = findPlaces(page, [...page.words.keys()], parseQuery("计算")).places;
  expect(place).toMatchObject({ kind: "heading", page: "/notes/a/", anchor: "a", title: "安全" });
  expect(place?.trail).toEqual([{ id: "a", text: "可信 TPM" }]);
  expect(place?.label.map(({ text }) => text).join("")).toBe("可信 TPM");
  expect(place?.excerpt).toEqual([
    { text: "计算", isMarked: true },
    { text: " boot 技术", isMarked: false },
  ]);
  const [title] = findPlaces(page, [...page.words.keys()], parseQuery("安全")).places;
  expect(title).toMatchObject({ kind: "title", anchor: "", trail: [], excerpt: [] });
});

test("a title that answers is told by itself, and not by the text below it", () => {
  const page = readPage({ ...glossary.fragment, anchors: [] });
  const [place] = findPlaces(page, [0], parseQuery("glossary")).places;
  expect(place).toMatchObject({ kind: "title", label: [{ text: "Glossary", isMarked: true }], excerpt: [] });
});

test("a heading that answers in part is told by itself", () => {
  const page = pageOf(["Boot", "Words."]);
  const [place] = findPlaces(page, [...page.words.keys()], parseQuery("secure boot")).places;
  expect([place?.label, place?.excerpt]).toEqual([[{ text: "Boot", isMarked: true }], []]);
});

test.each([
  ['"boot"', "Booting", false],
  ['"policy pcr"', "PolicyPCR", false],
  ['"policy pcr"', "Policy PCR", true],
  ["可信计算", "可 信 计 算", true],
  ["可信计算", "可 信 的 计 算", false],
])("%s is found in “%s”: %s", (words, text, isFound) => {
  const page = pageOf(["Head", text]);
  expect(anchorsOf(page, words)).toEqual(isFound ? ["a"] : []);
});

test("initials typed in capitals are not answered by a word that begins with them", () => {
  const answer = (content: string, words: string) => {
    const page = readPage({
      url: "/",
      content,
      meta: { title: "A" },
      filters: {},
      anchors: [],
      weighted_locations: [],
    });
    const all = page.words.map((_, index) => index);
    const { places, answered } = findPlaces(page, all, parseQuery(words));
    return { found: places.length, answered: Array.from(answered, ({ text }) => text) };
  };
  expect(answer("Made by Siemens.", "SIEM")).toEqual({ found: 1, answered: [] });
  expect(answer("Made by Siemens.", "siem")).toEqual({ found: 1, answered: ["siem"] });
  for (const word of ["SIEM", "SIEMs", "a SIEM-like tool", "SIEM2"]) {
    expect(answer(word, "SIEM")).toEqual({ found: 1, answered: ["SIEM"] });
  }
  expect(answer("TPMs", "TPM").answered).toEqual(["TPM"]);
  expect(answer("Accords", "ACC").answered).toEqual([]);
  expect(answer("Siemens", "SIEMe").answered).toEqual(["SIEMe"]);
});
