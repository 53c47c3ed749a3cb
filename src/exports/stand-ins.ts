/** A part of what is written in place of a letter that no font at hand has. */
export interface StandIn {
  text: string;
  /** Whether it is smaller than the letters around it, and above or below them. */
  place?: "raised" | "lowered";
}

const RAISED = /[\u2070-\u207f\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf\u2120\u2122]/u;
const LOWERED = /[\u2080-\u209c\u1d62-\u1d6a\u2c7c]/u;

/** What Unicode knows no equivalent of. */
const OWN: Record<string, string> = { "\u2012": "–", "‣": "•", "‰": "0⁄00", "‱": "0⁄000" };

/**
 * The same in letters that more fonts have: the compatibility equivalent (Unicode Standard Annex 15), raised or lowered
 * as the letter is, since 2 to the power of 64 would be another number without.
 * @param grapheme what a reader takes for one letter
 * @param canSet whether a letter can be written
 * @returns undefined where nothing that can be written says the same
 */
export function standInsFor(grapheme: string, canSet: (letter: string) => boolean): StandIn[] | undefined {
  const standIns = equivalentOf(grapheme);
  const letters = standIns?.map(({ text }) => text).join("") ?? "";
  return Array.from(letters).every(canSet) ? standIns : undefined;
}

function equivalentOf(grapheme: string): StandIn[] | undefined {
  if (/^\s$/u.test(grapheme)) return [{ text: " " }];
  const text = OWN[grapheme] ?? grapheme.normalize("NFKC");
  if (text === grapheme) return undefined;
  const [above = "", below] = text.split("⁄");
  if (below !== undefined) return [{ text: above, place: "raised" }, { text: "⁄" }, { text: below, place: "lowered" }];
  if (RAISED.test(grapheme)) return [{ text, place: "raised" }];
  return [LOWERED.test(grapheme) ? { text, place: "lowered" } : { text }];
}
