import { afterEach, expect, it, vi } from "vitest";
import { canCheck, listMissing } from "../programs.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it("tells of a program that is not installed, and fails for it where all are required", () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  expect(listMissing(["node", "no-such-program"])).toEqual(["no-such-program"]);
  vi.stubEnv("PROGRAMS", "");
  expect(canCheck("this", "no-such-program")).toBe(false);
  expect(warn).toHaveBeenCalledWith("NOT CHECKED: this, for no-such-program is not installed.");
  vi.stubEnv("PROGRAMS", "required");
  expect(() => canCheck("this", "no-such-program")).toThrow("NOT CHECKED: this");
  expect(canCheck("this", "node")).toBe(true);
});
