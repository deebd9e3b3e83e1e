import { hardDaysUsual, type PlanWeek, type WeekReason } from "@strideiq/engine";
import { realRulebook } from "@strideiq/testing";
import type { Expected, Place } from "./measured.ts";
import { knownWeekOf } from "./measured-phases.ts";
import {
  buildsBefore,
  longRunOf,
  metresOf,
  peakOf,
  type PlanRead,
  shareEasy,
  trainingOf,
} from "./reading.ts";

const rulebook = realRulebook();

const lastBuild = ({ read, week }: Place): number => {
  const build = buildsBefore(read, week).at(-1);
  return build === undefined ? 0 : metresOf(read, build);
};

const hardDaysOf = ({ read, week }: Place): number =>
  new Set(trainingOf(read, [week]).flatMap(({ date, isHard }) => (isHard ? [date] : []))).size;

/** Build weeks in a row right before a week. */
function streakBefore({ plan }: PlanRead, { week }: PlanWeek): number {
  let streak = 0;
  for (const other of plan.weeks.slice(0, week - 1)) streak = other.kind === "build" ? streak + 1 : 0;
  return streak;
}

const ofPeak = ({ read, week }: Place): object => {
  const metres = metresOf(read, week);
  return { metres, peakMetres: peakOf(read), share: metres / peakOf(read) };
};

/** The stair of the long run of a week among those of the build weeks. */
export function stairOf({ read, week }: Place): object {
  const builds = read.plan.weeks.filter(({ kind }) => kind === "build");
  const climbed = builds.filter((one) => longRunOf(read, one) !== undefined);
  const metresAt = (one: PlanWeek | undefined): number | null =>
    one === undefined ? null : (longRunOf(read, one)?.metres ?? null);
  const at = climbed.indexOf(week);
  return {
    metres: metresAt(week),
    step: at + 1,
    steps: climbed.length,
    lastMetres: metresAt(climbed[at - 1]),
    peakMetres: Math.max(...climbed.map((one) => metresAt(one) ?? 0)),
  };
}

export const EXPECTED_OF_WEEKS: Expected<WeekReason["kind"]> = {
  first_week: (_, { read, week }) => ({
    metres: metresOf(read, week),
    knownMetres: knownWeekOf(read.plan.request),
  }),
  build_week: (_, place) => ({
    metres: metresOf(place.read, place.week),
    lastMetres: lastBuild(place),
    growth: metresOf(place.read, place.week) / lastBuild(place) - 1,
  }),
  resumed_week: (_, place) => ({
    metres: metresOf(place.read, place.week),
    lastBuildMetres: lastBuild(place),
    share: metresOf(place.read, place.week) / lastBuild(place),
  }),
  cutback_week: ({ age }, place) => {
    const { plan } = place.read;
    const { mastersStreakMax, streakMax } = rulebook.laws.V5;
    const most = streakMax[plan.tier];
    return {
      metres: metresOf(place.read, place.week),
      buildMetres: lastBuild(place),
      depth: 1 - metresOf(place.read, place.week) / lastBuild(place),
      streak: streakBefore(place.read, place.week),
      streakMax: age === null ? most : Math.min(mastersStreakMax, most),
      age: plan.request.age,
    };
  },
  taper_week: (_, place) => {
    const lastDay = place.read.runs.find(({ week }) => week === place.week);
    const index = place.week.days.findIndex(({ date }) => date === lastDay?.date);
    const left = (lastDay?.daysToRace ?? 0) - (place.week.days.length - 1 - index);
    return { ...ofPeak(place), weeksToRace: Math.max(0, Math.ceil(left / 7)) };
  },
  race_week: (_, place) => ({
    ...ofPeak(place),
    raceMetres: place.read.runs.find(({ kind, week }) => kind === "race" && week === place.week)?.metres,
  }),
  tune_up_week: () => ({}),
  return_week: (_, { read, week }) => ({
    metres: metresOf(read, week),
    lastMetres: read.plan.weeks
      .filter((other) => other.week < week.week)
      .map((other) => metresOf(read, other))
      .findLast((metres) => metres > 0),
  }),
  week_after_break: (_, { read, week }) => ({ metres: metresOf(read, week) }),
  long_step: (_, place) => stairOf(place),
  hard_long_run: (_, place) => {
    const metres = metresOf(place.read, place.week);
    const runDays = new Set(trainingOf(place.read, [place.week]).map(({ date }) => date)).size;
    const usual = hardDaysUsual(place.read.plan.distance, { metres, runDays }, rulebook.quality);
    return {
      metres,
      runDays,
      workSeconds: longRunOf(place.read, place.week)?.work.seconds,
      hardDays: usual === hardDaysOf(place) ? usual : null,
    };
  },
  week_mix: (_, place) => ({
    metres: metresOf(place.read, place.week),
    easyShare: shareEasy(trainingOf(place.read, [place.week])),
    hardDays: hardDaysOf(place),
  }),
};
