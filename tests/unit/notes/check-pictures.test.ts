import { expect, test } from "vitest";
import { checkPicture, checkRawPicture } from "../../../src/notes/check-pictures.ts";

const PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=";

test.each([
  [PIXEL, "data:image/gif;base64,R0lGODlh…"],
  ["data:image/svg+xml,%zz", "data:image/svg+xml,%zz"],
  ["file:///a.png", "file:///a.png"],
])("a picture whose address pages leave out is told: %s", (url, short) => {
  for (const [check, write] of [
    [checkPicture, (address: string) => `![d](${address})`],
    [checkRawPicture, (address: string) => `<img src="${address}">`],
  ] as const) {
    const picture = { url, shown: write(url), note: "a.md", lookAt: () => "missing" as const, required: false };
    const told = {
      found: `a picture whose address pages leave out, ${write(short)}`,
      expected: "a file beside the note",
      mend: "keep the picture as a file beside the note and write its name",
    };
    expect(check(picture)).toEqual({ ...told, isHarmless: true });
    expect(check({ ...picture, required: true })).toEqual(told);
  }
});
