import { describe, expect, it } from "vitest";
import { day, minutes, plan, session, week } from "../../testing/sample-plan.ts";
import { daysInText } from "./days-in-text.ts";
import type { Wanted } from "./wanted.ts";
import { REASON_MAX, reasonWords, wantedWords } from "./wish-words.ts";

const PLAN = plan([week(1, "base", [session({ kind: "easy", steps: [minutes("easy", 50)] })])]);
const FRIDAY = day("2026-11-27");

const told = (kind: "pain" | "illness" | "red_flag"): Wanted => ({
  wish: { kind: "adapt" },
  done: { sessions: [], extra: [], health: { kind, date: FRIDAY }, evidence: [] },
});
const quiet: Wanted = { wish: { kind: "adapt" }, done: null };

describe("a change in words", () => {
  it.each([
    ["pain", "Pain or injury since Fri 27 Nov"],
    ["illness", "Illness since Fri 27 Nov"],
    ["red_flag", "Chest pain, dizziness or fainting since Fri 27 Nov"],
  ] as const)("names %s by its name, not by what it does to the plan", (kind, words) => {
    expect(wantedWords(told(kind), PLAN)).toBe(words);
    expect(wantedWords(quiet, PLAN)).toBe("Fit the plan to what was run");
  });

  it("says until when nothing is run, where that is known", () => {
    const pause = { kind: "pause", first: FRIDAY, last: day("2026-12-02") } as const;
    expect(wantedWords({ ...told("illness"), wish: pause }, PLAN)).toBe(
      "Illness since Fri 27 Nov, no running until Wed 2 Dec",
    );
    expect(wantedWords({ ...quiet, wish: pause }, PLAN)).toBe("Pause from Fri 27 Nov to Wed 2 Dec");
  });

  it("keeps the illness as the reason in the history, before what the athlete wrote", () => {
    expect(reasonWords(told("illness"), PLAN, "  ")).toBe("Illness since Fri 27 Nov");
    expect(reasonWords(told("illness"), PLAN, "a cold ")).toBe("Illness since Fri 27 Nov. a cold");
    expect(reasonWords(quiet, PLAN, " Choir ")).toBe("Choir");
    expect(reasonWords(told("pain"), PLAN, "x".repeat(REASON_MAX))).toHaveLength(REASON_MAX);
  });

  it("names the days in the server's words as the calendar does", () => {
    expect(daysInText("2026-12-01 lies behind, 2026-13-45 is no day.")).toBe(
      "Tue 1 Dec lies behind, 2026-13-45 is no day.",
    );
  });
});
