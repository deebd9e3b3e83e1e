import { describe, expect, it } from "vitest";
import { day } from "../testing/sample-plan.ts";
import type { Told } from "./data/edit.ts";
import { metresDone, stateOf } from "./session-state.ts";

const told = (over: Partial<Told>): Told => ({
  state: "done",
  doneOn: day("2026-12-01"),
  metres: null,
  seconds: null,
  effort: null,
  note: null,
  ...over,
});

describe("what became of a session", () => {
  it("is not known of a day that passed without a word", () => {
    expect(stateOf(day("2026-12-01"), undefined, day("2026-12-02"))).toBe("untold");
    expect(stateOf(day("2026-12-02"), undefined, day("2026-12-02"))).toBe("ahead");
  });

  it("is asked where only the runner knows which run it was, until it is told", () => {
    expect(stateOf(day("2026-12-01"), undefined, day("2026-12-02"), true)).toBe("asked");
    expect(stateOf(day("2026-12-01"), told({}), day("2026-12-02"), true)).toBe("done");
  });

  it("counts the plan's distance where it was done as planned, and what was measured where it was", () => {
    expect(metresDone(told({}), 10_000)).toBe(10_000);
    expect(metresDone(told({ metres: 8000 }), 10_000)).toBe(8000);
  });

  it("counts nothing of what was skipped, or done in part without a measure", () => {
    expect(metresDone(told({ state: "skipped" }), 10_000)).toBe(0);
    expect(metresDone(told({ state: "partly_done" }), 10_000)).toBe(0);
    expect(metresDone(undefined, 10_000)).toBe(0);
  });
});
