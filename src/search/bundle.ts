import { close, createIndex } from "pagefind";
import { isSearchable, preparePage, readLanguage } from "./prepare.ts";

/** A built page: its address without the base path, and its HTML. */
export interface IndexPage {
  url: string;
  html: string;
}

/** A file of the index, its path relative to the index's folder. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** Pagefind's index. */
export interface SearchBundle {
  files: IndexFile[];
  /** Number of pages indexed. */
  count: number;
}

/** Languages whose words Pagefind reduces to stems; others are indexed as English, which leaves them as they are. */
const STEMMED = new Set(
  "ar ca da de el en es et eu fi fr hi hu hy id it lt ne nl no pt ro ru sr sv ta tr yi".split(" "),
);

/** Parts of Pagefind's output that no page of ours asks for. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Pages that are sent before the first of them is answered: Pagefind reads one while the next is made ready. */
const PAGES_AT_A_TIME = 8;

/** How many pages are looked at to tell the site's language. */
const SAMPLE = 200;

/**
 * Makes Pagefind's index of the pages that are to be found. There is one index in the language most
 * pages are in, so that a search finds notes in every language; Pagefind alone would hide the others.
 * @throws when Pagefind cannot be started, refuses a page or makes no index
 */
export async function createBundle(pages: AsyncIterable<IndexPage>): Promise<SearchBundle> {
  const rest = pages[Symbol.asyncIterator]();
  const sample: IndexPage[] = [];
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    if (isSearchable(next.value.html)) sample.push(next.value);
    if (sample.length === SAMPLE) break;
  }
  const { index, errors } = await createIndex({ forceLanguage: pickLanguage(sample) });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  let count = 0;
  const add = async ({ url, html }: IndexPage) => {
    if (!isSearchable(html)) return;
    const added = await index.addHTMLFile({ url, content: preparePage(html) });
    if (added.errors.length > 0) throw new Error(`Pagefind refused ${url}: ${added.errors.join("; ")}`);
    count += 1;
  };
  const underWay: Promise<void>[] = [];
  try {
    const send = async (page: IndexPage) => {
      const sent = add(page);
      // It is told when its turn comes.
      sent.catch(() => undefined);
      underWay.push(sent);
      if (underWay.length >= PAGES_AT_A_TIME) await underWay.shift();
    };
    for (const page of sample) await send(page);
    for (let next = await rest.next(); !next.done; next = await rest.next()) await send(next.value);
    await Promise.all(underWay);
    const made = await index.getFiles();
    if (made.errors.length > 0) throw new Error(`Pagefind made no index: ${made.errors.join("; ")}`);
    return { files: made.files.filter(({ path }) => !UNUSED.test(path)), count };
  } finally {
    await Promise.allSettled(underWay);
    await index.deleteIndex();
    await close();
  }
}

function pickLanguage(pages: readonly IndexPage[]): string {
  const counts = new Map<string, number>();
  for (const { html } of pages) {
    const language = readLanguage(html);
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [top] = [...counts].toSorted(([, a], [, b]) => b - a);
  return top && STEMMED.has(top[0]) ? top[0] : "en";
}
