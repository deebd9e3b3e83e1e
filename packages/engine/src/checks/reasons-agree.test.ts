import {
  aMarathonPlan,
  aPlan,
  aRulebook,
  onDate,
  sessionFrom,
  withChange,
  withSession,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import { phasesOf } from "../reason/phases.ts";
import type { Reason } from "../reason/reason.ts";
import type { Neighbour } from "../reason/session-reason.ts";
import { OF_THE_SIXTH_WEEK } from "./reasons-agree.fixture.ts";
import { reasonNumberFindings } from "./reasons-agree.ts";
import { sumsAgree } from "./sums-agree.ts";

const found = (plan: PlanUnderLaw) => reasonNumberFindings(factsOf(plan, aRulebook()));
const finished = (plan: PlanUnderLaw): PlanUnderLaw => ({
  ...plan,
  phases: phasesOf(plan.weeks).map((one) => ({ ...one, why: [] })),
});

/** The plan with a reason for a week, or for the session of a day of it. */
const because = (plan: PlanUnderLaw, week: number, day: number | null, why: Reason): PlanUnderLaw =>
  finished({
    ...plan,
    weeks: plan.weeks.map((one) => ({
      ...one,
      ...(one.week === week && day === null ? { why: [why] } : {}),
      days: one.days.map((some, at) => ({
        ...some,
        sessions: some.sessions.map((run) =>
          one.week === week && at + 1 === day ? { ...run, why: [why] } : run,
        ),
      })),
    })),
  });

/** Weeks that a reason is found wrong in. */
const wrongIn = (week: number, day: number | null, why: Reason, plan = aPlan()): readonly unknown[] =>
  found(because(plan, week, day, why)).map((one) => one.week);

describe("the numbers of a reason (S6)", () => {
  it.each(OF_THE_SIXTH_WEEK.map((told) => ({ ...told, kind: told.why.kind })))(
    "are the plan's where $kind is said of day $day, each of them",
    ({ day, why, wrong }) => {
      expect(wrongIn(6, day, why)).toEqual([]);
      for (const [name, value] of Object.entries(wrong))
        expect(wrongIn(6, day, { ...why, [name]: value }), name).toEqual([6]);
    },
  );

  it("are as many days without a run as there were before it", () => {
    const pause = { kind: "pause", first: onDate("2026-12-28"), last: onDate("2026-12-31") } as const;
    const back = withChange(aPlan({ 6: "- - - - E9 E8 L16" }), "2026-12-28", pause);
    const why = {
      kind: "week_after_break",
      law: "C2",
      metres: 33_000,
      days: 4,
      easyRuns: 2,
      lastMetres: 47_000,
      share: 0.7021,
    } as const;
    expect(wrongIn(6, null, why, back)).toEqual([]);
    expect(wrongIn(6, null, why)).toEqual([6]);
    for (const wrong of [{ metres: 33_002 }, { days: 5 }, { share: 0.71 }, { share: null }])
      expect(wrongIn(6, null, { ...why, ...wrong }, back)).toEqual([6]);
  });

  it("are as many kilometres as the race has in race week", () => {
    const why = { kind: "race_week", law: "T2", metres: 22_000, peakMetres: 44_000, share: 0.5 } as const;
    expect(wrongIn(12, null, { ...why, raceMetres: 10_000 })).toEqual([]);
    expect(wrongIn(12, null, { ...why, raceMetres: 10_001 })).toEqual([]);
    expect(wrongIn(12, null, { ...why, raceMetres: 10_002 })).toEqual([12]);
  });

  it("are right to the metre", () => {
    expect(wrongIn(6, 3, { kind: "race_eve", law: "S2", metres: 9001 })).toEqual([]);
    expect(wrongIn(6, 3, { kind: "race_eve", law: "S2", metres: 8999 })).toEqual([]);
  });

  it("are those of either option", () => {
    const { kind, title, metres, steps } = sessionFrom("I9/3x1");
    const plan = withSession(aPlan(), 6, 5, (session) => ({
      ...session,
      optionB: { kind, title, metres, seconds: session.seconds + 60, steps },
    }));
    const seconds = aPlan().weeks[5]?.days[4]?.sessions[0]?.seconds ?? 0;
    const told: readonly Reason[] = [
      { kind: "long_hours", law: "L6", seconds, limitSeconds: 12_600 },
      { kind: "strides", rule: "touches", pieces: 5, pieceSeconds: 204, isUphill: false },
      { kind: "long_inside", law: "L9", inside: "easy", workSeconds: 1020 },
      { kind: "rehearsal", law: "I7", workMetres: 4000, raceMetres: 10_000, daysToRace: 44 },
    ];
    for (const why of told) expect(wrongIn(6, 5, why, plan), why.kind).toEqual([]);
  });

  it("are nothing to agree where a reason tells of none of the plan", () => {
    expect(wrongIn(6, null, { kind: "tune_up_week", law: "H5", raceMetres: 5000, daysToRace: 44 })).toEqual(
      [],
    );
    expect(wrongIn(6, 7, { kind: "wished_day", wish: "longRunDay", weekday: "sun" })).toEqual([]);
  });

  it("are those of the time that a run takes, where hours or a day end it", () => {
    const plan = aMarathonPlan();
    const seconds = plan.weeks[9]?.days[6]?.sessions[0]?.seconds ?? 0;
    const hours = (told: number): Reason => ({
      kind: "long_hours",
      law: "L6",
      seconds: told,
      limitSeconds: 12_600,
    });
    expect(wrongIn(10, 7, hours(seconds), plan)).toEqual([]);
    expect(wrongIn(10, 7, hours(seconds + 2), plan)).toEqual([10]);
    const day = (told: number): Reason => ({
      kind: "day_limit",
      law: "S5",
      weekday: "sun",
      seconds: told,
      limitSeconds: 12_600,
    });
    expect(wrongIn(10, 7, day(seconds), plan)).toEqual([]);
    expect(wrongIn(10, 7, day(seconds - 2), plan)).toEqual([10]);
  });
});

describe("the neighbours that a reason tells of (S6)", () => {
  const next = (days: number, metres: number): Neighbour => ({
    session: "easy",
    weekday: "sun",
    days,
    metres,
  });
  const spaced = (before: Neighbour | null, after: Neighbour | null): Reason => ({
    kind: "spaced_day",
    law: "H1",
    weekday: "fri",
    before,
    after,
  });

  it("stand so many days away, and are so long", () => {
    expect(wrongIn(6, 5, spaced(next(3, 9000), next(2, 16_000)))).toEqual([]);
    expect(wrongIn(6, 5, spaced(null, null))).toEqual([]);
    expect(wrongIn(6, 5, spaced(next(2, 9001), next(2, 16_000)))).toEqual([]);
    expect(wrongIn(6, 5, spaced(next(3, 9002), next(2, 16_000)))).toEqual([6]);
    expect(wrongIn(6, 5, spaced(next(3, 9000), next(1, 16_000)))).toEqual([6]);
    expect(wrongIn(6, 5, spaced(next(1, 9000), null))).toEqual([6]);
    expect(wrongIn(6, 5, spaced(next(400, 9000), null))).toEqual([6]);
  });

  it("stand before or after, as is said", () => {
    const after = (neighbour: Neighbour): Reason => ({ kind: "easy_after", law: "H1", after: neighbour });
    const before = (neighbour: Neighbour): Reason => ({ kind: "easy_before", law: "H1", before: neighbour });
    expect(wrongIn(6, 6, after(next(1, 9000)))).toEqual([]);
    expect(wrongIn(6, 6, after(next(1, 16_000)))).toEqual([6]);
    expect(wrongIn(6, 6, before(next(1, 16_000)))).toEqual([]);
    expect(wrongIn(6, 6, before(next(1, 9000)))).toEqual([6]);
  });
});

describe("a number that is not the plan's (S6)", () => {
  const wrong: Reason = { kind: "race_eve", law: "S2", metres: 8998 };

  it("breaks the law in its week", () => {
    expect(found(because(aPlan(), 6, 3, wrong))).toMatchObject([
      { verdict: "breach", measured: 1, limit: 0, week: 6, why: "a number in a reason is not the plan's" },
    ]);
  });

  it("breaks the law that everything adds up", () => {
    const judgement = sumsAgree.judge(factsOf(because(aPlan(), 6, 3, wrong), aRulebook()));
    expect(judgement.breaches).toContainEqual(
      expect.objectContaining({ week: 6, why: "a number in a reason is not the plan's" }),
    );
  });

  it("is not looked for in a plan that is not finished, nor in weeks that have begun", () => {
    const { phases: _, ...unfinished } = because(aPlan(), 6, 3, wrong);
    expect(found(unfinished)).toEqual([]);
    const changed = (from: string) =>
      found(withChange(because(aPlan(), 6, 3, wrong), from, { kind: "adapt" }));
    expect(changed("2026-12-28")).toHaveLength(1);
    expect(changed("2026-12-29")).toEqual([]);
  });
});
