import { expect, test } from "vitest";
import { isFamily } from "../../../src/search/families.ts";

test.each([
  ["responsible", "responsibility"],
  ["vulnerabilities", "vulnerable"],
  ["complying", "compliance"],
  ["comply", "compliant"],
  ["suppliers", "supplying"],
  ["certifying", "certificate"],
  ["identified", "identification"],
  ["regulatory", "regulation"],
  ["resilient", "resilience"],
  ["dependency", "dependent"],
  ["cryptographers", "cryptographic"],
])("%s and %s are of one family", (a, b) => expect(isFamily(a, b)).toBe(true));

test.each([
  ["response", "responsible"],
  ["complete", "compliant"],
  ["complience", "compliance"],
  ["complience", "complies"],
  ["inventory", "invention"],
  ["present", "presence"],
  ["contract", "contrast"],
  ["general", "generate"],
  ["table", "tability"],
])("%s and %s are not", (a, b) => expect(isFamily(a, b)).toBe(false));
