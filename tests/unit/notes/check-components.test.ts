import { mdxToMdast } from "satteri";
import { expect, test } from "vitest";
import { attributeOf, checkComponent } from "../../../src/notes/check-components.ts";
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
