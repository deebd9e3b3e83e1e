import { addDays, type Neighbour, type RestReason, type SessionReason, type Weekday } from "@strideiq/engine";
import { realRulebook } from "@strideiq/testing";
import type { Expected, Place } from "./measured.ts";
import { stairOf } from "./measured-weeks.ts";
import { added, buildsBefore, longRunOf, metresOf, type RunRead, shareEasy, trainingOf } from "./reading.ts";

const rulebook = realRulebook();

/** The steps of the block that a session belongs to: hard sessions of its effort in build weeks; long runs have their own. */
const blockOf = ({ read: { runs } }: Place, run: RunRead): readonly RunRead[] =>
  runs.filter(
    ({ effort, isHard, kind, week }) =>
      isHard &&
      week.kind === "build" &&
      effort === run.effort &&
      effort !== "endurance" &&
      (kind === "long") === (run.kind === "long"),
  );

/** The tiring run nearest to a day on one side of it, and how many days away it is. */
function neighbourOf({ day, read }: Place, told: Neighbour | null, direction: -1 | 1): object | null {
  if (told === null || day === null) return null;
  for (let days = 1; days < 7; days += 1) {
    const date = addDays(day.date, direction * days);
    const run = read.runs.find(
      (other) => other.date === date && (other.session.quality || other.kind === "long"),
    );
    if (run !== undefined) return { metres: run.metres, days: run.weekday === told.weekday ? days : null };
  }
  return null;
}

/** What stands in the run of a place; a reason that stands nowhere has nothing. */
const own =
  (measure: (run: RunRead, place: Place) => object) =>
  (_: unknown, place: Place): object =>
    place.run === null ? {} : measure(place.run, place);

const ofWeek = ({ metres }: RunRead, { read, week }: Place): object => {
  const weekMetres = metresOf(read, week);
  return { metres, weekMetres, share: metres / weekMetres };
};

const limitOf = ({ read }: Place, weekday: Weekday): number | undefined =>
  read.plan.request.dayLimits[weekday];

export const EXPECTED_OF_RUNS: Expected<SessionReason["kind"] | RestReason["kind"]> = {
  the_race: own(({ metres }, { read }) => {
    const training = trainingOf(read, read.plan.weeks);
    return {
      metres,
      weeks: read.plan.weeks.length,
      trainedMetres: added(training).metres,
      longestMetres: Math.max(...training.map((run) => run.metres)),
    };
  }),
  race_pacing: own(({ metres, seconds }, { read: { plan } }) => {
    const { firstShare, slowerShare } = rulebook.raceDay;
    const pace = plan.paces === null ? null : (plan.paces.race.fast + plan.paces.race.slow) / 2;
    return {
      metres,
      firstMetres: Math.round((metres * firstShare) / 500) * 500,
      seconds,
      secondsPerKm: pace,
      firstSecondsPerKm: pace === null ? null : pace * (1 + slowerShare[plan.distance]),
    };
  }),
  race_fuelling: ({ need }, { run }) => ({
    seconds: run?.seconds,
    gramsPerHour: rulebook.fuelling.gramsPerHour[need],
  }),
  race_after_break: own(({ metres }) => ({ metres })),
  tune_up_race: own(({ daysToRace, metres }) => ({ metres, daysToRace })),
  block_step: own((run, place) => {
    const block = blockOf(place, run);
    const last = block[block.indexOf(run) - 1];
    return {
      step: block.indexOf(run) + 1,
      steps: block.length,
      workSeconds: run.work.seconds,
      workMetres: run.work.metres,
      weekMetres: metresOf(place.read, place.week),
      share: run.work.metres / metresOf(place.read, place.week),
      pieceSeconds: run.pieceSeconds,
      last: last === undefined ? null : { workSeconds: last.work.seconds, pieceSeconds: last.pieceSeconds },
    };
  }),
  light_session: own((run, place) => ({
    workSeconds: run.work.seconds,
    usualSeconds: blockOf(place, run).findLast(({ date }) => date < run.date)?.work.seconds,
  })),
  rehearsal: own(({ daysToRace, work }, { read: { plan } }) => ({
    workMetres: work.metres,
    raceMetres: rulebook.races[plan.distance].metres,
    daysToRace,
  })),
  spaced_day: ({ after, before }, place) => ({
    before: neighbourOf(place, before, -1),
    after: neighbourOf(place, after, 1),
  }),
  wished_day: () => ({}),
  moved_session: () => ({}),
  day_limit: own(({ seconds, weekday }, place) => ({ seconds, limitSeconds: limitOf(place, weekday) })),
  long_step: (_, place) => stairOf(place),
  long_share: own(ofWeek),
  long_hours: ({ limitSeconds }, { read: { plan }, run }) => {
    const { secondsAim, secondsMax } = rulebook.laws.L6;
    const limits = [secondsAim[plan.distance], secondsMax[plan.distance]];
    return { seconds: run?.seconds, limitSeconds: limits.find((limit) => limit === limitSeconds) };
  },
  long_inside: own(({ quick }) => ({ workSeconds: added(quick).seconds })),
  long_cutback: own(({ metres }, { read, week }) => {
    const last = buildsBefore(read, week)
      .flatMap((build) => longRunOf(read, build) ?? [])
      .at(-1);
    return { metres, lastMetres: last?.metres, share: metres / (last?.metres ?? 0) };
  }),
  long_taper: own(({ daysToRace, metres }, { read }) => {
    const long = trainingOf(read, read.plan.weeks).filter(({ kind }) => kind === "long");
    const peakMetres = Math.max(...long.map((run) => run.metres));
    return { metres, peakMetres, share: metres / peakMetres, daysToRace };
  }),
  easy_after: ({ after }, place) => ({ after: neighbourOf(place, after, -1) }),
  easy_before: ({ before }, place) => ({ before: neighbourOf(place, before, 1) }),
  easy_distance: own((run, place) => ({
    ...ofWeek(run, place),
    easyShare: shareEasy(trainingOf(place.read, [place.week])),
  })),
  second_longest: own(({ metres }, { read, week }) => {
    const longRunMetres = longRunOf(read, week)?.metres ?? 0;
    return { metres, longRunMetres, share: metres / longRunMetres };
  }),
  strides: own(({ quick }) => ({
    pieces: quick.length,
    pieceSeconds: Math.max(...quick.map(({ seconds }) => seconds)),
  })),
  taper_touch: own(({ daysToRace, quick }) => ({ workSeconds: added(quick).seconds, daysToRace })),
  race_eve: own(({ metres }) => ({ metres })),
  beside_running: own(({ seconds }) => ({ seconds })),
  rest_not_free: ({ weekday }, place) => ({ limitSeconds: limitOf(place, weekday) ?? null }),
  rest_after: ({ after }, place) => ({ after: neighbourOf(place, after, -1) }),
  rest_before: ({ before }, place) => ({ before: neighbourOf(place, before, 1) }),
  rest_days: (_, { read, week }) => ({
    runDays: week.days.filter(({ sessions }) => sessions.length > 0).length,
    askedDays: read.plan.daysPerWeek,
  }),
  rest_after_race: (_, { day, read: { plan, runs } }) => {
    const race = runs.find(({ kind }) => kind === "race");
    const dates = plan.weeks.flatMap(({ days }) => days.map(({ date }) => date));
    return { days: day === null ? null : dates.indexOf(day.date) - dates.indexOf(race?.date ?? day.date) };
  },
};
