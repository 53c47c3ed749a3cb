import { type MarkupNode, writtenOf } from "./markup.ts";
import { checkPicture, type PictureState } from "./check-pictures.ts";
import { type Embed, findEmbeds } from "./embeds.ts";
import { type Finding, placeWithin } from "./problems.ts";

/** What a check of embeds needs to know. */
interface Around {
  /** Path of the note below the notes' folder. */
  note: string;
  /** Finds a picture by what an embed names, below the notes' folder. */
  findPicture: (name: string, note: string) => string | undefined;
  lookAt: (path: string) => PictureState;
}

/** Checks what a text shows as Obsidian has it, `![[picture.png]]`: pages show pictures alone, and link to notes. */
export function checkEmbeds(node: MarkupNode, source: string, around: Around): Finding[] {
  const written = writtenOf(node, source);
  if (!written) return [];
  const { text, start } = written;
  return findEmbeds(text).flatMap((embed) => {
    const fault = checkEmbed(embed, around);
    return fault ? [{ ...placeWithin(text, embed.index, start), ...fault }] : [];
  });
}

function checkEmbed({ written, name, kind }: Embed, { note, findPicture, lookAt }: Around) {
  const fault = (found: string, expected: string, mend: string) => ({ found, expected, mend, isHarmless: true });
  if (note.endsWith(".mdx")) {
    const mend = kind === "note" ? `write ${written.slice(1)}` : `write ![what it shows](path/to/${name})`;
    return fault(`${written} in MDX, where it is text`, "Markdown", mend);
  }
  if (kind === "note") return undefined;
  if (kind === "file")
    return fault(
      `${written}, which pages do not show`,
      "a picture or a note",
      "link to it, as [what it shows](address)",
    );
  const path = findPicture(name, note);
  if (path === undefined) {
    const mend = `put a picture ${name} into it, or mend its name`;
    return fault(`${written}, where there is no such file`, "a picture in the notes' folder", mend);
  }
  return checkPicture({ url: "x", shown: written, note, lookAt: () => lookAt(path), required: false });
}
