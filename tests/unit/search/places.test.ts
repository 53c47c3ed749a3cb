import { expect, test } from "vitest";
import { findPlaces, readPage } from "../../../src/search/places.ts";
import { parseQuery } from "../../../src/search/query.ts";

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
});

test("the other spelling finds a word, which is shown as it is written", () => {
  expect(find("center")).toEqual([{ anchor: "tpm", label: "TPM", excerpt: "Chip that keeps keys in data centres" }]);
});
