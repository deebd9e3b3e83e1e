import { readFileSync } from "node:fs";

/** What a stage adds to the last line. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Tests that could not run here, by name. */
  readonly notRun: readonly string[];
}

interface VitestReport {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/**
 * Counts a vitest JSON report. A file that broke before its first test, a run without any test, and a
 * run that failed outside its tests each count as one failure: silence is not success.
 */
export function tallyOf(report: VitestReport): Tally {
  const results = report.testResults.flatMap((file) => file.assertionResults);
  const passed = results.filter(({ status }) => status === "passed").length;
  const failedTests = results.filter(({ status }) => status === "failed").length;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((result) => result.status !== "failed"),
  ).length;
  const notRun = results
    .filter(({ status }) => status !== "passed" && status !== "failed")
    .map(({ fullName }) => fullName);
  const failed = failedTests + brokenFiles;
  const isSilent = passed + failed + notRun.length === 0;
  return { passed, failed: isSilent || (failed === 0 && !report.success) ? 1 : failed, notRun };
}

/** Reads the report that a vitest run left; one failure when it left none. */
export function readTally(path: string): Tally {
  try {
    return tallyOf(JSON.parse(readFileSync(path, "utf8")) as VitestReport);
  } catch {
    return { passed: 0, failed: 1, notRun: [] };
  }
}
