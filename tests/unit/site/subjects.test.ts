import { expect, test } from "vitest";
import { findRelated, indexSubjects, type Subjects } from "../../../src/site/subjects.ts";

function noteOf(id: string, tags: string[], terms: string[] = []): Subjects {
  return { id, front: { tags }, terms };
}

/** Ids of the notes that are related to the first of these. */
function relate(notes: readonly Subjects[], known: readonly string[] = []): string[] {
  return findRelated(notes[0] as Subjects, indexSubjects(notes), new Set(known)).map(({ id }) => id);
}

test("what few notes share counts for more than what many do, and all that is shared counts together", () => {
  const common = [noteOf("a", ["cloud"]), noteOf("b", ["cloud"])];
  expect(relate([noteOf("own", ["cloud", "boot"]), ...common, noteOf("rare", ["boot"])])).toEqual(["rare", "a", "b"]);
  const both = noteOf("both", ["cloud"], ["TPM"]);
  expect(relate([noteOf("own", ["cloud"], ["TPM", "PCR"]), ...common, noteOf("pcr", [], ["PCR"]), both])).toEqual([
    "both",
    "pcr",
    "a",
  ]);
});

test("a tag is no term of the same name, and who shares neither is not related", () => {
  expect(relate([noteOf("own", ["tpm"], []), noteOf("a", [], ["tpm"]), { id: "b", front: {}, terms: [] }])).toEqual([]);
});

test("neither the note itself nor those its reader is led to already take the place of another", () => {
  const notes = ["own", "a", "b", "c", "d", "e"].map((id) => noteOf(id, ["boot"]));
  expect(relate([...notes, noteOf("other", ["cloud"])], ["b"])).toEqual(["a", "c", "d"]);
});

test("of a thousand notes at most, those of the rarest tags and terms, one is told the nearest", () => {
  const notes = Array.from({ length: 998 }, (_, at) => noteOf(`${at}`, ["boot"], at < 2 ? ["PCR"] : []));
  const others = [noteOf("other", ["cloud"])];
  expect(relate([...notes, ...others])).toEqual(["1", "2", "3"]);
  expect(relate([...notes, ...others, noteOf("one more", ["boot"])])).toEqual(["1"]);
});
