import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import type { Plan, PlanWeek } from "../plan/plan.ts";
import { breachIdsOf, changed, changing } from "./replan.fixture.ts";
import { isRace, metresOf, sessionsOf } from "./weeks.ts";

const rulebook = realRulebook();
const today = onDate("2026-11-23");
const made = generatePlan(
  aRequest({
    distance: "marathon",
    raceDate: onDate("2027-04-18"),
    today,
    result: { metres: 21_097.5, seconds: 5900 },
    weeklyMetres: 55_000,
    longestMetres: 18_000,
    daysPerWeek: 5,
    unavailable: ["mon"],
  }),
  rulebook,
);
if (!made.ok) throw new Error(made.error.law);
const plan = made.value;

const paused = (first: string, last: string): Plan =>
  changed(changing(plan, today, { kind: "pause", first: onDate(first), last: onDate(last) }, rulebook)).plan;

const runIn = ({ days }: PlanWeek): number =>
  metresOf(days.map((day) => ({ ...day, sessions: day.sessions.filter((one) => !isRace(one)) })));

const hasQuality = (week: PlanWeek): boolean => sessionsOf([week]).some(({ session }) => session.quality);

const longestIn = (weeks: readonly PlanWeek[]): number =>
  Math.max(0, ...sessionsOf(weeks).map(({ session }) => session.metres));

/** Every week as a share of the mean of the four that end with it. */
const ratios = ({ weeks }: Plan): readonly (readonly [PlanWeek, number])[] => {
  const metres = [55_000, 55_000, 55_000, ...weeks.map(runIn)];
  return weeks.map((week, i) => {
    const month = metres.slice(i, i + 4);
    return [week, runIn(week) / (month.reduce((a, b) => a + b, 0) / 4)];
  });
};

describe("the climb back from a break", () => {
  it.each([
    ["six days", "2026-12-14", "2026-12-19"],
    ["twelve days", "2026-12-07", "2026-12-19"],
    ["three weeks", "2026-12-07", "2026-12-27"],
    ["five weeks", "2026-12-07", "2027-01-10"],
  ])("of %s raises no build week above what its month allows, and breaks no law", (_, first, last) => {
    const after = paused(first, last);
    expect(breachIdsOf(after)).toEqual([]);
    const steep = ratios(after).filter(([week, ratio]) => week.kind !== "return" && ratio > 1.5);
    expect(steep.map(([week, ratio]) => [week.week, week.kind, ratio])).toEqual([]);
  });

  it("gives back what was run before, in easy weeks, and goes on from there", () => {
    const { weeks } = paused("2026-12-07", "2026-12-19");
    const back = weeks.slice(2, 6);
    expect(back.map(({ kind }) => kind)).toEqual(["return", "return", "return", "return"]);
    expect(back.some(hasQuality)).toBe(false);
    const level = Math.max(...weeks.slice(0, 2).map(runIn));
    const [none = 0, few = 0, most = 0, all = 0] = back.map(runIn);
    expect(none).toBe(0);
    expect(few).toBeLessThan(most);
    expect(most).toBeLessThan(all);
    expect(all).toBeLessThanOrEqual(level);
  });

  it.each([
    ["2026-12-07", "2026-12-19"],
    ["2026-12-07", "2026-12-27"],
    ["2027-01-18", "2027-02-02"],
  ])("brings hard running back in a week that is no new high, from %s to %s", (first, last) => {
    const { weeks } = paused(first, last);
    const index = weeks.findIndex((week) => (week.days[0]?.date ?? "") > last && hasQuality(week));
    const hard = weeks[index];
    if (hard === undefined) throw new Error("No hard week follows.");
    const before = weeks.slice(0, index);
    expect(runIn(hard)).toBeLessThanOrEqual(Math.max(...before.map(runIn)));
    expect(longestIn([hard])).toBeLessThanOrEqual(longestIn(before));
  });

  it("leaves the long run of the week of the first day back to an easy one where it would stand alone", () => {
    const { weeks } = paused("2026-12-14", "2026-12-19");
    const [only, ...others] = sessionsOf(weeks.slice(3, 4));
    expect([only?.session.kind, others]).toEqual(["easy", []]);
  });
});
