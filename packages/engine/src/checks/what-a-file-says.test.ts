import {
  aPlan,
  aRulebook,
  onDate,
  realRulebook,
  withChange,
  withSessions,
  withWeek,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { standardRequest } from "../athlete/standard-request.ts";
import { generatePlan } from "../generate/generate.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import { withChoices } from "../plan/choices.ts";
import type { Plan } from "../plan/plan.ts";
import type { Reason } from "../reason/reason.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { breachesOf, certify } from "./certify.ts";

const rules = aRulebook();
const adapt = { kind: "adapt" } as const;
const changed = withChange(aPlan(), "2026-12-28", adapt);

const breaksOf = (plan: PlanUnderLaw): readonly string[] =>
  breachesOf(certify(plan, rules)).map(({ id, why }) => `${id} ${why ?? ""}`);
const brokenLaws = (plan: PlanUnderLaw): readonly string[] =>
  breachesOf(certify(plan, rules)).map(({ id }) => id);

/** The same plan, its only change claimed to be of race day. */
const claimedOnRaceDay = (plan: PlanUnderLaw): PlanUnderLaw => withChange(plan, plan.raceDate, adapt);

describe("a change that a file tells of", () => {
  it("excuses nothing of what was planned and run before it", () => {
    const broken = aPlan({ 6: "- T9 I9 - E9 E8 G16" });
    expect(brokenLaws(broken)).toContain("H1");
    expect(brokenLaws(claimedOnRaceDay(broken))).toEqual(brokenLaws(broken));
  });

  it("cannot have been made before there was a plan, or after its race", () => {
    const outside = "S6 a change was made outside the plan";
    expect(breaksOf(withChange(aPlan(), "2026-11-01", adapt))).toContain(outside);
    expect(breaksOf(withChange(aPlan(), "2027-02-15", adapt))).toContain(outside);
    expect(breaksOf(changed)).toEqual([]);
  });

  it("cannot stand before one that was made earlier, or take back ids that were given", () => {
    const disorder = "S6 the changes are out of order";
    expect(breaksOf(withChange(changed, "2026-12-27", adapt))).toContain(disorder);
    const fewerIds = (changed.changes ?? []).map((one) => ({ ...one, idsGiven: 70 }));
    expect(breaksOf(withChange({ ...changed, changes: fewerIds }, "2026-12-29", adapt))).toContain(disorder);
  });

  it("cannot close or move to a day that was past", () => {
    const past = "S6 a change asks for days that were past";
    const block = { kind: "block_days", days: [onDate("2026-12-21")] } as const;
    const move = { kind: "move", session: "w8d2", to: onDate("2026-12-20") } as const;
    const swap = { kind: "swap", days: [onDate("2026-12-30"), onDate("2026-12-23")] } as const;
    for (const wish of [block, move, swap])
      expect(breaksOf(withChange(aPlan(), "2026-12-28", wish))).toContain(past);
  });

  it("cannot tell what became of days to come", () => {
    const early = "S6 a change tells of days that were still to come";
    const skipped = { sessions: [{ session: "w6d2", status: "skipped" }] } as const;
    const extra = { extra: [{ date: onDate("2026-12-29"), metres: 5000, seconds: 1800 }] };
    const pain = { health: { kind: "pain", date: onDate("2026-12-29") } } as const;
    for (const done of [skipped, extra, pain])
      expect(breaksOf(withChange(aPlan(), "2026-12-28", adapt, done))).toContain(early);
  });

  it("cannot have put the race on another day than the one it stands on", () => {
    const moved = { kind: "race_date", date: onDate("2027-02-13") } as const;
    expect(breaksOf(withChange(aPlan(), "2026-12-28", moved))).toContain(
      "S6 a change put the race on another day",
    );
    const here = { kind: "race_date", date: aPlan().raceDate } as const;
    expect(breaksOf(withChange(aPlan(), aPlan().raceDate, here))).toContain(
      "S6 a change was made outside the plan",
    );
  });
});

describe("a week of return", () => {
  const leap = withWeek(aPlan({ 10: "- I20 E20 - T20 E20 L22" }), 10, (week) => ({
    ...week,
    kind: "return",
  }));

  it("is none without a break before it, and is judged like any other", () => {
    expect(breaksOf(leap)).toContain("S7 a week of return without a break before it");
    expect(brokenLaws(leap)).toContain("V1");
    expect(brokenLaws(withChange(leap, "2026-12-28", adapt))).toContain("V1");
  });

  it("may follow on days that were closed", () => {
    const rows = { 6: "- - - - - - -", 7: "- E6 - - E6 E6 L9" };
    const pause = { kind: "pause", first: onDate("2026-12-28"), last: onDate("2027-01-03") } as const;
    const back = withWeek(aPlan(rows), 7, (week) => ({ ...week, kind: "return" }));
    expect(breaksOf(withChange(back, "2026-12-28", pause)).join()).not.toContain("without a break");
    expect(breaksOf(back).join()).toContain("without a break");
  });
});

/** A number of a reason doubled, or that of the neighbour that it names. */
function twice(reason: Reason, field: string): Reason {
  const told = Object.entries(reason).map(([key, value]: [string, unknown]): [string, unknown] => {
    if (key !== field) return [key, value];
    if (typeof value === "number") return [key, value * 2];
    return [key, isNeighbour(value) ? { ...value, metres: value.metres * 2 } : value];
  });
  return { ...reason, ...Object.fromEntries<unknown>(told) };
}

const isNeighbour = (value: unknown): value is { readonly metres: number } =>
  typeof value === "object" && value !== null && "metres" in value;

describe("a finished plan", () => {
  const rulebook = realRulebook();
  const standard = rulebook.standardPlans.find(({ distance, weeks }) => distance === "5k" && weeks === 8);
  if (standard === undefined) throw new Error("There is no such plan.");
  const made = generatePlan(standardRequest(standard, onDate("2027-04-18")), rulebook);
  if (!made.ok) throw new Error("It was refused.");
  const plan: Plan = made.value;
  const lawsBroken = (told: PlanUnderLaw): readonly string[] =>
    breachesOf(certify(told, rulebook)).map(({ id }) => id);

  it.each<[string, LawId, Plan]>([
    ["phase", "S6", { ...plan, phases: plan.phases.map((one) => ({ ...one, why: [] })) }],
    ["week", "S6", { ...plan, weeks: plan.weeks.map((one) => ({ ...one, why: [] })) }],
    [
      "session",
      "S6",
      {
        ...plan,
        weeks: plan.weeks.map((week) => ({
          ...week,
          days: week.days.map((day) => ({
            ...day,
            sessions: day.sessions.map(({ why: _, ...session }) => session),
          })),
        })),
      },
    ],
  ])("says of every %s why it is there", (_, law, silent) => {
    expect(lawsBroken(plan)).toEqual([]);
    expect(lawsBroken(silent)).toEqual([law]);
  });

  it("gives the numbers of its own weeks and sessions as reasons", () => {
    const doubled = (why: readonly Reason[] | undefined, field: string): readonly Reason[] =>
      (why ?? []).map((reason) => twice(reason, field));
    const inWeeks = (field: string): Plan => ({
      ...plan,
      weeks: plan.weeks.map((week) => ({ ...week, why: doubled(week.why, field) })),
    });
    const inSessions = (field: string): PlanUnderLaw =>
      withSessions(plan, (session) => ({ ...session, why: doubled(session.why, field) }));
    for (const field of ["metres", "lastMetres", "buildMetres", "peakMetres", "growth", "depth", "share"])
      expect([field, lawsBroken(inWeeks(field))]).toEqual([field, ["S6"]]);
    for (const field of [
      "metres",
      "weekMetres",
      "workSeconds",
      "workMetres",
      "share",
      "daysToRace",
      "pieces",
    ])
      expect([field, lawsBroken(inSessions(field))]).toEqual([field, ["S6"]]);
    for (const field of ["before", "after"])
      expect([field, lawsBroken(inSessions(field))]).toEqual([field, ["S6"]]);
  });

  it("keeps the numbers of its reasons when other options are chosen", () => {
    expect(lawsBroken(withChoices(plan, () => "b"))).toEqual([]);
    expect(lawsBroken(withChoices(plan, ({ id }) => (Number(id.slice(1)) % 2 === 0 ? "b" : "a")))).toEqual(
      [],
    );
  });

  it("tells of the phases that its weeks have, each from its first week to its last", () => {
    const [first, ...rest] = plan.phases;
    if (first === undefined) throw new Error("It has no phases.");
    expect(lawsBroken({ ...plan, phases: rest })).toEqual(["S7"]);
    expect(lawsBroken({ ...plan, phases: [...rest, first] })).toEqual(["S7"]);
    expect(lawsBroken({ ...plan, phases: [{ ...first, lastWeek: first.lastWeek + 1 }, ...rest] })).toEqual([
      "S7",
    ]);
  });
});
