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
  const namesOf = (when: string): readonly string[] =>
    STAGES.filter((stage) => stage.when === when).map(({ name }) => name);

  it("are all there: nobody drops a wall unseen", () => {
    expect(namesOf("fast").toSorted()).toEqual(["format", "types", "unit"]);
    // The walls between packages are cruised by "repository", with planted violations.
    const others = ["db", "dead", "docs", "e2e", "golden", "lint", "properties", "repository"];
    expect(namesOf("always").toSorted()).toEqual(others);
    expect(namesOf("ci").toSorted()).toEqual(["faults", "kill", "processes"]);
  });

  it("run in as many places as there are, each once", async () => {
    let busy = 0;
    const seen: number[] = [];
    await runInPlaces([1, 2, 3, 4, 5], 2, async () => {
      busy += 1;
      seen.push(busy);
      await new Promise((resolve) => setTimeout(resolve, 5));
      busy -= 1;
    });
    expect(seen).toHaveLength(5);
    expect(Math.max(...seen)).toBe(2);
  });

  it("end with the failure of one that breaks", async () => {
    const breaks = (): Promise<void> => Promise.reject(new Error("broken"));
    await expect(runInPlaces([1], 2, breaks)).rejects.toThrow("broken");
  });
});
