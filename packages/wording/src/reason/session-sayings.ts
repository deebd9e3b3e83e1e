import type { LongRunInside, Neighbour, SessionKind, Stress, Zone } from "@strideiq/engine";
import { WEEKDAY_NAMES } from "../numbers/format-date.ts";
import { formatDistance } from "../numbers/format-distance.ts";
import { formatClock, formatDuration } from "../numbers/format-duration.ts";
import { capital, countOf, countWord, ordinalWord } from "./number-words.ts";
import { PIECE_MINUTES_FROM, type ReasonOf, type Say, type Sayings } from "./say.ts";

/** A session after a weekday or a day: `Sunday's long run`. */
const SESSION_NOUNS: Readonly<Record<SessionKind, string>> = {
  easy: "easy run",
  recovery: "recovery run",
  long: "long run",
  medium_long: "medium-long run",
  steady: "steady run",
  progression: "progression run",
  threshold: "threshold session",
  interval: "interval session",
  repetition: "repetition session",
  race_pace: "race-pace session",
  hills: "hill session",
  fartlek: "fartlek",
  strides: "run with strides",
  tune_up_race: "tune-up race",
  race: "race",
  cross_training: "cross-training",
  strength: "strength",
};

const isBig = ({ session }: Neighbour): boolean => session === "long" || session === "tune_up_race";

/** `long run of 23 km`: how far matters where the distance is the load. */
const nounOf = (neighbour: Neighbour, { km }: Say): string =>
  SESSION_NOUNS[neighbour.session] + (isBig(neighbour) ? ` of ${km(neighbour.metres)}` : "");

const WORK_AT: Readonly<Partial<Record<Zone, string>>> = {
  marathon: "at marathon pace",
  half_marathon: "at half-marathon pace",
  threshold: "at threshold",
  ten_k: "at 10K effort",
  interval: "at interval effort",
  repetition: "fast and loose",
};

const workAt = (zone: Zone): string => WORK_AT[zone] ?? "faster than easy";

const EFFORT_NAMES: Readonly<Record<Stress, string>> = {
  endurance: "endurance sessions",
  race_pace: "race-pace sessions",
  threshold: "threshold sessions",
  interval: "interval sessions",
  repetition: "sessions of fast repeats",
};

/** Full sessions of an effort, each a step beyond the last; lighter ones keep its pace and are no steps. */
const EFFORT_BLOCKS: Readonly<Record<Stress, string>> = {
  endurance: "endurance block",
  race_pace: "race-pace block",
  threshold: "threshold block",
  interval: "interval block",
  repetition: "block of fast repeats",
};

function blockStep(reason: ReasonOf<"block_step">, say: Say): string {
  const { effort, isLong, share, step, steps, weekMetres, workSeconds, zone } = reason;
  const name = isLong ? "long runs with race pace inside" : EFFORT_NAMES[effort];
  const place =
    steps === 1
      ? `The only ${name.replace(/s\b/, "")} of the build`
      : `${capital(ordinalWord(step))} of ${countWord(steps)} ${isLong ? name : `steps of your ${EFFORT_BLOCKS[effort]}`}`;
  const work = `${say.minutes(workSeconds)} ${workAt(zone)}${lastTime(reason, say)}`;
  return `${place}: ${work}. That is ${say.share(share)} of this week's ${say.km(weekMetres)}.`;
}

/** What grew since the step before: the minutes, or the length of the pieces. */
function lastTime(reason: ReasonOf<"block_step">, say: Say): string {
  const { last, workSeconds } = reason;
  if (last === null) return isUnbroken(reason) ? " without a break" : "";
  const [now, before] = [say.minutes(workSeconds), say.minutes(last.workSeconds)];
  const work = now === before ? " as last time" : `, after ${before} last time`;
  return work + piecesSince(reason, last, say);
}

function piecesSince(
  reason: ReasonOf<"block_step">,
  last: NonNullable<ReasonOf<"block_step">["last"]>,
  { piece }: Say,
): string {
  if (isUnbroken(reason)) return isUnbroken(last) ? "" : ", now without a break";
  // Two pieces beside each other are told alike: both to the second where one of them is.
  const say = Math.min(reason.pieceSeconds, last.pieceSeconds) < PIECE_MINUTES_FROM ? formatDuration : piece;
  const [longest, before] = [say(reason.pieceSeconds), say(last.pieceSeconds)];
  return longest === before ? "" : `, in pieces of up to ${longest} (before: ${before})`;
}

const isUnbroken = ({
  pieceSeconds,
  workSeconds,
}: Pick<ReasonOf<"block_step">, "pieceSeconds" | "workSeconds">): boolean => pieceSeconds >= workSeconds;

function lightSession(
  { law, usualSeconds, workSeconds, zone }: ReasonOf<"light_session">,
  { minutes }: Say,
): string {
  const work = `${minutes(workSeconds)} ${workAt(zone)}`;
  const usual = usualSeconds === null ? "" : `, where the last full session held ${minutes(usualSeconds)}`;
  return law === "V5"
    ? `Lighter work for a lighter week: ${work}${usual}.`
    : `Keeps the pace in your legs while the distance falls: ${work}${usual}.`;
}

function spacedDay({ after, before, weekday }: ReasonOf<"spaced_day">, say: Say): string {
  const near = (neighbour: Neighbour | null, where: string): readonly string[] =>
    neighbour === null
      ? []
      : [
          `${countOf(neighbour.days, "day")} ${where} ${WEEKDAY_NAMES[neighbour.weekday]}'s ${nounOf(neighbour, say)}`,
        ];
  const places = [...near(before, "after"), ...near(after, "before")];
  const day = WEEKDAY_NAMES[weekday];
  return places.length === 0 ? `${day}, with no hard day near it.` : `${day}: ${places.join(" and ")}.`;
}

function racePacing(
  { firstMetres, firstSecondsPerKm, metres, seconds, secondsPerKm }: ReasonOf<"race_pacing">,
  { pace, race, units }: Say,
): string {
  const first = race(firstMetres);
  if (seconds === null || secondsPerKm === null || firstSecondsPerKm === null)
    return `Run it evenly, by effort: hold back for ${first}, and stay as strong for the rest of the ${formatDistance(metres, units)}.`;
  return `Run it evenly: ${pace(secondsPerKm)} brings you through ${race(metres)} in ${formatClock(seconds)}. Open gently: ${first} at ${pace(firstSecondsPerKm)}.`;
}

function raceAfterBreak(
  { breakDays, daysBack, hasBase, metres }: ReasonOf<"race_after_break">,
  { race }: Say,
): string {
  const lost = countOf(breakDays, "day");
  if (hasBase)
    return `After ${lost} without running no time from before holds: run the ${race(metres)} by effort, easy at first. A later race date is worth a thought.`;
  const since = daysBack === 0 ? "right up to the race" : `and ${countOf(daysBack, "day")} to the race`;
  return `${capital(lost)} without running, ${since}: do not run it for time. Walk the ${race(metres)}, run easily with breaks to walk, or leave it out; a later race date is the better way.`;
}

const INSIDE: Readonly<Record<LongRunInside, (work: string) => string>> = {
  easy: () => "All easy this time.",
  race_pace: (work) => `${work} at race pace inside.`,
  fast_finish: (work) => `It ends with ${work} fast, on legs that are tired already.`,
  surges: (work) => `It holds ${work} of surges, so that long and fast meet.`,
  progression: (work) => `It becomes faster: ${work} at a steady effort, on legs that are tired already.`,
  strides: (work) => `It holds ${work} of strides, to stay quick on tired legs.`,
  hills: () => "Over hills this time: strength for the legs at an easy effort.",
  trail: () => "On trails this time: softer ground, other muscles.",
  track: () => "On the track this time.",
};

export const KEY_SESSION_SAYINGS: Sayings<
  | "the_race"
  | "race_pacing"
  | "race_fuelling"
  | "race_after_break"
  | "tune_up_race"
  | "block_step"
  | "light_session"
  | "rehearsal"
  | "spaced_day"
  | "wished_day"
  | "moved_session"
  | "day_limit"
  | "long_share"
  | "long_hours"
  | "long_inside"
  | "long_cutback"
  | "long_taper"
> = {
  the_race: ({ longestMetres, metres, trainedMetres, weeks }, { km, race }) =>
    `Everything is built back from here: ${race(metres)} after ${countOf(weeks, "week")}, ${km(trainedMetres)} of training and a longest run of ${km(longestMetres)}.`,
  race_pacing: racePacing,
  race_fuelling: ({ gramsPerHour: { min, max }, need, seconds }, { minutes }) =>
    `About ${minutes(seconds)} on the way: take ${String(min)} to ${String(max)} g of carbohydrate an hour, as you practised on ${need === "rehearsal" ? "the long runs at race pace" : "long runs"}.`,
  race_after_break: raceAfterBreak,
  tune_up_race: ({ daysToRace, metres }, { race }) =>
    `A race to practise racing: ${race(metres)}, ${countOf(daysToRace, "day")} before your goal race.`,
  block_step: blockStep,
  light_session: lightSession,
  rehearsal: ({ daysToRace, raceMetres, workMetres }, { km, race }) =>
    `Your rehearsal: ${km(workMetres)} at race pace, ${countOf(daysToRace, "day")} before the ${race(raceMetres)} of race day.`,
  spaced_day: spacedDay,
  wished_day: ({ weekday }) => `${WEEKDAY_NAMES[weekday]} is your long-run day.`,
  moved_session: ({ from, weekday }) =>
    `You moved it from ${WEEKDAY_NAMES[from]} to ${WEEKDAY_NAMES[weekday]}.`,
  day_limit: ({ limitSeconds, seconds, weekday }, { minutes }) =>
    `${WEEKDAY_NAMES[weekday]} has room for ${minutes(limitSeconds)}; this run takes ${minutes(seconds)}.`,
  long_share: ({ share: part, weekMetres }, { km, share }) =>
    `${share(part)} of this week's ${km(weekMetres)}: the other runs carry it.`,
  long_hours: ({ limitSeconds, seconds }, { minutes }) =>
    `${minutes(seconds)} on your feet: beyond ${minutes(limitSeconds)} a long run tires more than it trains.`,
  long_inside: ({ inside, workSeconds }, { piece }) => INSIDE[inside](piece(workSeconds)),
  long_cutback: ({ lastMetres, metres, share: part }, { km, share }) =>
    `Shorter with the lighter week: ${km(metres)}, ${share(part)} of the last long run (${km(lastMetres)}).`,
  long_taper: ({ daysToRace, metres, peakMetres, share: part }, { km, share }) =>
    `${km(metres)}, ${share(part)} of your longest run (${km(peakMetres)}), ${countOf(daysToRace, "day")} before the race.`,
};

export const EASY_SESSION_SAYINGS: Sayings<
  | "easy_after"
  | "easy_before"
  | "easy_distance"
  | "second_longest"
  | "strides"
  | "taper_touch"
  | "race_eve"
  | "beside_running"
> = {
  easy_after: ({ after }, say) => `Easy, because yesterday's ${nounOf(after, say)} is still in your legs.`,
  easy_before: ({ before }, say) => `Easy, to be fresh for tomorrow's ${nounOf(before, say)}.`,
  easy_distance: ({ easyShare, metres, weekMetres }, { km, share }) =>
    `${km(metres)} without hurry: ${share(easyShare)} of this week's ${km(weekMetres)} is easy.`,
  second_longest: ({ longRunMetres, metres, share: part }, { km, share }) =>
    `${km(metres)}, ${share(part)} of this week's long run (${km(longRunMetres)}): endurance at less cost.`,
  strides: ({ isUphill, pieces, pieceSeconds }, { piece }) =>
    isUphill
      ? `${capital(countWord(pieces))} short ${pieces === 1 ? "sprint" : "sprints"} uphill of ${piece(pieceSeconds)}: power without tired legs.`
      : `${capital(countWord(pieces))} quick ${pieces === 1 ? "piece" : "pieces"} of ${piece(pieceSeconds)}: a quick stride without tired legs.`,
  taper_touch: ({ daysToRace, workSeconds }, { piece }) =>
    `${piece(workSeconds)} of fast running, ${countOf(daysToRace, "day")} before the race: the taper cuts distance, not speed.`,
  race_eve: ({ metres }, { km }) => `${km(metres)} on the eve of the race, only to loosen up.`,
  beside_running: ({ seconds }, { minutes }) =>
    `${minutes(seconds)} beside running, for a body that holds together.`,
};

function notFree({ limitSeconds, weekday, wish }: ReasonOf<"rest_not_free">, { minutes }: Say): string {
  const day = WEEKDAY_NAMES[weekday];
  if (wish === "block_days") return `You took this ${day} out of the plan.`;
  if (wish === "pause") return `This ${day} lies in your break.`;
  return limitSeconds === null
    ? `${day} is not free for running.`
    : `${day} has room for ${minutes(limitSeconds)}, too little for a run.`;
}

export const REST_SAYINGS: Sayings<
  "rest_not_free" | "rest_after" | "rest_before" | "rest_days" | "rest_after_race"
> = {
  rest_not_free: notFree,
  rest_after: ({ after }, say) => `Rest after yesterday's ${nounOf(after, say)}.`,
  rest_before: ({ before }, say) => `Rest before tomorrow's ${nounOf(before, say)}.`,
  rest_days: ({ askedDays, runDays }) =>
    runDays === askedDays
      ? `The ${countOf(runDays, "run")} of this week are on other days.`
      : `This week has ${countOf(runDays, "run day")}; ${countWord(askedDays)} are usual in your plan.`,
  rest_after_race: ({ days }) => `The race was ${countOf(days, "day")} ago: rest and enjoy it.`,
};
