import {
  aMidweekPlan,
  aPlan,
  aRulebook,
  sessionFrom,
  stretch,
  timed,
  withRequest,
  withSession,
  withoutResult,
} from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { dosesOf, easyMetresOf, fastSecondsOf } from "./doses.ts";
import { factsOf } from "./facts.ts";
import { isQualityRun } from "./quality.ts";
import { taperWeeksOf } from "./race-weeks.ts";

const rules = aRulebook();
const words = rules.laws.H1;

describe("factsOf", () => {
  it("measures a calendar week without the goal race", () => {
    const week = factsOf(aPlan(), rules).weeks[11];
    expect(week).toMatchObject({
      metres: 22_000,
      raceMetres: 10_000,
      runDays: 5,
      qualityDays: 2,
      longRun: null,
    });
  });

  it("counts weeks back from a race on Wednesday, wherever the calendar cuts them", () => {
    const { raceWeeks } = factsOf(aMidweekPlan(), rules);
    expect(raceWeeks.slice(0, 3).map((week) => [week.metres, week.weekNumbers])).toEqual([
      [24_000, [11, 12]],
      [50_000, [10, 11]],
      [58_000, [9, 10]],
    ]);
    expect(raceWeeks.at(-1)?.complete).toBe(false);
    expect(taperWeeksOf(raceWeeks, 0.9)).toBe(2);
  });

  it("reckons with the chosen option, and knows the least and the most", () => {
    const b = { ...sessionFrom("I10"), kind: "interval" as const };
    const plan = withSession(aPlan(), 6, 2, (session) => ({ ...session, optionB: b, chosen: "b" }));
    const run = factsOf(plan, rules).weeks[5]?.days[1]?.runs[0];
    expect(run).toMatchObject({ kind: "interval", metres: 10_000, metresLeast: 9000, metresMost: 10_000 });
    expect(factsOf(plan, rules).weeks[5]).toMatchObject({
      metres: 52_000,
      metresLeast: 51_000,
      metresMost: 52_000,
    });
  });

  it("takes the easy pace from the paces, or from the plan's own easy running", () => {
    expect(factsOf(aPlan(), rules).easyPace).toBeCloseTo(0.3525);
    expect(factsOf(withoutResult(aPlan()), rules).easyPace).toBeCloseTo(0.3525);
  });

  it("takes what was run before from the wish, or from the history", () => {
    const history = {
      weeks: [20, 30, 34, 36, 40].map((km) => ({ metres: km * 1000, longestMetres: km * 300, runs: 4 })),
    };
    const plan = withRequest(aPlan(), { weeklyMetres: null, longestMetres: null, history });
    expect(factsOf(plan, rules)).toMatchObject({ knownWeeklyMetres: 35_000, knownLongestMetres: 12_000 });
  });
});

describe("dosesOf", () => {
  const booking = { distance: "marathon", kind: "long", words } as const;

  it("multiplies repeats, also inside repeats", () => {
    const inner = { repeat: 3, steps: [stretch("interval", 400), stretch("recovery", 200)] };
    const doses = dosesOf([stretch("easy", 1000), { repeat: 2, steps: [inner] }], booking);
    expect(doses.metres).toMatchObject({ easy: 1000, interval: 2400, recovery: 1200 });
    expect(doses.totalMetres).toBe(4600);
    expect(easyMetresOf(doses)).toBe(2200);
  });

  it("books strides apart from repetitions, and race pace under its own pace", () => {
    const doses = dosesOf([timed("repetition", 20), timed("repetition", 45), stretch("race", 2000)], booking);
    expect(doses.seconds).toMatchObject({ sprint: 20, repetition: 45, race: 0 });
    expect(doses.metres.marathon).toBe(2000);
    expect(fastSecondsOf(doses)).toBe(45);
  });

  it("holds hill sprints to twelve seconds", () => {
    const hills = { ...booking, kind: "hills" } as const;
    expect(dosesOf([timed("sprint", 12), timed("sprint", 20)], hills).seconds).toMatchObject({
      sprint: 12,
      repetition: 20,
    });
  });
});

describe("isQualityRun", () => {
  const judged = (kind: "easy" | "long" | "threshold", ...steps: Parameters<typeof dosesOf>[0]): boolean =>
    isQualityRun(kind, dosesOf(steps, { distance: "10k", kind, words }), words);

  it("goes by what a run holds, not by its name", () => {
    expect(judged("easy", stretch("easy", 8000))).toBe(false);
    expect(judged("easy", stretch("easy", 5000), stretch("interval", 3000))).toBe(true);
    expect(judged("threshold", stretch("easy", 8000))).toBe(true);
  });

  it("counts a long run from fifteen minutes at marathon pace", () => {
    expect(judged("long", stretch("easy", 15_000), timed("marathon", 899))).toBe(false);
    expect(judged("long", stretch("easy", 15_000), timed("threshold", 300))).toBe(false);
    expect(judged("long", stretch("easy", 15_000), timed("marathon", 900))).toBe(true);
  });

  it("lets six strides stay easy", () => {
    expect(
      judged("easy", stretch("easy", 6000), {
        repeat: 6,
        steps: [timed("repetition", 20), timed("recovery", 60)],
      }),
    ).toBe(false);
  });
});
