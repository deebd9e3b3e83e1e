import { chosenWay } from "../plan/as-run.ts";
import { metresLeastOf, metresMostOf } from "../plan/choices.ts";
import type { LawVerdict, PlanWeek, Session } from "../plan/plan.ts";
import { type ChangeContext, isPast } from "./context.ts";
import { easedWeek, withoutSpeed } from "./ease.ts";
import { withoutLeap } from "./leap.ts";
import { isAlone, withoutLongRun } from "./lone-long-run.ts";
import type { SessionKind } from "../plan/vocabulary.ts";
import { onTrails } from "../workout/option-b.ts";
import { ELASTIC_SHARE_MIN, elasticMetresOf, pacingOf, shortened, stridesSession } from "./reshape.ts";
import { type CalendarDate, daysBetween } from "../units/calendar-date.ts";
import { isRace, metresOf, sessionsOf, withDays, withSessions } from "./weeks.ts";

/** A little under the limit: runs are rounded. */
const BELOW = 0.985;

type Mend = (week: PlanWeek, measured: number, limit: number) => Target;

/** What has to give way in a week: all of it, its long run, or everything that comes near the long run. */
type Target =
  | { readonly type: "week"; readonly metres: number }
  | { readonly type: "long"; readonly metres: number }
  | { readonly type: "others"; readonly metresMax: number }
  | { readonly type: "others"; readonly share: number };

const lessWeek: Mend = (week, measured, limit) => ({
  type: "week",
  metres: (metresWithoutRace(week) * limit * BELOW) / measured,
});

/** Laws that a smaller week or run keeps, and what gives way for each. */
const MENDS: Readonly<Record<string, Mend>> = {
  V1: lessWeek,
  V3: lessWeek,
  V4: lessWeek,
  V6: lessWeek,
  T2: lessWeek,
  E4: (_, measured, limit) => ({ type: "others", share: (limit * BELOW) / measured }),
  E2: (_, __, limit) => ({ type: "long", metres: limit * BELOW }),
  C1: lessWeek,
  C2: lessWeek,
  C3: (_, __, limit) => ({ type: "long", metres: limit * BELOW }),
  L2: (week, _, limit) => ({ type: "others", metresMax: longestOf(week) * Math.min(1, limit) * BELOW }),
  L5: (week, _, limit) => ({
    type: "long",
    metres: ((metresWithoutRace(week) - longestOf(week)) * limit * BELOW) / (1 - limit),
  }),
};

/** The weeks made smaller where a law asks for it; null where smaller is no help. */
export function mended(
  weeks: readonly PlanWeek[],
  { id, measured, limit, weeks: numbers = [] }: LawVerdict,
  context: ChangeContext,
): readonly PlanWeek[] | null {
  if (id === "I2") return withoutSpeed(weeks, context);
  const open = numbers.filter((one) => isOpen(weeks, one, context));
  const [number] = open;
  if (number === undefined) return null;
  if (EASED.includes(id)) return easedWeek(weeks, number, id === "T5", context);
  if (id === "S6" || id === "O1") return withEqualOptions(weeks, number, context);
  if (id === "L2" && limit === 0) return withoutEve(weeks, number, context);
  if (id === "T4") return withTouch(weeks, number, context);
  if (id === "E3") return withoutShortest(weeks, open, context);
  if (id === "L5" && isAlone(weeks, number)) return withoutLongRun(weeks, number, context);
  if (id === "L3" && measured !== undefined && limit !== undefined)
    return withoutLeap(weeks, open, measured, limit, context);
  const mend = MENDS[id];
  if (mend === undefined || measured === undefined || limit === undefined || measured <= limit) return null;
  const touched = SEVEN_DAYS.includes(id) ? [number, number + 1] : open;
  if (mend === lessWeek && isOutOfReach(weeks, touched, limit / measured, context))
    return withoutShortest(weeks, touched, context);
  const after = touched
    .flatMap((one) => weeks.find((week) => week.week === one) ?? [])
    .reduce((all, week) => cutTo(all, week, mend(week, measured, limit), context), weeks);
  if (!after.every((one, i) => one === weeks[i])) return after;
  if (mend === lessWeek) return withoutShortest(weeks, touched, context);
  // Where the work of a hard session is itself too far beside a short long run it is run easily.
  return id === "L2" ? easedWeek(weeks, open.at(-1) ?? number, false, context) : null;
}

/** Whether a week would have to lose more than its easy running can give. */
function isOutOfReach(
  weeks: readonly PlanWeek[],
  numbers: readonly number[],
  share: number,
  context: ChangeContext,
): boolean {
  const touched = weeks.filter((one) => numbers.includes(one.week));
  const open = sessionsOf(touched).filter(({ session, date }) => !isRace(session) && !isPast(date, context));
  const elastic = open.reduce((sum, { session }) => sum + elasticMetresOf(session), 0);
  const [most = 0] = touched.map(metresWithoutRace).sort((a, b) => b - a);
  return most * (1 - share) > elastic * (1 - ELASTIC_SHARE_MIN);
}

/** What a week can do without first. */
const GIVEN_UP: readonly SessionKind[] = ["recovery", "easy", "strides", "medium_long", "steady"];

const worthOf = ({ kind }: Session): number =>
  kind === "long" ? GIVEN_UP.length + 1 : GIVEN_UP.includes(kind) ? GIVEN_UP.indexOf(kind) : GIVEN_UP.length;

/** A week whose runs are as short as they can be gives one up: easy ones first, the long run last. */
function withoutShortest(
  weeks: readonly PlanWeek[],
  numbers: readonly number[],
  context: ChangeContext,
): readonly PlanWeek[] | null {
  const shortest = weeks
    .filter((week) => numbers.includes(week.week))
    .flatMap((week) => sessionsOf([week]))
    .filter(({ session, date }) => !isRace(session) && !isPast(date, context))
    .sort((a, b) => worthOf(a.session) - worthOf(b.session) || a.session.metres - b.session.metres)[0];
  if (shortest === undefined) return null;
  return withSessions(weeks, (session) => (session === shortest.session ? null : session));
}

/** A week with days that may still change. */
const isOpen = (weeks: readonly PlanWeek[], number: number, context: ChangeContext): boolean =>
  weeks.some((week) => week.week === number && week.days.some((day) => !isPast(day.date, context)));

/** Laws that look at seven days wherever the calendar cuts them: two of its weeks give way. */
const SEVEN_DAYS: readonly string[] = ["T2", "C2"];

/** Laws that a week keeps when what is hard in it is run easily. */
const EASED: readonly string[] = ["I4", "I1", "H1", "H2", "H3", "L7", "S3", "T5"];

/** Law S6: in a week with few runs an option B of another distance weighs too much; on trails it is the same. */
function withEqualOptions(
  weeks: readonly PlanWeek[],
  number: number,
  context: ChangeContext,
): readonly PlanWeek[] | null {
  const isUnequal = ({ optionB, metres }: Session): boolean =>
    optionB !== undefined && optionB.metres !== metres;
  const open = new Set(
    weeks
      .filter((week) => week.week === number)
      .flatMap((week) => sessionsOf([week]))
      .filter(({ session, date }) => isUnequal(session) && !isPast(date, context))
      .map(({ session }) => session),
  );
  if (open.size === 0) return null;
  return withSessions(weeks, (session) =>
    open.has(session) ? { ...session, optionB: onTrails(session), chosen: "a" } : session,
  );
}

/** Law L2: the run on the day before the long run gives way where it is the second longest of its week. */
function withoutEve(
  weeks: readonly PlanWeek[],
  number: number,
  context: ChangeContext,
): readonly PlanWeek[] | null {
  const placed = sessionsOf(weeks);
  const eves = placed.filter(({ session, date }) =>
    placed.some(
      (long) => long.session.kind === "long" && daysBetween(date, long.date) === 1 && session.kind !== "long",
    ),
  );
  const week = weeks.find((one) => one.week === number);
  const eve = eves.find(({ date }) => week?.days.some((day) => day.date === date) && !isPast(date, context));
  if (eve === undefined || week === undefined) return null;
  const others = sessionsOf([week]).filter(
    ({ session }) => session !== eve.session && session.kind !== "long" && !isRace(session),
  );
  // Back for the last two days of a week there is no long run yet to rest for.
  if (others.length === 0) return withoutLongRun(weeks, number, context);
  const most = Math.max(0, ...others.map(({ session }) => metresLeastOf(session)));
  const less = shortened(
    eve.session,
    shareTo(eve.session, most * BELOW),
    pacingOf(context.plan, context.rulebook),
  );
  const fits = most > 0 && metresMostOf(less) < most;
  return withSessions(weeks, (session) => (session === eve.session ? (fits ? less : null) : session));
}

/** Law T4: strides at the end of an easy run, where the sharper session of a taper week was lost. */
function withTouch(
  weeks: readonly PlanWeek[],
  number: number,
  context: ChangeContext,
): readonly PlanWeek[] | null {
  for (const { session, date } of weeks
    .filter((week) => week.week === number || week.week === number + 1)
    .flatMap((week) => sessionsOf([week]))) {
    if (session.kind !== "easy" || isPast(date, context) || isEve(date, context)) continue;
    const strides = stridesSession(session, context.plan, context.rulebook);
    if (strides !== null) return withSessions(weeks, (one) => (one === session ? strides : one));
  }
  return null;
}

/** The day before the race holds no more than an easy jog. */
const isEve = (date: CalendarDate, { plan }: ChangeContext): boolean => daysBetween(date, plan.raceDate) <= 1;

function cutTo(
  weeks: readonly PlanWeek[],
  week: PlanWeek,
  target: Target,
  context: ChangeContext,
): readonly PlanWeek[] {
  const pacing = pacingOf(context.plan, context.rulebook);
  const shareOf = shareFor(week, target, context);
  return withDays(weeks, (day, own) => {
    if (own !== week || isPast(day.date, context)) return day;
    const sessions = day.sessions.map((session) =>
      isRace(session) ? session : shortened(session, shareOf(session), pacing),
    );
    return sessions.every((session, i) => session === day.sessions[i]) ? day : { ...day, sessions };
  });
}

function shareFor(week: PlanWeek, target: Target, context: ChangeContext): (session: Session) => number {
  if (target.type === "week") {
    const open = week.days.filter((day) => !isPast(day.date, context)).flatMap((day) => day.sessions);
    const elastic = open.filter((one) => !isRace(one)).reduce((sum, one) => sum + elasticMetresOf(one), 0);
    const share = elastic === 0 ? 1 : 1 - (metresWithoutRace(week) - target.metres) / elastic;
    return () => share;
  }
  const longest = longestOf(week);
  const hasLong = sessionsOf([week]).some(({ session }) => session.kind === "long");
  return (session) => {
    const isLongest = hasLong ? session.kind === "long" : chosenWay(session).metres === longest;
    if (target.type === "long") return isLongest ? shareTo(session, target.metres) : 1;
    if (isLongest) return 1;
    return shareTo(session, "share" in target ? session.metres * target.share : target.metresMax);
  };
}

/** The share of its easy running that brings a session down to a distance, whichever option is run. */
function shareTo(session: Session, metres: number): number {
  const most = metresMostOf(session);
  const elastic = elasticMetresOf(session);
  return most <= metres || elastic === 0 ? 1 : 1 - (most - metres) / elastic;
}

const metresWithoutRace = (week: PlanWeek): number =>
  metresOf(week.days) -
  week.days
    .flatMap((day) => day.sessions)
    .filter(isRace)
    .reduce((sum, session) => sum + session.metres, 0);

const longestOf = (week: PlanWeek): number =>
  Math.max(
    0,
    ...week.days
      .flatMap((day) => day.sessions)
      .filter((session) => !isRace(session))
      .map((session) => chosenWay(session).metres),
  );
