import { parse } from "yaml";
import type { Finding } from "./problems.ts";

/** Reads code of a language, and throws an error where it is none. */
export type CodeParser = (code: string) => unknown;

const PARSERS: Readonly<Record<string, CodeParser>> = {
  json: (code) => JSON.parse(code),
  // CloudFormation's short functions are tags that YAML need not know; silent, it would throw no errors either.
  yaml: (code) => parse(code, { logLevel: "error" }),
};

/**
 * Code of languages with a parser at hand must parse.
 * @param parsers those of languages that only other programs read
 */
export function lintCode(source: string, parsers: Readonly<Record<string, CodeParser>> = {}): Finding[] {
  const all = new Map(Object.entries({ ...PARSERS, ...parsers }));
  const blocks = source.matchAll(/^```(\w+)[^\n]*\n([\s\S]*?)^```/gm);
  return [...blocks].flatMap(({ 1: language = "", 2: code = "", index }): Finding[] => {
    try {
      all.get(language)?.(code);
      return [];
    } catch (error) {
      const line = source.slice(0, index).split("\n").length;
      const said = error instanceof Error ? error.message.split("\n")[0] : String(error);
      const found = `${language} that does not parse (${said})`;
      return [{ line, found, expected: "code that runs", mend: "mend the code" }];
    }
  });
}
