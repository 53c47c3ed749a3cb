/** What front matter says of a note's script. */
interface Written {
  lang?: string | undefined;
  dir?: "ltr" | "rtl" | "auto" | undefined;
}

/** The direction of a note's script: as its author says, else as its language is written; undefined where that is the usual one. */
export function directionOf({ lang, dir }: Written): Written["dir"] {
  if (dir || !lang) return dir;
  return new Intl.Locale(lang).getTextInfo().direction === "rtl" ? "rtl" : undefined;
}
