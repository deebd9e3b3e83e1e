import type { LawId, Quantity } from "@strideiq/engine";

type Names = Partial<Record<Quantity, string>>;

/** What the numbers of a law are the numbers of: `longest run` before `3 h 10 min, at most 3 h`. */
const LAW_MEASURES: Readonly<Record<LawId, Names>> = {
  E1: { distance: "weekly distance to start from", weeks: "base weeks in front" },
  E2: { distance: "first long run" },
  E3: { distance: "average of the runs beside the long run" },
  E4: { distance: "weekly distance" },
  S1: { distance: "length of the race", days: "days away from race day", count: "goal races" },
  S2: { distance: "run on the day before the race", count: "hard runs on the day before the race" },
  S3: { days: "from the last hard session to the race" },
  S4: { days: "run days in a week" },
  S5: { duration: "session on a day with a time limit", count: "runs on closed days" },
  S6: { share: "difference in the sums", count: "sums that differ" },
  S7: { count: "sessions out of place" },
  S8: { count: "plans that differ" },
  S9: { count: "days out of place" },
  S10: { share: "difference between the units" },
  V1: { distance: "the week that climbs most" },
  V2: { distance: "the week that climbs most" },
  V3: { share: "the week as a share of its month's mean" },
  V4: { distance: "first week" },
  V5: {
    share: "how much lighter the week is",
    count: "cutback weeks",
    weeks: "weeks of building in a row",
  },
  V6: { distance: "the week after the cutback" },
  V7: { share: "peak week as a share of the first" },
  V8: { weeks: "from the last peak week to the race" },
  V9: { distance: "distance of the tier" },
  V10: { share: "peak as a share of the shorter plan's" },
  L1: { distance: "longest long run before the race" },
  L2: { share: "second longest run as a share of the long run", count: "weeks without a clear long run" },
  L3: {
    distance: "the run that leaps most beyond its last thirty days",
    duration: "first run after a month without one",
  },
  L4: { days: "from the last big long run to the race" },
  L5: { share: "long run as a share of its week" },
  L6: { duration: "longest run" },
  L7: { count: "hard runs on the day after a long run" },
  L8: {
    share: "how far into the plan the longest run stands",
    distance: "longest run of the later half",
    weeks: "weeks with the same long run",
  },
  L9: { count: "kinds of long run" },
  H1: { days: "hard days in a row", duration: "from one hard day to the next" },
  H2: { count: "hard days in a week" },
  H3: { count: "hard runs on days that should be easy" },
  H4: { days: "run days in a week" },
  H5: { days: "from the last tune-up race to the race" },
  H6: { count: "threshold sessions in a week with race pace" },
  I1: { share: "easy running" },
  I2: { share: "fast running in the plan" },
  I3: { distance: "fast running in one session", duration: "fast running in one session" },
  I4: { share: "work of one session as a share of its week" },
  I5: { count: "hard sessions in a week of base" },
  I6: { share: "threshold work as a share of the largest session", duration: "longest piece at threshold" },
  I7: {
    share: "how far into the plan the first block stands",
    distance: "running at race pace",
    count: "long runs at race pace",
  },
  I8: { count: "sessions of the rarest kind" },
  I9: { share: "difference between easy days", count: "how often one session comes" },
  I10: { pace: "the pace closest to its slower neighbour", count: "paces that should not be there" },
  T1: { weeks: "weeks of taper" },
  T2: { share: "week as a share of the peak", distance: "week of the taper" },
  T3: { days: "run days in the last full week" },
  T4: { count: "fast touches in a week" },
  T5: { count: "new efforts" },
  T6: { distance: "longest other run of race week" },
  O1: { share: "difference between the options", count: "options that are missing" },
  O2: { count: "options that are alike" },
  C1: { distance: "distance", count: "runs on one day" },
  C2: { share: "share of the last full week", count: "hard sessions" },
  C3: { distance: "next long run" },
  C4: { count: "points of the index" },
  C5: { count: "runs that are not easy" },
};

/** Findings whose numbers are not what their law's numbers usually are, by what is said of them. */
const BY_WHY: ReadonlyMap<string, string> = new Map([
  ["two cutbacks in a row", "cutback weeks in a row"],
  ["more than one quality session in a cutback", "hard sessions in the week"],
  ["the long run of a cutback is outside its range", "long run as a share of the one before"],
  ["the first long run stands close to the peak", "first long run as a share of the longest"],
  ["the block falls back", "threshold work that is lost"],
  ["the block falls back when options are mixed", "threshold work that is lost"],
  ["no rehearsal at marathon pace in time", "rehearsal as a share of the largest block"],
  ["too many long runs at marathon pace in a row", "long runs in a row"],
  ["the last long run at half-marathon pace lies outside its window", "days to the race"],
  ["the plan needs exactly one goal race", "goal races"],
  ["few threshold sessions", "threshold sessions"],
  ["few interval sessions", "interval sessions"],
  ["no repetition session", "repetition sessions"],
  ["a week without a fast touch", "fast touches"],
]);

/** What a law's numbers count, for one finding; empty for a law that this version does not know. */
export function measureOf(id: string, quantity: Quantity, why: string | undefined): string {
  const known = why === undefined ? undefined : BY_WHY.get(why);
  return known ?? (isKnown(id) ? LAW_MEASURES[id][quantity] : undefined) ?? "";
}

const isKnown = (id: string): id is LawId => Object.hasOwn(LAW_MEASURES, id);
