// Prints one line, `N passed, N failed`, over the JSON reports of both test runners.
import { readFileSync } from "node:fs";

interface Count {
  passed: number;
  failed: number;
}

interface UnitReport {
  numPassedTests: number;
  numFailedTests: number;
  success: boolean;
}

interface BrowserReport {
  stats: { expected: number; flaky: number; unexpected: number };
  errors: unknown[];
}

const counts = [
  // A file that could not even be read is a failure without a failed test.
  count("unit", ({ numPassedTests, numFailedTests, success }: UnitReport) => ({
    passed: numPassedTests,
    failed: numFailedTests || (success ? 0 : 1),
  })),
  // Errors outside tests (no browser, no server) are listed apart.
  count("browser", ({ stats, errors }: BrowserReport) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  })),
];

const passed = counts.reduce((sum, each) => sum + each.passed, 0);
const failed = counts.reduce((sum, each) => sum + each.failed, 0);
console.log(`${passed} passed, ${failed} failed`);

/** A runner that left no report did not get to run, which is a failure. */
function count<Report>(name: string, read: (report: Report) => Count): Count {
  try {
    return read(JSON.parse(readFileSync(new URL(`../test-results/${name}.json`, import.meta.url), "utf8")));
  } catch {
    return { passed: 0, failed: 1 };
  }
}
