import { expect, test } from "vitest";
import { preparePage } from "../../../src/search/prepare.ts";

test("a term and its definition are two words to the index", () => {
  const prepared = preparePage("<dl><dt>NitroTPM</dt><dd>An EC2 device</dd></dl>");
  expect(prepared.replace(/<[^>]*>/g, "")).toBe("NitroTPM An EC2 device");
});

test("only text gets the other spelling: addresses and names of elements stay", () => {
  expect(preparePage('<a href="/centre/" id="centre">centre</a>')).toBe(
    '<a href="/centre/" id="centre">centre-center</a>',
  );
});

test("letters of scripts without spaces are words of their own", () => {
  expect(preparePage("<p>安全 boot</p>").replace(/\s+/g, " ")).toBe("<p> 安 全 boot</p>");
});
