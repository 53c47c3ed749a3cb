/** Endings by which words of one family differ, though they may differ before them, too: "comply" and "compliance". */
const ENDINGS: readonly RegExp[] = [
  /^(.{3,}[ai]b)(?:le|ly|ility|ilities)$/u,
  /^(.{3,}if)(?:y|ies|ied|ying|iers?|icat(?:es?|ed|ing|ions?))$/u,
  /^(.{4,}(?:graph|log))(?:y|ies|ers?|ic|ical|ically)$/u,
  /^(.{5,})at(?:e|es|ed|ing|ions?|ors?|ory|ive)$/u,
  /^(.{4,})(?:y|ying|ies|ied|iers?|iances?|iants?)(?<!ency|ancy|encies|ancies)$/u,
  // With their vowel, by which "complience" is a slip.
  /^(.{5,}[ae])(?:nt|nts|ntly|nces?|ncy|ncies)$/u,
];

/** The stem of a word by the first of the endings that it has. */
function stemOf(word: string): string {
  for (const ending of ENDINGS) {
    const stem = ending.exec(word)?.[1];
    if (stem) return stem;
  }
  return word;
}

/** Whether words are of one family: "responsible" and "responsibility", "complying" and "compliant". */
export function isFamily(a: string, b: string): boolean {
  // Most words differ in their first letters.
  return a.slice(0, 4) === b.slice(0, 4) && stemOf(a) === stemOf(b);
}
