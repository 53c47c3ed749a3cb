import { readdirSync, readFileSync } from "node:fs";
import { mdxToMdast } from "satteri";
import { expect, test } from "vitest";
import { attributeOf, checkComponent, PROPERTIES } from "../../../src/notes/check-components.ts";
import type { MarkupNode } from "../../../src/notes/markup.ts";

const component = (source: string) => (mdxToMdast(source) as MarkupNode).children?.[0] as MarkupNode;

test.each([
  ['date="2015"', "2015"],
  ["date={2015}", "2015"],
  ['date={ "2015-03" }', "2015-03"],
  ["date={'2015'}", "2015"],
  ["date={year}", true],
  ["date={2000 + 15}", true],
  ["{...all}", true],
  ["date", ""],
  ["", undefined],
])("of an attribute %s the text is %s", (attributes, text) => {
  expect(attributeOf(component(`<Then ${attributes} />`), "date")).toBe(text);
});

test("a date in braces is checked as one in quotation marks", () => {
  expect(checkComponent(component("<Then date={2015} />"), [])).toBeUndefined();
  expect(checkComponent(component("<Then date={year} />"), [])).toBeUndefined();
  expect(checkComponent(component("<Then date={20155} />"), [])).toMatchObject({ found: '<Then date="20155">' });
});

test.each([
  ['<Then date="2015" dat="x" />', "<Then dat>", "no property but date", "leave dat out"],
  ['<Then dat="2015" />', "<Then dat>", "no property but date", "write date"],
  ['<Now class="x" />', "<Now class>", "no property but date", "leave class out"],
  ['<PcrTable foo="1" />', "<PcrTable foo>", "no property", "leave foo out"],
  [
    '<Figure src="a.svg" alt="A" title="B" />',
    "<Figure title>",
    "no property but src, alt, caption",
    "leave title out",
  ],
])("a property that a component does not have is told: %s", (source, found, expected, mend) => {
  expect(checkComponent(component(source), ["a.svg"])).toEqual({ found, expected, mend });
});

test("what a component is given as a whole cannot be told from its text", () => {
  expect(checkComponent(component('<Then {...all} date="2015" />'), [])).toBeUndefined();
});

test("the properties are those of the components", () => {
  const folder = new URL("../../../src/components/note/", import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".astro"));
  const properties = files.map((file) => {
    const [, props = ""] = /interface Props \{(.*?)\n\}/s.exec(readFileSync(new URL(file, folder), "utf8")) ?? [];
    return [file.replace(".astro", ""), Array.from(props.matchAll(/^ {2}(\w+)\??:/gm), ([, name]) => name)] as const;
  });
  expect(new Map(properties)).toEqual(PROPERTIES);
});
