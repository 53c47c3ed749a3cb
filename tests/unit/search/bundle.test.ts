import { expect, test, vi } from "vitest";
import { createBundle } from "../../../src/search/bundle.ts";

const { createIndex } = vi.hoisted(() => ({ createIndex: vi.fn() }));
vi.mock(import("pagefind"), () => ({ createIndex, close: async () => null }) as never);

async function* pagesIn(...languages: string[]) {
  for (const lang of languages) yield { url: "/", html: `<html lang="${lang}"><main data-pagefind-body>` };
  yield { url: "/list/", html: '<html lang="de">' };
}

test.each([
  ["de", ["fr", "de", "en", "de", "en", "de"]],
  ["en", ["ja", "ja", "fr"]],
  ["en", ["de", "en", "en"]],
  ["en", []],
])(
  "the index is in the language of most pages that are found, %s, if it is one of those with stems: %j",
  async (language, languages) => {
    createIndex.mockResolvedValue({
      errors: [],
      index: {
        addHTMLFile: async () => ({ errors: [] }),
        getFiles: async () => ({ errors: [], files: [] }),
        deleteIndex: async () => undefined,
      },
    });
    expect((await createBundle(pagesIn(...languages))).count).toBe(languages.length);
    expect(createIndex).toHaveBeenLastCalledWith({ forceLanguage: language });
  },
);
