import { expect, test } from "vitest";
import { parseHtml, serializeHtml } from "../../../src/notes/html.ts";
import { headTables } from "../../../src/notes/table-heads.ts";

const head = "<tr><th>Port</th><th>Use</th></tr>";
const row = "<tr><th>22</th><td>SSH</td></tr>";

test.each([
  [
    "the first rows of headings",
    `${head}${head}${row}${head}`,
    `<thead>${head}${head}</thead><tbody>${row}${head}</tbody>`,
  ],
  [
    "those behind a caption",
    `<caption>C</caption>\n${head}\n${row}`,
    `<caption>C</caption>\n<thead>${head}</thead><tbody>${row}</tbody>`,
  ],
  ["all of a first part", `<tbody>${head}</tbody><tbody>${row}</tbody>`, `<thead>${head}</thead><tbody>${row}</tbody>`],
  ["not those of a table that has one", `<thead>${head}</thead><tbody>${head}${row}</tbody>`, undefined],
  ["not a heading alone", `<tbody><tr><th colspan="2">Ports</th></tr>${row}</tbody>`, undefined],
  ["not headings of rows", `<tbody><tr><th scope="row">22</th><th>SSH</th></tr>${row}</tbody>`, undefined],
  ["not all there is", `<tbody>${head}${head}</tbody>`, undefined],
])("the head of a table is %s", (_, written, expected = written) => {
  const root = parseHtml(`<table>${written}</table>`);
  headTables(root);
  expect(serializeHtml(root)).toBe(`<table>${expected}</table>`);
});
