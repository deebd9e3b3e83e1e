import type { Stress } from "@strideiq/engine";
import { listWords } from "../explain/explain-law.ts";
import { capital, countOf, countWord, ordinalWord } from "./number-words.ts";
import type { ReasonOf, Say, Sayings } from "./say.ts";

/** What a hard day trains, in a list. */
const EFFORT_WORDS: Readonly<Record<Stress, string>> = {
  endurance: "endurance",
  race_pace: "race pace",
  threshold: "threshold",
  interval: "intervals",
  repetition: "fast repeats",
};

function buildWeek({ growth, lastMetres, metres }: ReasonOf<"build_week">, { km, share }: Say): string {
  const [now, last] = [km(metres), km(lastMetres)];
  if (Math.abs(growth) < SAME_WEEK)
    return `${now}, as in the last build week${now === last ? "" : ` (${last})`}: the body settles on what it has.`;
  return `${now}, ${share(growth)} ${growth > 0 ? "more" : "less"} than in the last build week (${last}).`;
}

/** Less than half a per cent apart is the same week. */
const SAME_WEEK = 0.005;

function longStep(
  { lastMetres, metres, peakMetres, step, steps }: ReasonOf<"long_step">,
  { km }: Say,
): string {
  const place =
    steps === 1
      ? "The only long run of the build"
      : `${capital(ordinalWord(step))} of ${countWord(steps)} long runs on the way up`;
  const [now, last] = [km(metres), lastMetres === null ? null : km(lastMetres)];
  const after = last === null ? now : last === now ? `${now} again` : `${now}, after ${last} last time`;
  const top =
    now === km(peakMetres) ? "no long run is longer" : `${km(peakMetres)} is the longest of the plan`;
  return `${place}: ${after}; ${top}.`;
}

function afterBreak(
  { days, easyRuns, lastMetres, metres, share: part }: ReasonOf<"week_after_break">,
  { km, share }: Say,
): string {
  const size =
    lastMetres === null || part === null
      ? km(metres)
      : `${km(metres)}, ${share(part)} of your last whole week (${km(lastMetres)})`;
  return `After ${countOf(days, "day")} without a run: ${size}. The first ${countWord(easyRuns)} runs back are easy.`;
}

function weekMix({ easyShare, efforts, hardDays }: ReasonOf<"week_mix">, { share }: Say): string {
  if (hardDays === 0)
    return easyShare >= ALL_EASY
      ? "All of it is easy."
      : `No hard session: ${share(easyShare)} of the distance is easy.`;
  const what =
    efforts.length === 0
      ? ""
      : ` (${listWords([...new Set(efforts)].map((effort) => EFFORT_WORDS[effort]))})`;
  return `${capital(countOf(hardDays, "hard day"))}${what}; ${share(easyShare)} of the distance is easy.`;
}

/** Rounds to a hundred per cent. */
const ALL_EASY = 0.995;

export const WEEK_SAYINGS: Sayings<
  | "first_week"
  | "build_week"
  | "resumed_week"
  | "cutback_week"
  | "taper_week"
  | "race_week"
  | "tune_up_week"
  | "return_week"
  | "week_after_break"
  | "long_step"
  | "hard_long_run"
  | "week_mix"
> = {
  first_week: ({ knownMetres, metres }, { km, race }) =>
    knownMetres === null
      ? `Your plan begins with ${km(metres)} a week, as runners of your volume do.`
      : `You start where you are: ${km(metres)}, after ${race(knownMetres)} a week so far.`,
  build_week: buildWeek,
  resumed_week: ({ lastBuildMetres, metres, share: part }, { km, share }) =>
    `Back after the lighter week: ${km(metres)}, ${share(part)} of the last build week (${km(lastBuildMetres)}).`,
  cutback_week: ({ age, buildMetres, depth, metres, streak, streakMax }, { km, share }) =>
    `A lighter week after ${countOf(streak, "build week")}: ${km(metres)}, ${share(depth)} under the last build week (${km(buildMetres)}). ` +
    (age === null
      ? "This is where training is absorbed."
      : `At ${String(age)} no more than ${countWord(streakMax)} follow each other.`),
  taper_week: ({ metres, peakMetres, share: part, weeksToRace }, { km, share }) =>
    `${km(metres)}, ${share(part)} of your biggest week (${km(peakMetres)})${weeksToRace === 0 ? "" : `, with ${countOf(weeksToRace, "week")} to go after it`}.`,
  race_week: ({ metres, peakMetres, raceMetres, share: part }, { km, race, share }) =>
    metres === 0
      ? `The race is all the running of this week: ${race(raceMetres)}.`
      : `${km(metres)} beside the race (${race(raceMetres)}): ${share(part)} of your biggest week (${km(peakMetres)}).`,
  tune_up_week: ({ daysToRace, raceMetres }, { race }) =>
    `A tune-up race of ${race(raceMetres)}, ${countOf(daysToRace, "day")} before your goal race.`,
  return_week: ({ lastMetres, metres }, { km }) =>
    metres === 0
      ? "No running this week: what comes after it begins gently."
      : `A gentle week of return: ${km(metres)}${lastMetres === null ? "" : `, after ${km(lastMetres)} in your last week of running`}.`,
  week_after_break: afterBreak,
  long_step: longStep,
  hard_long_run: ({ effort, hardDays, metres, runDays, workSeconds }, { km, minutes }) =>
    `${km(metres)} on ${countOf(runDays, "run day")} carry ${countOf(hardDays, "hard day")}, and the long run is it: it holds ${minutes(workSeconds)} of ${EFFORT_WORDS[effort]}.`,
  week_mix: weekMix,
};
