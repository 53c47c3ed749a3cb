import { expect, test } from "vitest";
import { noteId } from "../../../src/notes/ids.ts";

test.each([
  ["tpm.mdx", "tpm"],
  ["hardware/TPM 2.0.md", "hardware/tpm-20"],
  ["ciso/index.mdx", "ciso"],
  ["index.md", "index"],
  ["A & B/Ünïcode.md", "a--b/ünïcode"],
  ["a/b.c/README.md", "a/bc/readme"],
  ["Gro\u0308\u00dfe/u\u0308ber.md", "gr\u00f6\u00dfe/\u00fcber"],
])("%s has the id %s", (path, id) => expect(noteId(path)).toBe(id));
