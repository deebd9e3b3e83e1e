import { isRacePaceLong } from "../generate/race-pace-long.ts";
import type { Stimulus } from "../rulebook/workout-definition.ts";
import type { Work } from "../workout/ladder.ts";
import { type Arrangement, roomAt } from "./arrange-week.ts";
import { daysIn } from "./place-days.ts";
import type { WeekContext } from "./week-context.ts";

/** What a run of the week is for. */
export type Role =
  | { readonly type: "long"; readonly stimulus: Stimulus | null }
  | { readonly type: "quality"; readonly work: Work }
  | { readonly type: "touch"; readonly stimulus: Stimulus }
  | { readonly type: "medium_long" }
  | { readonly type: "recovery" }
  | { readonly type: "easy" };

export interface RunDay {
  readonly day: number;
  readonly role: Role;
}

/** Gives each run of the week its purpose: key sessions first, then what the days around them need. */
export function assignRoles(context: WeekContext, { placement, quality }: Arrangement): readonly RunDay[] {
  const { longDay } = context.frame;
  const qualityDays = daysIn(placement.qualityMask);
  const runDays = daysIn(placement.runMask);
  const easyDays = runDays.filter((day) => day !== longDay && !qualityDays.includes(day));
  const works = orderBySpeed(quality);
  const hard = [...qualityDays, longDay].filter((day) => day >= 0);
  const mediumLong = mediumLongDay(context, easyDays, { hard, qualityDays });
  const touches = touchDays(
    context,
    easyDays.filter((day) => day !== mediumLong),
    hard,
  );
  return runDays.map((day) => ({
    day,
    role: roleOf(day, { context, longDay, qualityDays, works, mediumLong, touches, hard }),
  }));
}

interface Roles {
  readonly context: WeekContext;
  readonly longDay: number;
  readonly qualityDays: readonly number[];
  readonly works: readonly Work[];
  readonly mediumLong: number | undefined;
  readonly touches: ReadonlyMap<number, Stimulus>;
  readonly hard: readonly number[];
}

function roleOf(day: number, roles: Roles): Role {
  if (day === roles.longDay) return { type: "long", stimulus: roles.touches.get(day) ?? null };
  const work = roles.works[roles.qualityDays.indexOf(day)];
  if (work !== undefined) return { type: "quality", work };
  if (day === roles.mediumLong) return { type: "medium_long" };
  const stimulus = roles.touches.get(day);
  if (stimulus !== undefined) return { type: "touch", stimulus };
  return isRecovery(day, roles) ? { type: "recovery" } : { type: "easy" };
}

/** The faster session comes first in the week, on the fresher legs. */
const orderBySpeed = (quality: readonly Work[]): readonly Work[] =>
  quality.toSorted((a, b) => a.longestPieceSeconds - b.longestPieceSeconds);

/**
 * The medium-long run lies as far from what is hard as the week lets it: never between a quality session and the
 * long run with one day to either, and well before a long run at race pace.
 */
function mediumLongDay(
  context: WeekContext,
  easyDays: readonly number[],
  { hard, qualityDays }: { readonly hard: readonly number[]; readonly qualityDays: readonly number[] },
): number | undefined {
  const { mediumLong } = context.rulebook.days;
  const { volume, frame } = context;
  const wanted =
    volume.metres >= mediumLong.weekMetresMin &&
    volume.runDays >= mediumLong.daysMin &&
    frame.kind !== "race";
  if (!wanted) return undefined;
  const hardBeside = (day: number): number => hard.filter((other) => apart(day, other) === 1).length;
  const isTwoBeforeLong = (day: number): boolean => frame.longDay >= 0 && (day + 2) % 7 === frame.longDay;
  const rehearses = isRacePaceLong(context.program.longRun?.kind ?? null);
  const costOf = (day: number): number =>
    hardBeside(day) +
    (rehearses && isTwoBeforeLong(day) ? mediumLong.beforeRacePaceCost : 0) -
    roomAt(context, day) / 1e6;
  const mean = (volume.metres - volume.longRunMetres) / Math.max(1, volume.runDays - 1);
  const candidates = easyDays.filter(
    (day) =>
      apart(day, frame.longDay) >= 2 &&
      hardBeside(day) < 2 &&
      !(qualityDays.includes((day + 6) % 7) && isTwoBeforeLong(day)) &&
      roomAt(context, day) >= mean * mediumLong.overMean,
  );
  return bestBy(candidates, costOf);
}

/**
 * Strides like fresh legs: not on the day after a hard one where there is a choice, and not on the day after
 * the long run where the week has a faster session anyway.
 */
function touchDays(
  context: WeekContext,
  easyDays: readonly number[],
  hard: readonly number[],
): ReadonlyMap<number, Stimulus> {
  const chosen = new Map<number, Stimulus>();
  const isFastEnough = hard.some((day) => day !== context.frame.longDay);
  for (const wish of touchWishes(context, hard)) {
    const free = easyDays.filter(
      (day) =>
        !chosen.has(day) &&
        daysToRace(context, day) > 1 &&
        wish.allows(day) &&
        !isUphillAfterLong(context, wish, day) &&
        (wish.nearRace || !isFastEnough || !isAfterLong(context, day)),
    );
    const day = bestBy(free, (candidate) => {
      const yesterday = (candidate + 6) % 7;
      const after = yesterday === context.frame.longDay ? 3 : hard.includes(yesterday) ? 2 : 0;
      const beside = [...chosen.keys()].some((other) => apart(candidate, other) === 1) ? 1 : 0;
      return after + beside + (wish.nearRace ? lateness(context, candidate) : 0);
    });
    const instead = wish.allows(context.frame.longDay) && wish.nearRace ? context.frame.longDay : undefined;
    const found = day ?? instead;
    if (found !== undefined) chosen.set(found, wish.stimulus);
  }
  return chosen;
}

/** In race week what counts is the race: a stride too early is forgotten, the latest that is not too late is best. */
function lateness(context: WeekContext, day: number): number {
  const { min, max } = context.rulebook.days.stridesBeforeRace;
  const left = daysToRace(context, day);
  const outside = Math.max(0, min - left, left - max);
  return outside * STRIDES_ELSEWHERE + left * STRIDES_EARLIER;
}

/** A day beyond the wished ones weighs more than a hard day before; a day earlier among them less than anything. */
const STRIDES_ELSEWHERE = 10;
const STRIDES_EARLIER = 0.01;

interface TouchWish {
  readonly stimulus: Stimulus;
  readonly allows: (day: number) => boolean;
  /** In race week the short long run may hold the strides that no other day has room for. */
  readonly nearRace: boolean;
}

/**
 * Before the taper, the touches of the phase. In the taper one for every seven days to the race that
 * hold no quality (law T4), whatever calendar week they fall in.
 */
function touchWishes(context: WeekContext, hard: readonly number[]): readonly TouchWish[] {
  const { frame, program } = context;
  if (frame.kind !== "taper" && frame.kind !== "race")
    return program.touches.map((stimulus) => ({ stimulus, allows: () => true, nearRace: false }));
  const weeksAt = (day: number): number => Math.floor(daysToRace(context, day) / 7);
  const spans = [
    ...new Set(frame.days.filter((day) => day.daysToRace > 1).map((day) => Math.floor(day.daysToRace / 7))),
  ];
  const covered = hard.filter((day) => day !== frame.longDay).map(weeksAt);
  const [stimulus] = program.touches;
  if (stimulus === undefined) return [];
  return spans
    .filter((span) => !covered.includes(span))
    .map((span) => ({ stimulus, allows: (day: number) => weeksAt(day) === span, nearRace: span === 0 }));
}

/** Law L7: no hills on the day after a long run. */
const isUphillAfterLong = (context: WeekContext, { stimulus }: TouchWish, day: number): boolean =>
  stimulus === "hill_sprints" && isAfterLong(context, day);

const isAfterLong = ({ frame }: WeekContext, day: number): boolean =>
  frame.longDay >= 0 && day === (frame.longDay + 1) % 7;

const daysToRace = ({ frame }: WeekContext, day: number): number => frame.days[day]?.daysToRace ?? 0;

function isRecovery(day: number, { context, hard }: Roles): boolean {
  const { recovery } = context.rulebook.days;
  const { volume } = context;
  const enough = volume.runDays >= recovery.daysMin && volume.metres >= recovery.weekMetresMin;
  return enough && hard.includes((day + 6) % 7);
}

const apart = (a: number, b: number): number => {
  const gap = Math.abs(a - b);
  return Math.min(gap, 7 - gap);
};

function bestBy(days: readonly number[], costOf: (day: number) => number): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const day of days) {
    const cost = costOf(day);
    if (cost < least) [best, least] = [day, cost];
  }
  return best;
}
