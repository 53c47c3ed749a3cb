import { decodeAddress, joinPath } from "./paths.ts";
import type { Fault } from "./problems.ts";
import { hasScheme, isOfOtherKind } from "./schemes.ts";

/**
 * Whether a PNG or JPEG goes on to its end (PNG 3, 5.2; JPEG, B.1.1.3): one that was cut off has a size, and
 * stops programs that draw it. Of files of other kinds nothing is known.
 */
export function isWholePicture(bytes: Uint8Array): boolean {
  const has = (...sign: number[]) =>
    bytes.findLastIndex((_, at) => sign.every((one, by) => bytes[at + by] === one)) >= 0;
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return has(0x49, 0x45, 0x4e, 0x44);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return has(0xff, 0xd9);
  return true;
}

/** What a file is that a note shows as a picture. */
export type PictureState = "fine" | "missing" | "folder" | "empty" | "unreadable";

/** Where a picture is and how the note shows it. */
interface Shown {
  url: string;
  /** As it is written, for telling. */
  shown: string;
  /** Path of the note. */
  note: string;
  lookAt: (path: string) => PictureState;
  required: boolean;
}

/** Checks a picture as Markdown has it; nothing when all is well. */
export function checkPicture(picture: Shown): Fault | undefined {
  return checkAddress(picture, (state, file) => stateFault(state, file, picture.shown));
}

/** HTML's own pictures come into the page as they are written, without their file. */
export function checkRawPicture(picture: Shown): Fault | undefined {
  const { url, shown, required } = picture;
  return checkAddress(picture, (state, file) => {
    const fault = stateFault(state, file, shown);
    if (fault) return { ...fault, ...(state === "missing" && !required && { isHarmless: true }) };
    const expected = "a picture as Markdown has it, since the file of this one does not come to the site";
    return { found: shown, expected, mend: `write ![what it shows](${url})`, ...(!required && { isHarmless: true }) };
  });
}

/** Tells of an address that is none or leads elsewhere; what of a file beside the note, its caller knows. */
function checkAddress(
  { url, shown, note, lookAt, required }: Shown,
  faultOf: (state: PictureState, file: string) => Fault | undefined,
): Fault | undefined {
  if (isOfOtherKind(url)) return otherKindFault(url, shown, required);
  const file = decodeAddress(url);
  if (file === undefined) return percentFault(url, shown);
  if (isElsewhere(file)) return remoteFault(shown, required);
  if (!isBeside(file)) return undefined;
  return faultOf(lookAt(joinPath(note, file)), file);
}

/** Whether an address is one of another host, from which pages load nothing. */
export function isElsewhere(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address);
}

function otherKindFault(url: string, shown: string, required: boolean): Fault {
  // A picture in itself may be longer than the note's words.
  const short = url.length > 30 ? shown.replace(url, () => `${url.slice(0, 30)}…`) : shown;
  return {
    found: `a picture whose address pages leave out, ${short}`,
    expected: "a file beside the note",
    mend: "keep the picture as a file beside the note and write its name",
    ...(!required && { isHarmless: true }),
  };
}

/** Whether an address is one of a file in the notes' folder. */
export function isBeside(address: string): boolean {
  return address !== "" && !hasScheme(address) && !/^[/#?]/.test(address);
}

/** What an author is told of an address whose signs of percent stand for no letters. */
export function percentFault(url: string, shown: string): Fault {
  const mended = url.replace(/%(?![\da-f]{2})/gi, "%25");
  const right = mended === url ? url.replaceAll("%", "%25") : mended;
  return {
    found: `a % that begins no letter's code in ${shown}`,
    expected: "%25 for a % that is text",
    mend: `write ${right}`,
  };
}

function remoteFault(shown: string, required: boolean): Fault {
  return {
    found: `a picture from elsewhere, ${shown}, which pages may not load`,
    expected: "a file beside the note",
    mend: "keep the file beside the note and write its name",
    ...(!required && { isHarmless: true }),
  };
}

function stateFault(state: PictureState, file: string, shown: string): Fault | undefined {
  if (state === "fine") return undefined;
  const what = {
    missing: "where there is no such file",
    folder: "which is a folder",
    empty: "an empty file",
    unreadable: "a file that is no picture",
  }[state];
  const mend =
    state === "missing"
      ? `put the picture at ${file}, as seen from the note, or mend its name`
      : "put a picture there, or mend the name";
  return { found: `${shown}, ${what}`, expected: "a picture in the notes' folder", mend };
}
