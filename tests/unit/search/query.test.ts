import { describe, expect, test } from "vitest";
import { parseQuery, toPagefind } from "../../../src/search/query.ts";

describe("what Pagefind is asked", () => {
  test.each([
    ["Résumé of the boot", "resume boot"],
    ["pcr 7", "pcr 7"],
    ["ai", '"ai"'],
    ["c", '"c"'],
    ["policy ai", "policy ai"],
    ["secure b", "secure"],
    ["vitamin c pill", "vitamin pill"],
    ['"secure b"', '"secure b"'],
    ["“secure boot”", '"secure boot"'],
    ['tpm "secure boot"', "tpm secure boot"],
    ["可信计算", '"可 信 计 算"'],
  ])("%s: %s", (typed, asked) => expect(toPagefind(parseQuery(typed))).toBe(asked));
});
