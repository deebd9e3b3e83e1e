import type { Reason } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { untieUnits } from "../numbers/tie-units.ts";
import { authorityText, reasonText } from "./reason-text.ts";
import type { ReasonOptions } from "./say.ts";

const said = (reason: Reason, options: ReasonOptions): string => untieUnits(reasonText(reason, options));

const BLOCK = {
  kind: "block_step",
  law: "I6",
  effort: "threshold",
  zone: "threshold",
  isLong: false,
  step: 3,
  steps: 5,
  workSeconds: 1920,
  workMetres: 5300,
  weekMetres: 58_000,
  share: 0.0914,
  pieceSeconds: 480,
  last: { workSeconds: 1680, pieceSeconds: 420 },
} as const satisfies Reason;

const SUNDAY = { session: "long", weekday: "sun", metres: 22_000, days: 2 } as const;
const INTERVALS = { session: "interval", weekday: "fri", metres: 11_000, days: 1 } as const;

const LONG_STEP = {
  kind: "long_step",
  law: "L8",
  metres: 18_000,
  step: 6,
  steps: 13,
  lastMetres: 17_000,
  peakMetres: 24_000,
} as const satisfies Reason;

const CUTBACK = {
  kind: "cutback_week",
  law: "V5",
  metres: 47_500,
  buildMetres: 60_500,
  depth: 0.2149,
  streak: 3,
  streakMax: 4,
  age: null,
} as const satisfies Reason;

const SENTENCES: readonly (readonly [string, Reason])[] = [
  [
    "Third of five steps of your threshold block: 32 min at threshold, after 28 min last time, in pieces of up to 8 min (before: 7 min). That is 9.1 % of this week's 58 km.",
    BLOCK,
  ],
  [
    "The only threshold session of the build: 32 min at threshold without a break. That is 9.1 % of this week's 58 km.",
    { ...BLOCK, step: 1, steps: 1, pieceSeconds: 1920, last: null },
  ],
  [
    "Third of five steps of your threshold block: 32 min at threshold as last time, now without a break. That is 9.1 % of this week's 58 km.",
    { ...BLOCK, pieceSeconds: 1920, last: { workSeconds: 1920, pieceSeconds: 960 } },
  ],
  [
    "Second of three long runs with race pace inside: 32 min at marathon pace. That is 9.1 % of this week's 58 km.",
    { ...BLOCK, effort: "race_pace", zone: "marathon", isLong: true, step: 2, steps: 3, last: null },
  ],
  [
    "Lighter work for a lighter week: 15 min at threshold, where the last full session held 25 min.",
    {
      kind: "light_session",
      law: "V5",
      effort: "threshold",
      zone: "threshold",
      workSeconds: 900,
      usualSeconds: 1500,
    },
  ],
  [
    "Wednesday: two days after Sunday's long run of 22 km and one day before Friday's interval session.",
    { kind: "spaced_day", law: "H1", weekday: "wed", before: SUNDAY, after: INTERVALS },
  ],
  [
    "Wednesday, with no hard day near it.",
    { kind: "spaced_day", law: "H1", weekday: "wed", before: null, after: null },
  ],
  [
    "Sixth of 13 long runs on the way up: 18 km, after 17 km last time; 24 km is the longest of the plan.",
    LONG_STEP,
  ],
  [
    "13th of 13 long runs on the way up: 24 km again; no long run is longer.",
    { ...LONG_STEP, step: 13, metres: 24_000, lastMetres: 24_000 },
  ],
  [
    "The only long run of the build: 12 km; no long run is longer.",
    { ...LONG_STEP, step: 1, steps: 1, metres: 12_000, peakMetres: 12_000, lastMetres: null },
  ],
  [
    "52.5 km on four run days carry one hard day, and the long run is it: it holds 55 min of race pace.",
    {
      kind: "hard_long_run",
      rule: "quality",
      effort: "race_pace",
      workSeconds: 3300,
      metres: 52_500,
      runDays: 4,
      hardDays: 1,
    },
  ],
  [
    "A lighter week after three build weeks: 47.5 km, 21 % under the last build week (60.5 km). This is where training is absorbed.",
    CUTBACK,
  ],
  [
    "A lighter week after three build weeks: 47.5 km, 21 % under the last build week (60.5 km). At 54 no more than three follow each other.",
    { ...CUTBACK, age: 54, streakMax: 3 },
  ],
  [
    "60 km, as in the last build week: the body settles on what it has.",
    { kind: "build_week", law: "V2", metres: 60_000, lastMetres: 60_000, growth: 0 },
  ],
  [
    "57 km, 5 % less than in the last build week (60 km).",
    { kind: "build_week", law: "V2", metres: 57_000, lastMetres: 60_000, growth: -0.05 },
  ],
  [
    "A tune-up race of 10 km, 21 days before your goal race.",
    { kind: "tune_up_week", law: "H5", raceMetres: 10_000, daysToRace: 21 },
  ],
  [
    "A race to practise racing: 10 km, 21 days before your goal race.",
    { kind: "tune_up_race", law: "H5", metres: 10_000, daysToRace: 21 },
  ],
  [
    "A gentle week of return: 20 km.",
    { kind: "return_week", rule: "return", metres: 20_000, lastMetres: null },
  ],
  [
    "A gentle week of return: 20 km, after 40 km in your last week of running.",
    { kind: "return_week", rule: "return", metres: 20_000, lastMetres: 40_000 },
  ],
  [
    "After five days without a run: 45 km. The first two runs back are easy.",
    {
      kind: "week_after_break",
      law: "C2",
      metres: 45_000,
      days: 5,
      easyRuns: 2,
      lastMetres: null,
      share: null,
    },
  ],
  [
    "After eight days without a run: 28 km, 74 % of your last whole week (38 km). The first three runs back are easy.",
    {
      kind: "week_after_break",
      law: "C2",
      metres: 28_000,
      days: 8,
      easyRuns: 3,
      lastMetres: 38_000,
      share: 0.7368,
    },
  ],
  [
    "30 min beside running, for a body that holds together.",
    { kind: "beside_running", rule: "beside_running", seconds: 1800 },
  ],
  [
    "Build: easy running, a little further from week to week.",
    { kind: "phase_purpose", rule: "program", phase: "build", sessions: [] },
  ],
  [
    "Two of the ten weeks before the taper: 20 %, under the usual 40 %. What is closest to the race comes first.",
    {
      kind: "phase_length",
      rule: "mesocycles",
      phase: "base",
      weeks: 2,
      weeksBeforeTaper: 10,
      share: 0.2,
      usualShare: 0.4,
    },
  ],
  [
    "Six of the ten weeks before the taper: 60 %, over the usual 30 %.",
    {
      kind: "phase_length",
      rule: "mesocycles",
      phase: "base",
      weeks: 6,
      weeksBeforeTaper: 10,
      share: 0.6,
      usualShare: 0.3,
    },
  ],
  [
    "Your calendar comes first: no running on Monday and Friday; at most 60 min on Tuesday.",
    {
      kind: "days_kept",
      law: "S5",
      unavailable: ["mon", "fri"],
      limits: [{ weekday: "tue", seconds: 3600 }],
    },
  ],
  [
    "You moved it from Tuesday to Thursday.",
    { kind: "moved_session", wish: "move", weekday: "thu", from: "tue" },
  ],
  [
    "You took this Thursday out of the plan.",
    { kind: "rest_not_free", wish: "block_days", weekday: "thu", limitSeconds: null },
  ],
  [
    "This Thursday lies in your break.",
    { kind: "rest_not_free", wish: "pause", weekday: "thu", limitSeconds: null },
  ],
  ["Rest after yesterday's interval session.", { kind: "rest_after", law: "H1", after: INTERVALS }],
  [
    "The five runs of this week are on other days.",
    { kind: "rest_days", law: "S4", runDays: 5, askedDays: 5 },
  ],
  [
    "This week has four run days; five are usual in your plan.",
    { kind: "rest_days", law: "S4", runDays: 4, askedDays: 5 },
  ],
];

describe("reasons in a runner's words", () => {
  it.each(SENTENCES)("%s", (sentence, reason) => {
    expect(said(reason, { units: "km", estimated: false })).toBe(sentence);
  });

  it("say distances in miles, estimates as such, and the race as long as it is", () => {
    expect(said(LONG_STEP, { units: "mi", estimated: true })).toBe(
      "Sixth of 13 long runs on the way up: ~11.2 mi, after ~10.6 mi last time; ~14.9 mi is the longest of the plan.",
    );
    const race = { metres: 42_195, weeks: 18, trainedMetres: 900_000, longestMetres: 32_000 };
    expect(said({ kind: "the_race", law: "S1", ...race }, { units: "km", estimated: true })).toBe(
      "Everything is built back from here: 42.2 km after 18 weeks, ~900 km of training and a longest run of ~32 km.",
    );
  });

  it("divide the race by its paces, or by effort where there are none", () => {
    const paced = {
      metres: 42_195,
      firstMetres: 4000,
      seconds: 14_100,
      secondsPerKm: 334,
      firstSecondsPerKm: 341,
    };
    const pacing = { kind: "race_pacing", rule: "race_day", ...paced } as const;
    expect(said(pacing, { units: "km", estimated: false })).toBe(
      "Run it evenly: 5:34 /km brings you through 42.2 km in 3:55:00. Open gently: 4 km at 5:41 /km.",
    );
    const blind = { ...pacing, seconds: null, secondsPerKm: null, firstSecondsPerKm: null };
    expect(said(blind, { units: "mi", estimated: true })).toBe(
      "Run it evenly, by effort: hold back for 2.5 mi, and stay as strong for the rest of the 26.2 mi.",
    );
  });

  it("hold no time against a race after a break of weeks, and do not send anyone racing without a base", () => {
    const lost = { kind: "race_after_break", law: "C2", metres: 42_195, breakDays: 97 } as const;
    const say = (daysBack: number, hasBase: boolean): string =>
      said({ ...lost, daysBack, hasBase }, { units: "km", estimated: false });
    expect(say(0, false)).toMatch(/^97 days without running, right up to the race: do not run it for time\./);
    expect(say(10, false)).toMatch(/^97 days without running, and ten days to the race: do not run it/);
    expect(say(70, true)).toMatch(
      /^After 97 days without running no time from before holds: run the 42.2 km by/,
    );
  });

  it("say what to take on the way of a long race", () => {
    const gramsPerHour = { min: 75, max: 90 };
    const fuel = {
      kind: "race_fuelling",
      rule: "race_day",
      seconds: 14_100,
      need: "rehearsal",
      gramsPerHour,
    } as const;
    expect(said(fuel, { units: "km", estimated: false })).toBe(
      "About 3 h 55 min on the way: take 75 to 90 g of carbohydrate an hour, as you practised on the long runs at race pace.",
    );
  });

  it("keep numbers and their units on one line", () => {
    expect(reasonText(LONG_STEP, { units: "km", estimated: false })).toContain("18\u00A0km");
  });

  it("name the law, the rule or the wish that decided", () => {
    expect(authorityText(BLOCK)).toBe("law I6, a threshold block that grows");
    expect(authorityText({ rule: "mesocycles" })).toBe("rule: how the weeks are shared out");
    expect(authorityText({ wish: "longRunDay" })).toBe("your wish");
    expect(authorityText({ law: "X9" })).toBe("");
  });
});
