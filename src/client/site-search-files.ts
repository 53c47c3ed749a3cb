/** A kind of file a map can be had as: its ending and what a menu calls it. */
export interface FileKind {
  extension: string;
  label: string;
}

/** Kinds of files that a query names, and its other words. */
export interface AskedFiles {
  kinds: FileKind[];
  rest: string;
}

/**
 * Reads "tpm svg" as a wish for a file of the notes that answer "tpm".
 * @param written all kinds as the header of every page has them: `svg SVG,canvas JSON Canvas`
 */
export function readAskedFiles(text: string, written: string): AskedFiles {
  const known = written.split(",").map((each) => {
    const [extension = "", ...label] = each.split(" ");
    return { extension, label: label.join(" ") };
  });
  let rest = ` ${text.toLowerCase().replace(/\s+/g, " ")} `;
  // Longer names first: "JSON Canvas" is not JSON.
  const byLength = known.toSorted((a, b) => b.label.length - a.label.length);
  const kinds = byLength.filter(({ extension, label }) => {
    const before = rest;
    for (const name of [label, extension]) rest = rest.replace(` ${name.toLowerCase()} `, " ");
    return rest !== before;
  });
  return { kinds, rest: rest.trim() };
}
