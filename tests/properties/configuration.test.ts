import { generatePlan, type PlanRequest, replan, type Rulebook } from "@strideiq/engine";
import { anyRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyChange } from "./replan/any-change.ts";
import { numbersIn, recording } from "./configuration/recording.ts";
import { everyTier, RUNNERS, standardWishes } from "./configuration/runners.ts";

const rulebook = realRulebook();

/** What a runner gets: the sessions of the weeks, or the reason why there are none. Never the certificate. */
function outcome(request: PlanRequest, rules: Rulebook): string {
  const answer = generatePlan(request, rules);
  return JSON.stringify(
    answer.ok ? answer.value.weeks : [answer.error.law, answer.error.nearest?.plan.weeks],
  );
}

const usual = RUNNERS.map((request) => ({ request, outcome: outcome(request, rulebook) }));

/** Sets one number of a rulebook; a path that leads nowhere is a mistake of the test. */
function withNumber(path: string, value: number | boolean): Rulebook {
  const changed = structuredClone(rulebook);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<unknown>((node, key) => childOf(node, key), changed);
  expect(typeof childOf(holder, last)).toBe(typeof value);
  expect(childOf(holder, last)).not.toBe(value);
  Object.assign(holder as object, { [last]: value });
  return changed;
}

function childOf(node: unknown, key: string): unknown {
  if (typeof node !== "object" || node === null) throw new Error(`Nothing holds ${key}.`);
  const workouts: readonly { readonly id?: string }[] = Array.isArray(node) ? node : [];
  return workouts.find(({ id }) => id === key) ?? (node as Readonly<Record<string, unknown>>)[key];
}

const CHANGES: readonly (readonly [path: string, value: number | boolean])[] = [
  ["horizon.weeksMax", 20],
  ["periodization.givesWay.base", 9],
  ["periodization.taperShareMax", 0.2],
  ["volume.weekSecondsOwnMax", 43_200],
  ["races.marathon.weeksMin", 12],
  ["races.marathon.metres", 42_000],
  ["races.marathon.taper.weeksAim", 2],
  ["races.marathon.taper.volumeShare.1", 0.5],
  ["races.marathon.taper.longRunShare.2", 0.6],
  ["races.marathon.mesocycles.0.weight", 1],
  ["races.10k.mesocycles.2.weeksMin", 4],
  ["races.marathon.tiers.mid.fromMetres", 58_000],
  ["races.marathon.tiers.high.peakMetres", 105_000],
  ["races.marathon.tiers.mid.longRunPeakMetres", 28_000],
  ["races.half_marathon.tiers.mid.startMetres", 42_000],
  ["races.half_marathon.tiers.mid.planningRpi", 43],
  ["standardPlans.12.peakMetres", 33_000],
  ["classification.weeks", 3],
  ["classification.weeksMin", 12],
  ["classification.longestShareMin", 0.6],
  ["classification.runDaysMin.high", 6],
  ["classification.chosenShare", 1],
  ["builder.unbrokenSeconds", 300],
  ["builder.firstPieceShare", 0.1],
  ["builder.weeksPerStageMax", 1],
  ["builder.walkSeconds", 180],
  ["builder.tailSecondsMin", 240],
  ["builder.strideWeeks", 3],
  ["builder.weekStepMetres", 900],
  ["builder.longStepMetres", 600],
  ["builder.climbShare", 1],
  ["builder.unitSeconds", 600],
  ["builder.baseWeeksMin.5k", 12],
  ["laws.L1.builderFloorMetres.5k", 12_000],
  ["workouts.run-walk.rungs.2.set.1.seconds", 90],
  ["laws.H1.mastersGapDays", 2],
  ["laws.V5.mastersCarried.streaks", 1],
  ["laws.V5.mastersCarried.streakWeeks", 2],
  ["pace.easy.slow", 0.6],
  ["pace.threshold", 0.86],
  ["pace.interval", 0.96],
  ["pace.slowRunnerRule.enabled", false],
  ["pace.slowRunnerRule.offset", 14],
  ["pace.sprintShareOfRepetition", 0.8],
  ["pace.walkSecondsPerKm", 600],
  ["volume.growthAim", 1.01],
  ["volume.growthHard", 1.15],
  ["volume.growthStepMetres", 3000],
  ["volume.cutbackShare", 0.7],
  ["volume.cutbackLongRunShare", 0.62],
  ["volume.streakAim", 2],
  ["volume.mastersStreakMax", 2],
  ["volume.peakGrowthMax", 1.5],
  ["volume.weekSecondsMax", 30_000],
  ["volume.roundingMetres.0", 1000],
  ["volume.roundingSeconds.0", 600],
  ["longRun.firstShare", 0.5],
  ["longRun.growthAim", 1.04],
  ["longRun.secondLongestAim", 0.6],
  ["longRun.unitMetres", 2000],
  ["longRun.unitSeconds", 900],
  ["longRun.daysBeforeRaceMin", 2],
  ["days.stridesBeforeRace.min", 3],
  ["days.weights.recovery", 0.5],
  ["days.weights.mediumLong", 1.2],
  ["days.mediumLong.weekMetresMin", 75_000],
  ["days.placement.qualityGapUnderTwoDays", 0],
  ["days.placement.runsInARow", 9],
  ["days.placement.restAfterLong", 20],
  ["days.placement.changedDay", 0],
  ["days.warmUpSeconds.max", 700],
  ["days.coolDownSeconds.max", 500],
  ["quality.perWeek.3.weekMetresMin", 65_000],
  ["quality.doses.threshold.shareOfWeek.mid", 0.07],
  ["quality.doses.threshold.firstShare", 0.4],
  ["quality.doses.interval.seconds.mid.max", 720],
  ["quality.doses.marathon_pace.seconds.mid.max", 3000],
  ["quality.midweekRacePaceShare", 0.3],
  ["quality.longRunWorkShareMax", 0.25],
  ["quality.touchShareMax", 0.1],
  ["quality.cutbackDoseShare", 0.4],
  ["quality.taperDoseShare.1", 0.4],
  ["laws.E1.entryMetres.marathon", 32_000],
  ["laws.E3.otherRunMetresMin", 6000],
  ["laws.S3.daysMin", 12],
  ["laws.V5.requiredFromWeeks", 5],
  ["laws.L1.tierMetresMin.marathon.mid", 33_000],
  ["laws.L6.secondsAim.marathon", 9000],
  ["laws.T6.metresMax.mid", 5000],
  ["laws.S2.metresAim.mid", 4000],
  ["workouts.cruise-intervals.rungs.0.set.0.seconds", 200],
  ["workouts.cruise-intervals.rungs.1.times.max", 4],
  ["workouts.repeats-800.rungs.0.set.0.metres", 700],
  ["workouts.repeats-800.rungs.0.set.1.seconds", 180],
  ["workouts.strides.rungs.0.set.0.seconds", 15],
];

describe("a number of the configuration, changed, changes a plan", () => {
  it.each(CHANGES)("%s", (path, value) => {
    const changed = withNumber(path, value);
    expect(usual.some(({ request, outcome: before }) => outcome(request, changed) !== before)).toBe(true);
  });
});

/** Numbers that no generation reads, each with the reason why they stand there nevertheless. */
const READ_ELSEWHERE: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^standardPlans\.\d+\.daysPerWeek$/, "becomes the wish of the standard plan"],
  [/^pace\.worldRecordSeconds\./, "judges a result before any plan is made"],
  [/^quality\.doses\.\w+\.(shareOfWeek|seconds)\.builder/, "builders run easily and get no dose"],
  [/^laws\.L1\.peakMetres\.\w+\.min$/, "the floor of the race stands for it"],
  [/^laws\.(S10|V9|V10)\./, "compares plans with each other"],
  [/^laws\.I4\.shareAim\.builder\./, "builders run easily and get no dose"],
  [/^laws\.C4\.(days|lastDays|signsMin)$/, "judges rising paces; no wish of a runner makes them rise"],
  [/^laws\.H5\./, "judges documents with a tune-up race, which no plan of ours has"],
  [/^(fuelling|stops)\./, "is told to the runner, not planned with"],
  [
    /^laws\.L8\.sameWeeksAtPeakMax$/,
    "judges documents; ours have no more long runs alike at the peak than before",
  ],
  [/^laws\.L2\.afterTuneUpShareMax$/, "judges documents with a tune-up race, which no plan of ours has"],
  [/^laws\.H1\.hillSprintSecondsMax$/, "judges documents with hill sessions; ours are runs with strides"],
];

/** Workouts that wait for a coach or an athlete to choose them, or to be the best partner of another. */
function isOnTheShelf(path: string): boolean {
  const index = /^workouts\.(\d+)\./.exec(path)?.[1];
  return index !== undefined && rulebook.workouts[Number(index)]?.role !== "primary";
}

/** Laws of change are asked when plans are changed. */
const CHANGED = { numRuns: 200, seed: 13 };

describe("the numbers of the configuration", () => {
  const read = new Set<string>();
  const watched = recording(rulebook, read);
  const random = fc.sample(anyRequest(onDate("2026-11-23")), { numRuns: 80, seed: 12 });
  for (const request of [...random, ...RUNNERS, ...everyTier, ...standardWishes(rulebook)])
    generatePlan(request, watched);
  for (const [request, settle] of fc.sample(fc.tuple(anyRequest(onDate("2026-11-23")), anyChange), CHANGED)) {
    const made = generatePlan(request, rulebook);
    if (!made.ok) continue;
    const { from, done, wish } = settle(made.value);
    replan(made.value, from, done, wish, watched);
  }
  const unread = numbersIn(rulebook).filter((path) => !read.has(path) && !isOnTheShelf(path));

  it("are all read when plans are made, but for those with a reason", () => {
    expect(unread.filter((path) => !READ_ELSEWHERE.some(([pattern]) => pattern.test(path)))).toEqual([]);
  });

  it("have no reason left over for a number that is read", () => {
    for (const [pattern, reason] of READ_ELSEWHERE)
      expect(
        unread.some((path) => pattern.test(path)),
        reason,
      ).toBe(true);
  });

  it("are noted when a list method reaches them, and not when it stops before", () => {
    const seen = new Set<string>();
    const list = recording({ rows: [{ from: 1 }, { from: 2 }, { from: 3 }] }, seen).rows;
    expect(list.find((row) => row.from === 2)).toBeDefined();
    expect([...seen]).toEqual(["rows.0.from", "rows.1.from"]);
  });
});
