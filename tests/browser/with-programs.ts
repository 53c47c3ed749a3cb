import { areRequired, listMissing } from "../programs.ts";
import { expect, test } from "./site.ts";

/**
 * A test that opens files in programs. Where one is not installed, its name says that nothing was checked, which is a
 * failure where all are required.
 */
export function testWith(programs: readonly string[], name: string, body: Parameters<typeof test>[2]): void {
  const missing = listMissing(programs);
  if (missing.length === 0) test(name, body);
  else
    test(`NOT CHECKED, for ${missing.join(" and ")} is not installed: ${name}`, () => {
      expect(areRequired() ? missing : [], "programs that are required").toEqual([]);
    });
}
