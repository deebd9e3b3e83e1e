import type { Phase, Stress } from "@strideiq/engine";
import { listWords } from "../explain/explain-law.ts";
import { EASY_PHASE_PURPOSE, PHASE_NAMES } from "../names/names.ts";
import { WEEKDAY_NAMES } from "../numbers/format-date.ts";
import { capital, countOf, countWord } from "./number-words.ts";
import type { ReasonOf, Sayings } from "./say.ts";

const PURPOSES: Readonly<Record<Phase, string>> = {
  base: "easy running makes room for everything that follows",
  build: "the hard sessions grow, and the long run with them",
  peak: "the race itself, rehearsed in pieces",
  taper: "less running, the same rhythm, fresh legs",
};

/** Sessions of an effort, after a number. */
const EFFORT_SESSIONS: Readonly<Record<Stress, string>> = {
  endurance: "endurance session",
  race_pace: "race-pace session",
  threshold: "threshold session",
  interval: "interval session",
  repetition: "session of fast repeats",
};

function purpose({ phase, sessions }: ReasonOf<"phase_purpose">): string {
  const isEasy = sessions.length === 0 && (phase === "build" || phase === "peak");
  const counts = sessions.map(({ count, effort }) => countOf(count, EFFORT_SESSIONS[effort]));
  const what = isEasy ? EASY_PHASE_PURPOSE : PURPOSES[phase];
  return `${PHASE_NAMES[phase]}: ${what}${counts.length === 0 ? "" : `. It holds ${listWords(counts)}`}.`;
}

/** Weeks come whole: a share within half a week of the usual is the usual. */
function length(
  { weeks, weeksBeforeTaper, share, usualShare }: ReasonOf<"phase_length">,
  percent: string,
  usual: string,
): string {
  const head = `${capital(countWord(weeks))} of the ${countOf(weeksBeforeTaper, "week")} before the taper`;
  const off = (share - usualShare) * weeksBeforeTaper;
  if (percent === usual) return `${head}: ${percent}, the usual share.`;
  if (Math.abs(off) <= 1) return `${head}: ${percent}, with ${usual} as the usual share.`;
  return off < 0
    ? `${head}: ${percent}, under the usual ${usual}. What is closest to the race comes first.`
    : `${head}: ${percent}, over the usual ${usual}.`;
}

export const PHASE_SAYINGS: Sayings<
  | "phase_purpose"
  | "phase_length"
  | "base_first"
  | "easy_base"
  | "block_grows"
  | "peak_week"
  | "taper_length"
  | "taper_falls"
> = {
  phase_purpose: purpose,
  phase_length: (reason, { share }) => length(reason, share(reason.share), share(reason.usualShare)),
  base_first: ({ entryMetres, weeklyMetres, weeks }, { race }) =>
    `You run ${race(weeklyMetres)} a week now; training for this race begins at ${race(entryMetres)}, so ${countOf(weeks, "week")} of base come first.`,
  easy_base: ({ easyShare }, { share }) =>
    `${share(easyShare)} of the running here is easy; threshold and race pace wait for the build.`,
  block_grows: ({ firstSeconds, mostSeconds, sessions }, { minutes }) =>
    `Threshold work grows from ${minutes(firstSeconds)} to ${minutes(mostSeconds)} over ${countOf(sessions, "session")}.`,
  peak_week: ({ metres, week, weeksToRace }, { km }) =>
    `Week ${String(week)} is the biggest of your plan, ${km(metres)}, with ${countOf(weeksToRace, "week")} left to turn it into fitness.`,
  taper_length: ({ weeks, weeksAim, weeksMax, weeksMin }) =>
    `${capital(countOf(weeks, "week"))} from your last big week to the race; ${weeksMin === weeksMax ? "" : `${countWord(weeksMin)} to `}${countWord(weeksMax)} suit this distance, and ${countWord(weeksAim)} ${weeksAim === 1 ? "is" : "are"} the aim.`,
  taper_falls: ({ peakMetres, weekMetres }, { km }) =>
    `From ${km(peakMetres)} in your biggest week down to ${listWords(weekMetres.filter((metres) => metres > 0).map(km))}, the race not counted.`,
};

const weekdayList = (days: ReasonOf<"days_kept">["unavailable"]): string =>
  listWords(days.map((day) => WEEKDAY_NAMES[day]));

export const ATHLETE_SAYINGS: Sayings<"no_result" | "masters" | "days_kept"> = {
  no_result: () =>
    "Without a race result you run by effort: distances are estimates, and no pace is a target.",
  masters: ({ age, fromAge, streakAim, streakMax }) =>
    `At ${String(age)} a lighter week comes after ${streakAim === undefined ? "" : `${countOf(streakAim, "build week")}, `}` +
    `${streakAim === undefined ? countOf(streakMax, "build week") : countWord(streakMax)} at most: from ${String(fromAge)} on recovery takes longer.`,
  days_kept: ({ limits, unavailable }, { minutes }) => {
    const limited = limits.map(({ seconds, weekday }) => `${minutes(seconds)} on ${WEEKDAY_NAMES[weekday]}`);
    return `Your calendar comes first: ${[
      ...(unavailable.length === 0 ? [] : [`no running on ${weekdayList(unavailable)}`]),
      ...(limited.length === 0 ? [] : [`at most ${listWords(limited)}`]),
    ].join("; ")}.`;
  },
};
