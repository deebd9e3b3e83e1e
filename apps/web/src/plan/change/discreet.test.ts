import type { CalendarDate } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { discreet } from "./discreet.ts";

const TODAY = "2026-12-10" as CalendarDate;

describe("a change without a consent", () => {
  it("asks for the same easing and the same pause, and does not say what was wrong", () => {
    const skipped = { session: "s004", status: "skipped" } as const;
    const done = {
      sessions: [skipped],
      extra: [],
      health: { kind: "illness", date: TODAY },
      evidence: [],
    } as const;
    const wish = { kind: "pause", first: TODAY, last: TODAY } as const;
    expect(discreet({ wish, done: { ...done, sessions: [skipped], extra: [], evidence: [] } })).toEqual({
      wish,
      done: { ...done, health: { kind: "caution", date: TODAY } },
    });
    expect(discreet({ wish, done: null })).toEqual({ wish, done: null });
  });
});
