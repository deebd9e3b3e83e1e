import { describe, expect, it } from "vitest";
import { FIRST_DRAFT } from "./draft.ts";
import { answeredWith, historyBehind, proposalOf, type ToldByRuns } from "./from-runs.ts";

const RUNS: ToldByRuns = {
  weeklyMetres: 41_860,
  longestMetres: 18_240,
  weeks: [{ metres: 41_860, longestMetres: 18_240, runs: 4 }],
  tier: "mid",
  sources: ["file"],
  cappedWeeks: 0,
};
const typed = { ...FIRST_DRAFT, volume: "known", weekly: "30", longest: "12" } as const;

describe("the question what is run now", () => {
  it("is answered by the runs until the runner says otherwise", () => {
    expect(answeredWith(FIRST_DRAFT, RUNS, "km")).toMatchObject({
      volume: "runs",
      weekly: "41.9",
      longest: "18.2",
    });
    expect(answeredWith(FIRST_DRAFT, RUNS, "mi")).toMatchObject({ weekly: "26", longest: "11.3" });
    expect(answeredWith(typed, RUNS, "km")).toEqual(typed);
    const inWords = { ...FIRST_DRAFT, volume: "unknown" } as const;
    expect(answeredWith(inWords, RUNS, "km")).toEqual(inWords);
  });

  it("is asked in words where nothing was run", () => {
    expect(answeredWith(FIRST_DRAFT, null, "km").volume).toBe("unknown");
  });

  it("keeps the numbers of runs that were taken back", () => {
    const accepted = { ...FIRST_DRAFT, ...proposalOf(RUNS, "km") };
    expect(answeredWith(accepted, null, "km")).toMatchObject({ volume: "known", weekly: "41.9" });
  });
});

describe("the weeks behind the numbers", () => {
  const accepted = answeredWith(FIRST_DRAFT, RUNS, "km");

  it("go with the wish as long as nobody has changed a number", () => {
    expect(historyBehind(accepted, RUNS, "km")).toEqual({ weeks: RUNS.weeks });
    expect(historyBehind({ ...accepted, weekly: "35" }, RUNS, "km")).toBeNull();
    expect(historyBehind({ ...accepted, longest: "10" }, RUNS, "km")).toBeNull();
    expect(historyBehind({ ...accepted, volume: "known" }, RUNS, "km")).toBeNull();
    expect(historyBehind(accepted, null, "km")).toBeNull();
  });
});
