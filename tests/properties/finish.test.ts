import { addDays, breachesOf, generatePlan, type Plan, type PlanRequest } from "@strideiq/engine";
import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";

const rulebook = realRulebook();
const today = onDate("2026-11-23");
const LENGTHS = [4, 5, 6, 7, 8] as const;
const LONGEST = [16, 19, 20, 22, 25, 28] as const;

/** A marathon on the last day of so many weeks. */
const wishOf = (weeks: number, weeklyKm: number, longestKm: number, daysPerWeek: number): PlanRequest =>
  aRequest({
    today,
    distance: "marathon",
    raceDate: addDays(today, weeks * 7 - 1),
    weeklyMetres: weeklyKm * 1000,
    longestMetres: longestKm * 1000,
    daysPerWeek,
    unavailable: [],
    result: null,
  });

interface Row {
  readonly weeklyKm: number;
  readonly longestKm: number;
  readonly answers: readonly ReturnType<typeof generatePlan>[];
}

const rows: readonly Row[] = [21, 27, 33, 37, 39, 40, 45].flatMap((weeklyKm) =>
  LONGEST.flatMap((longestKm) =>
    [3, 4, 5, 6].map((days) => ({
      weeklyKm,
      longestKm,
      answers: LENGTHS.map((weeks) => generatePlan(wishOf(weeks, weeklyKm, longestKm, days), rulebook)),
    })),
  ),
);

const made = rows.flatMap(({ weeklyKm, longestKm, answers }) =>
  answers.map((answer, i) => ({ weeklyKm, longestKm, weeks: LENGTHS[i] ?? 0, answer })),
);

const leadsToFinish = (plan: Plan): boolean => plan.adjustments.some(({ wish }) => wish === "finish");

const nameOf = ({ weeks, weeklyKm, longestKm }: (typeof made)[number]): string =>
  `${String(weeks)} weeks from ${String(weeklyKm)} km a week and a longest run of ${String(longestKm)} km`;

describe("a marathon in four to eight weeks", () => {
  it("is a clean plan, or refused with one that is near", () => {
    const unclean = made.filter(({ answer }) => {
      const plan = answer.ok ? answer.value : answer.error.nearest?.plan;
      return plan === undefined || breachesOf(plan.certificate).length > 0;
    });
    expect(unclean.map(nameOf)).toEqual([]);
  });

  it("is only to finish below six weeks, and below eight for who runs less than 40 km a week", () => {
    const wrong = made.filter(({ weeks, weeklyKm, answer }) => {
      const isFinish = weeks < 6 || (weeks < 8 && weeklyKm < 40);
      return answer.ok && leadsToFinish(answer.value) !== isFinish;
    });
    expect(wrong.map(nameOf)).toEqual([]);
  });

  it("is there to finish for who runs 37 km a week and has run 20, and for nobody who has not", () => {
    const finish = made.filter(({ weeks, weeklyKm }) => weeks < 6 || (weeks < 8 && weeklyKm < 40));
    const wrong = finish.filter(
      ({ weeklyKm, longestKm, answer }) =>
        (longestKm < 20 && answer.ok) || (longestKm >= 20 && weeklyKm >= 37 && !answer.ok),
    );
    expect(wrong.map(nameOf)).toEqual([]);
  });

  it("holds nothing hard where it is only to finish, and is flagged for it", () => {
    for (const { answer } of made) {
      if (!answer.ok || !leadsToFinish(answer.value)) continue;
      const { weeks, certificate } = answer.value;
      const sessions = weeks.flatMap((week) => week.days).flatMap((day) => day.sessions);
      expect(sessions.filter(({ quality, kind }) => quality && kind !== "race")).toEqual([]);
      const verdictOf = (law: string): string | undefined =>
        certificate.laws.find(({ id }) => id === law)?.verdict;
      expect([verdictOf("I7"), verdictOf("I8")]).toEqual(["flag", "not_applicable"]);
    }
  });

  it("is never refused for one week more", () => {
    const lost = rows.filter(({ answers }) =>
      answers.some((answer, i) => !answer.ok && answers[i - 1]?.ok === true),
    );
    expect(lost.map(({ weeklyKm, longestKm }) => [weeklyKm, longestKm])).toEqual([]);
  });
});
