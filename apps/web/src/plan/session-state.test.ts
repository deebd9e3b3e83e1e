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

  it("is missed once its day has passed without a run or a word, and not on the day itself", () => {
    const known = { isKnown: true, isAsked: false, score: null };
    expect(stateOf(day("2026-12-01"), undefined, day("2026-12-02"), known)).toBe("missed");
    expect(stateOf(day("2026-12-02"), undefined, day("2026-12-02"), known)).toBe("ahead");
  });

  it("is asked where only the runner knows which run it was, until it is told", () => {
    const asked = { isKnown: true, isAsked: true, score: null };
    expect(stateOf(day("2026-12-01"), undefined, day("2026-12-02"), asked)).toBe("asked");
    expect(stateOf(day("2026-12-01"), told({}), day("2026-12-02"), asked)).toBe("done");
  });

  it("is how well it went where it was found among the runs, and the runner's own word where it was told", () => {
    const scored = (state: Told["state"], score: "nailed" | "close" | "missed" | null) =>
      stateOf(day("2026-12-01"), told({ state }), day("2026-12-02"), {
        isKnown: true,
        isAsked: false,
        score,
      });
    expect((["nailed", "close", "missed", null] as const).map((score) => scored("done", score))).toEqual([
      "nailed",
      "close",
      "off",
      "done",
    ]);
    expect([scored("skipped", null), scored("partly_done", "missed")]).toEqual(["skipped", "partly_done"]);
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
