import { linkKey } from "./link-key.ts";
import type { NoteLink } from "./links.ts";

/** A link as far as its note's twin shows it. */
export type TwinLink = Pick<NoteLink, "to" | "anchor" | "text" | "written">;

/** Links of a note, to be found by how they are written there. */
export interface WrittenLinks {
  /** The first link to a path or an address. */
  find(address: string): TwinLink | undefined;
  /**
   * The first wikilink to a name.
   * @param hasWords whether it has words of its own; those of another that has some are none of its
   */
  findWiki(name: string, hasWords: boolean): TwinLink | undefined;
}

/** Makes a note's links ready to be found: a note may have thousands. */
export function indexWritten(links: readonly TwinLink[]): WrittenLinks {
  const byAddress = new Map<string, TwinLink>();
  const byName = new Map<string, { first: TwinLink; bare?: TwinLink; worded?: TwinLink }>();
  for (const link of links) {
    const { written } = link;
    if (!byAddress.has(written)) byAddress.set(written, link);
    // The page has other punctuation in a link than the source.
    const key = linkKey(/^\[\[([^\]|\\]*)/.exec(written)?.[1] ?? "");
    const same = byName.get(key) ?? { first: link };
    same[written.includes("|") ? "worded" : "bare"] ??= link;
    byName.set(key, same);
  }
  return {
    find: (address) => byAddress.get(address) ?? byAddress.get(encodeURI(address)),
    findWiki: (name, hasWords) => {
      const same = byName.get(linkKey(name));
      return same?.[hasWords ? "worded" : "bare"] ?? same?.first;
    },
  };
}
