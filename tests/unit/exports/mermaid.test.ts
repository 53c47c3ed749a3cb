import { describe, expect, it } from "vitest";
import { toMermaid } from "../../../src/exports/mermaid.ts";
import { context, mapOf, node } from "../../fixtures/export-map.ts";

describe("Mermaid", () => {
  it("escapes all that it would read as its own", () => {
    const lines = toMermaid(mapOf([node("&amp;lt; $$x$$ &quot;q&quot; #1; `c`")]), context)
      .trimEnd()
      .split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "%% A </script> note",
      "%% Source: https://example.org/note/",
      "%% Reviewed: 2026-11-25",
      "mindmap",
    ]);
    expect(lines.at(-1)).toMatch(/\["#amp;lt#59; #36;#36;x#36;#36; #quot;q#quot; #35;1#59; #96;c#96;"\]$/);
  });
  it("keeps a title of several lines in its comment, and a node without words a node", () => {
    const file = toMermaid(mapOf([node("", [node("below")])]), { ...context, title: "One\nmindmap" });
    expect(file).toMatch(/^%% One mindmap\n%% /);
    expect(file.split("\n").slice(-3)).toEqual(['  [" "]', '   ["below"]', ""]);
  });
  const lastOf = (content: string) =>
    toMermaid(mapOf([node(content)]), context)
      .trimEnd()
      .split("\n")
      .at(-1)
      ?.trim();
  it.each([
    ["__init__ of a_module", "#95;#95;init#95;#95; of a#95;module"],
    ["2*3*4 and *", "2#42;3#42;4 and #42;"],
    ["%%{init}%% at 50 %", "#37;%{init}#37;% at 50 %"],
    ["fa:fa-user, fab:x", "fa#58;fa-user, fab#58;x"],
    ["\\\\host\\share, \\d+\\.\\*, \\(x\\)", "#92;\\host\\share, \\d+#92;.#92;*, #92;(x#92;)"],
    ["one_word, 2 * 3, a: b", "one_word, 2 * 3, a: b"],
  ])("escapes marks only where they would be read as such: %s", (content, label) => {
    expect(lastOf(content)).toBe(`["${label}"]`);
  });
});

describe("a Mermaid file that Mermaid does not draw as it is set", () => {
  const long = (count: number) => toMermaid(mapOf(Array.from({ length: count }, () => node("x".repeat(90)))), context);
  it("says so, and what to do", () => {
    expect(long(600)).toContain(
      "\n%% Too long for Mermaid as it is set: draw it with a maxTextSize above 50000.\nmindmap\n",
    );
    expect(long(400)).not.toContain("maxTextSize");
  });
});
