import { describe, expect, it } from "vitest";
import { runInPlaces } from "../../tools/testing/schedule.ts";
import { STAGES } from "../../tools/testing/stages.ts";
import { readTally, tallyOf } from "../../tools/testing/vitest-report.ts";

const file = (status: string, ...tests: readonly string[]) => ({
  name: "a.test.ts",
  status,
  message: "",
  assertionResults: tests.map((test) => ({ status: test, fullName: `runs ${test}` })),
});

describe("the last line of npm test", () => {
  it("sums passed and failed tests, and names those that could not run here", () => {
    const report = { success: false, testResults: [file("failed", "passed", "failed", "skipped", "passed")] };
    expect(tallyOf(report)).toEqual({ passed: 2, failed: 1, notRun: ["runs skipped"] });
  });

  it("counts a file that broke before its first test as a failure", () => {
    const report = { success: false, testResults: [file("passed", "passed"), file("failed")] };
    expect(tallyOf(report)).toMatchObject({ passed: 1, failed: 1 });
  });

  it("counts a run that failed outside its tests as a failure", () => {
    const report = { success: false, testResults: [file("passed", "passed")] };
    expect(tallyOf(report)).toMatchObject({ passed: 1, failed: 1 });
  });

  it("counts a run without any test as a failure", () => {
    expect(tallyOf({ success: true, testResults: [] })).toMatchObject({ passed: 0, failed: 1 });
  });

  it("counts a run that left no report as a failure", () => {
    expect(readTally("nowhere.json")).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("the stages of npm test", () => {
  it("are all there: nobody drops a wall unseen", () => {
    const names = STAGES.map(({ name }) => name);
    const expected = [
      "format",
      "types",
      "lint",
      "walls",
      "dead",
      "docs",
      "unit",
      "db",
      "repository",
      "golden",
      "properties",
      "kill",
      "processes",
      "e2e",
    ];
    expect(names.toSorted()).toEqual(expected.toSorted());
  });

  it("run in as many places as there are, and no more", async () => {
    let places = 0;
    const seen: number[] = [];
    const tasks = [1, 1, 2, 1, 1].map((size) => ({ places: size }));
    await runInPlaces(tasks, 2, async (task) => {
      places += task.places;
      seen.push(places);
      await new Promise((resolve) => setTimeout(resolve, 5));
      places -= task.places;
    });
    expect(seen).toHaveLength(5);
    expect(Math.max(...seen)).toBe(2);
  });
});
