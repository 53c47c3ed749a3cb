import { parseAllDocuments } from "yaml";
import { blankFrontMatter } from "./front-matter.ts";
import type { MarkupNode } from "./markup.ts";
import { parseNote } from "./parse-markdown.ts";
import type { Finding } from "./problems.ts";

/** Reads code of a language, and throws an error where it is none. */
export type CodeParser = (code: string) => unknown;

const PARSERS: Readonly<Record<string, CodeParser>> = {
  json: (code) => JSON.parse(code),
  // CloudFormation's short functions are tags that YAML need not know, of which the parser only warns.
  yaml: (code) => {
    const [error] = [parseAllDocuments(code)].flat().flatMap(({ errors }) => errors);
    if (error) throw error;
  },
};

/** Languages by their other names. */
const OTHER_NAMES = new Map([
  ["yml", "yaml"],
  ["bash", "sh"],
]);

/**
 * Code of languages with a parser at hand must parse, wherever in a note it stands.
 * @param path of the note's file
 * @param parsers those of languages that only other programs read
 */
export function lintCode(source: string, path: string, parsers: Readonly<Record<string, CodeParser>> = {}): Finding[] {
  const all = new Map(Object.entries({ ...PARSERS, ...parsers }));
  return findCode(parseNote(blankFrontMatter(source), path)).flatMap(({ lang, value, position }): Finding[] => {
    try {
      const language = (lang ?? "").toLowerCase();
      all.get(OTHER_NAMES.get(language) ?? language)?.(String(value));
      return [];
    } catch (error) {
      const said = error instanceof Error ? error.message.split("\n")[0] : String(error);
      const found = `${lang} that does not parse (${said})`;
      return [{ line: position?.start.line ?? 1, found, expected: "code that runs", mend: "mend the code" }];
    }
  });
}

function findCode(node: MarkupNode): MarkupNode[] {
  return node.type === "code" ? [node] : (node.children ?? []).flatMap(findCode);
}
