import { expect, test } from "vitest";
import { readTags } from "../../../src/notes/address-tags.ts";

const addresses = (html: string) => readTags(html).map(({ address }) => address);

test.each([
  ['<img alt="src=foo.png" src="b.png">', ["b.png"]],
  [`<img alt='src="foo.png"' src=b.png>`, ["b.png"]],
  ['<a title="a > b" href="x.md">', ["x.md"]],
  ["<a title='a > b' href='x.md'>x</a> <IMG SRC = c.png>", ["x.md", "c.png"]],
  ['<img data-src="a.png" src="b.png" src="c.png"/>', ["b.png"]],
  ['<a title=it\'s href="x.md">', ["x.md"]],
  ["<a href>x</a><a>y</a><abbr href='x'>", []],
  ['<a href="x.md"', []],
  ['<img src={"a.png"} alt="b" />', []],
  ['<!-- <img src="a.png"> --><img\nsrc="b.png"\n>', ["b.png"]],
])("the addresses in %s", (html, expected) => expect(addresses(html)).toEqual(expected));

test("a tag is known by its place, and its address by its own", () => {
  const html = '<b>x</b> <a title="a > b"\n href="x.md">x</a>';
  const [found] = readTags(html);
  expect(found).toMatchObject({ name: "a", tag: '<a title="a > b" href="x.md">', offset: 9 });
  expect(html.slice(...(found?.range ?? []))).toBe("x.md");
});

test("so many tags without an end that reading on from each would take minutes are read in one go", () => {
  expect(addresses('<a href="x.md" '.repeat(100_000))).toEqual([]);
});
