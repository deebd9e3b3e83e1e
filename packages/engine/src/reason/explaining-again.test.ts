import { aPlan, onDate, realRulebook, withAdded, withDay, withRequest, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { ChangedWish } from "../plan/plan-change.ts";
import { explainDay } from "./explain-day.ts";
import type { Reason, ReasonKind } from "./reason.ts";
import { withReasons } from "./with-reasons.ts";

const RULES = realRulebook();

const weekReasons = (plan: PlanUnderLaw, week: number): readonly Reason[] =>
  withReasons(plan, RULES).weeks[week - 1]?.why ?? [];

/** The reasons of the first session of a day, both counted from 1. */
const reasons = (plan: PlanUnderLaw, week: number, day: number): readonly Reason[] =>
  withReasons(plan, RULES).weeks[week - 1]?.days[day - 1]?.sessions[0]?.why ?? [];

const kinds = (all: readonly Reason[]): readonly ReasonKind[] => all.map(({ kind }) => kind);

describe("what the athlete changed", () => {
  const changed = (wish: ChangedWish, movedFrom: string | null): PlanUnderLaw => ({
    ...aPlan(),
    changes: [
      {
        from: onDate("2026-12-21"),
        wish,
        movedFrom: movedFrom === null ? null : onDate(movedFrom),
        done: null,
        rpi: 46,
        idsGiven: 60,
      },
    ],
  });

  it("is told with a session that was moved or swapped, and with no other", () => {
    const to = onDate("2026-12-22");
    const moved = changed({ kind: "move", session: "w5d2", to }, "2026-12-23");
    expect(reasons(moved, 5, 2)[0]).toEqual({
      kind: "moved_session",
      wish: "move",
      weekday: "tue",
      from: "wed",
    });
    expect(kinds(reasons(moved, 5, 3))).not.toContain("moved_session");
    const swapped = changed({ kind: "swap", days: [to, onDate("2026-12-25")] }, null);
    expect(reasons(swapped, 5, 5)[0]).toMatchObject({ wish: "swap", weekday: "fri", from: "tue" });
  });

  it("is told with a day that was taken out", () => {
    const monday = onDate("2026-12-28");
    const restOn = (plan: PlanUnderLaw): Reason | undefined => explainDay(plan, monday, RULES)?.rest[0];
    expect(restOn(changed({ kind: "block_days", days: [monday] }, null))).toMatchObject({
      wish: "block_days",
    });
    const pause = { kind: "pause", first: monday, last: onDate("2026-12-30") } as const;
    expect(restOn(changed(pause, null))).toMatchObject({ kind: "rest_not_free", wish: "pause" });
    expect(restOn(changed({ kind: "adapt" }, null))?.kind).toBe("rest_after");
  });
});

describe("explaining again", () => {
  it("replaces the reasons that a plan had, and leaves all else as it is", () => {
    const once = withReasons(aPlan(), RULES);
    expect(withReasons(once, RULES)).toEqual(once);
    const moved = withDay(once, 6, 2, (day) => ({ ...day, sessions: [] }));
    expect(weekReasons(moved, 6)[0]).not.toEqual(once.weeks[5]?.why?.[0]);
  });

  it("has a reason for a week that nothing can be measured by", () => {
    const odd = withWeek(aPlan(), 1, (week) => ({ ...week, kind: "cutback" }));
    expect(kinds(weekReasons(odd, 1))).toEqual(["week_mix"]);
  });
});

describe("a day explained", () => {
  it("is unknown outside the plan", () => {
    expect(explainDay(aPlan(), onDate("2026-11-22"), RULES)).toBeNull();
    expect(explainDay(aPlan(), onDate("2027-02-15"), RULES)).toBeNull();
  });

  it("tells both ways to run a session in numbers", () => {
    const [both] = explainDay(aPlan(), onDate("2026-12-22"), RULES)?.comparisons ?? [];
    expect(both?.a.metres).toBe(both?.b.metres);
    expect(both?.a.load).toBeCloseTo(both?.b.load ?? 0);
    expect(both?.a.zones.map(({ zone }) => zone)).toEqual(["recovery", "easy", "threshold"]);
  });

  it("tells why nothing is run", () => {
    const rest = (plan: PlanUnderLaw, date: string): readonly ReasonKind[] =>
      kinds(explainDay(plan, onDate(date), RULES)?.rest ?? []);
    expect(rest(aPlan(), "2026-12-28")).toEqual(["rest_after", "rest_before", "rest_days"]);
    expect(rest(withRequest(aPlan(), { unavailable: ["mon"] }), "2026-11-23")[0]).toBe("rest_not_free");
    expect(rest(withRequest(aPlan(), { dayLimits: { mon: 600 } }), "2026-11-23")[0]).toBe("rest_not_free");
    expect(rest(aPlan(), "2026-11-24")).toEqual([]);
  });

  it("leaves two sessions on a day both explained", () => {
    const double = withAdded(aPlan(), 1, 3, "E4");
    const day = explainDay(double, onDate("2026-11-25"), RULES)?.day;
    expect(day?.sessions.map(({ why = [] }) => why.length)).toEqual([1, 1]);
  });
});
