import { aPlan, aRulebook, onDate, withAdded, withChange, withDay, withSession } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict } from "../plan/plan.ts";
import type { ChangedWish, Done } from "../plan/plan-change.ts";
import { certifyChange } from "./certify.ts";
import { missedStaysMissed } from "./missed-stays-missed.ts";

const adapt = { kind: "adapt" } as const;
const rules = aRulebook();

const judged = (after: PlanUnderLaw, before: PlanUnderLaw = aPlan()): LawVerdict | undefined =>
  certifyChange(before, after, rules, [missedStaysMissed]).laws[0];

/** The plan after a change from a day on in which sessions were lost. */
const after = (
  plan: PlanUnderLaw,
  from: string,
  wish: ChangedWish = adapt,
  done: Partial<Done> | null = null,
): PlanUnderLaw => withChange(plan, from, wish, done);

/** A day, 1-based in its week, that holds another session than the one that was planned for it. */
const replaced = (week: number, day: number, cell: string): PlanUnderLaw =>
  withAdded(
    withDay(aPlan(), week, day, (old) => ({ ...old, sessions: [] })),
    week,
    day,
    cell,
  );

const breach = (why: string, week: number): object => ({ verdict: "breach", why, weeks: [week] });

describe("a change that loses no training", () => {
  const swap = { kind: "swap", days: [onDate("2026-12-30"), onDate("2027-01-01")] } as const;
  const grown = aPlan({ 6: "- T9 E12 - I9 E8 G16" });
  const told = (...statuses: readonly ("done" | "skipped")[]): Partial<Done> => ({
    sessions: statuses.map((status, i) =>
      status === "skipped"
        ? { session: `w5d${String(i + 2)}`, status }
        : { session: `w5d${String(i + 2)}`, status, metres: 9000, seconds: 3200 },
    ),
  });

  it("asks for nothing, even where a session grows", () => {
    const quiet = { verdict: "not_applicable", why: "no training was lost" };
    expect(judged(after(grown, "2026-12-29", swap))).toMatchObject(quiet);
    expect(judged(after(grown, "2026-12-29", swap, told()))).toMatchObject(quiet);
    expect(judged(after(grown, "2026-12-29", swap, told("done", "done")))).toMatchObject(quiet);
  });

  it("is another matter once a single session of many was skipped", () => {
    const skipped = told("done", "skipped");
    expect(judged(after(grown, "2026-12-29", swap, skipped))).toMatchObject(breach("a session grew", 6));
  });

  it.each<[string, ChangedWish]>([
    ["blocked", { kind: "block_days", days: [onDate("2026-12-29")] }],
    ["paused", { kind: "pause", first: onDate("2026-12-29"), last: onDate("2026-12-29") }],
  ])("is not one by which a day was %s", (_, wish) => {
    const plan = aPlan({ 6: "- - E12 - I9 E8 G16" });
    expect(judged(after(plan, "2026-12-29", wish))).toMatchObject(breach("a session grew", 6));
  });
});

describe("a week whose long run was lost", () => {
  /** Its last three days closed, and a new run on its Thursday. */
  const lost = (cell: string): LawVerdict | undefined => {
    const days = ["2027-01-01", "2027-01-02", "2027-01-03"].map(onDate);
    const plan = withAdded(aPlan({ 6: "- T9 E9 - - - -" }), 6, 4, cell);
    return judged(after(plan, "2026-12-28", { kind: "block_days", days }));
  };

  it("has no run that takes its distance over under another name", () => {
    expect(lost("E9")?.verdict).toBe("pass");
    expect(lost("E9.1")).toMatchObject(breach("a run took over the distance of a lost long run", 6));
  });

  it("may still have the long run on another day", () => {
    expect(lost("G16")?.verdict).toBe("pass");
  });
});

describe("a day after something was missed", () => {
  const two = "two runs where one was planned";
  /** A second run, and as much less on the day after. */
  const doubled = (day: number): PlanUnderLaw =>
    withAdded(aPlan({ 7: "- T10/3x1.6 E6 - I10/4x1 E6 L17" }), 7, day, "E3");

  it("has no second run, from the very day of the change on", () => {
    expect(judged(after(doubled(3), "2027-01-04"))).toMatchObject({
      ...breach(two, 7),
      measured: 2,
      limit: 1,
    });
    expect(judged(after(doubled(3), "2027-01-06"))).toMatchObject(breach(two, 7));
    expect(judged(after(doubled(3), "2027-01-07"))?.verdict).toBe("pass");
  });

  it("may have two where two were planned on some day to come, and not where that day is past", () => {
    const planned = withAdded(aPlan(), 9, 3, "E3");
    const twice = withAdded(doubled(3), 9, 3, "E3");
    expect(judged(after(twice, "2027-01-04"), planned)?.verdict).toBe("pass");
    const past = withAdded(aPlan(), 2, 3, "E3");
    expect(judged(after(withAdded(doubled(3), 2, 3, "E3"), "2027-01-04"), past)).toMatchObject(
      breach(two, 7),
    );
  });
});

describe("a session after something was missed", () => {
  const longer = aPlan({ 8: "- P9 E7.5 - S8 E7 L11.5" });

  it("does not grow for a fortnight, even where its week does not", () => {
    expect(judged(after(longer, "2026-12-30"))).toMatchObject({
      ...breach("a session grew", 8),
      measured: 9000,
      limit: 8000,
    });
  });

  it("may grow from the fifteenth day on, and may have grown before the change", () => {
    expect(judged(after(longer, "2026-12-29"))?.verdict).toBe("pass");
    expect(judged(after(longer, "2027-01-13"))?.verdict).toBe("pass");
  });

  it("may be a new one on a day that had none, while the week stays as it was", () => {
    const moved = withAdded(aPlan({ 7: "- T10/3x1.6 E6 - I10/4x1 E9 L17" }), 7, 1, "E3");
    expect(judged(after(moved, "2027-01-04"))?.verdict).toBe("pass");
  });
});

describe("a week after something was missed", () => {
  const grew = "a week grew";

  it("may hold three in a hundred more than was planned, and no more", () => {
    expect(judged(after(withAdded(aPlan(), 7, 1, "E1.6"), "2027-01-04"))?.verdict).toBe("pass");
    expect(judged(after(withAdded(aPlan(), 7, 1, "E1.7"), "2027-01-04"))).toMatchObject({
      ...breach(grew, 7),
      measured: 56_700,
    });
  });

  it("is measured by the days that are left of it, the day of the change among them", () => {
    const saturday = after(replaced(6, 6, "E9"), "2027-01-02");
    expect(judged(saturday)).toMatchObject({ ...breach(grew, 6), measured: 25_000, limit: 24_720 });
    expect(judged(after(replaced(7, 7, "L18"), "2027-01-10"))).toMatchObject(breach(grew, 7));
    expect(judged(after(replaced(7, 7, "L18"), "2027-01-11"))?.verdict).toBe("pass");
  });

  it("is free again when it begins a fortnight after the change", () => {
    const grown = withAdded(aPlan(), 8, 1, "E4");
    expect(judged(after(grown, "2026-12-29"))).toMatchObject(breach(grew, 8));
    expect(judged(after(grown, "2026-12-28"))?.verdict).toBe("pass");
  });

  it("does not count the race", () => {
    const slow = withSession(aPlan(), 12, 7, (race) => ({ ...race, metres: race.metres + 2000 }));
    expect(judged(after(slow, "2027-02-08"))?.verdict).toBe("pass");
  });
});
