import { describe, expect, test } from "vitest";
import { fold, listForms, matchWord, splitHumps } from "../../../src/search/words.ts";

test.each([
  ["TPM2_PolicyPCR", ["tpm2_policypcr", "tpm2", "policypcr", "tpm", "2", "policy", "pcr"]],
  ["1.2/2.0", ["1.22.0", "1.2", "2.0", "1", "2", "0"]],
  ["v10.12.3-rc1", ["v10.12.3rc1", "v10.12.3", "rc1", "10.12.3", "v10", "v", "10", "12", "3", "rc", "1"]],
  ["(HTTPServer),", ["httpserver", "http", "server"]],
  ["AT&T—M&A", ["at&tm&a", "at&t", "m&a", "at", "t", "m", "a"]],
  ["Étude".normalize("NFD"), ["etude"]],
  ["सुरक्षा", ["सरकष"]],
  ["–", []],
])("%s is found by itself and by what it is made of", (word, forms) => {
  expect(listForms(word).toSorted()).toEqual(forms.toSorted());
});

test("what is compared has no marks, no capitals and the apostrophe of keyboards", () => {
  expect(fold("Don’t MÉLANGE")).toBe("don't melange");
});

test("a name is parted at its humps and low lines", () => {
  expect(splitHumps("TPM2_PolicyPCR and HTTPServerName")).toBe("TPM2 Policy PCR and HTTP Server Name");
});

describe("how well a word answers:", () => {
  test.each([
    ["with another ending", "booting", "boots", "boot"],
    ["with a longer ending", "attested", "attestation", "attest"],
    ["of the same family", "bootability", "bootable", "boot"],
    ["as it is spelt on the other side of the Atlantic", "organizing", "organise", "organizing"],
  ])("%s it is worth less than the word itself, and more than one that begins alike", (_, form, term, same) => {
    expect(matchWord(form, term)).toBeLessThan(matchWord(same, same));
    expect(matchWord(form, term)).toBeGreaterThan(matchWord("bootstrap", "boot"));
  });

  test("the less of a longer word was typed, the less it is worth", () => {
    expect(matchWord("bootstrapping", "bootst")).toBeGreaterThan(matchWord("bootstrapping", "boot"));
    expect(matchWord("bootstrapping", "boo")).toBeGreaterThan(0);
  });

  test.each([
    ["a word that begins with two letters, and is not much longer", "tpms", "tp", true],
    ["not one that is longer", "ecdsa", "ec", false],
    ["no word by one letter", "cat", "c", false],
    ["no number that begins alike", "443", "44", false],
    ["no version that begins alike", "1.20", "1.2", false],
    ["a name that ends in a number, by its beginning", "tpm20", "tpm2", true],
    ["no word by another of the same beginning", "carbon", "care", false],
    ["none by an ending that is none", "bootlace", "boots", false],
    ["none by a term that only begins alike", "boots", "bootstrap", false],
    ["no short stem with other endings", "cars", "cared", false],
  ])("%s", (_, form, term, answers) => expect(matchWord(form, term) > 0).toBe(answers));
});
