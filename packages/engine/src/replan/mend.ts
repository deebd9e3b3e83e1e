import { chosenWay } from "../plan/as-run.ts";
import type { LawVerdict, PlanWeek, Session } from "../plan/plan.ts";
import { type ChangeContext, isPast } from "./context.ts";
import { elasticMetresOf, pacingOf, shortened } from "./reshape.ts";
import { isRace, metresOf, withDays } from "./weeks.ts";

/** A little under the limit: runs are rounded. */
const BELOW = 0.985;

type Mend = (week: PlanWeek, measured: number, limit: number) => Target;

/** What has to give way in a week: all of it, its long run, or everything that comes near the long run. */
type Target =
  | { readonly type: "week"; readonly metres: number }
  | { readonly type: "long"; readonly metres: number }
  | { readonly type: "others"; readonly metresMax: number };

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
  E4: lessWeek,
  E2: (_, __, limit) => ({ type: "long", metres: limit * BELOW }),
  C1: lessWeek,
  C2: lessWeek,
  L3: (_, __, limit) => ({ type: "long", metres: limit * BELOW }),
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
  const mend = MENDS[id];
  if (mend === undefined || measured === undefined || limit === undefined || measured <= limit) return null;
  const [number = Number.NaN] = numbers;
  const touched = SEVEN_DAYS.includes(id) ? [number, number + 1] : [number];
  const after = touched
    .flatMap((one) => weeks.find((week) => week.week === one) ?? [])
    .reduce((all, week) => cutTo(all, week, mend(week, measured, limit), context), weeks);
  return after.every((one, i) => one === weeks[i]) ? null : after;
}

/** Laws that look at seven days wherever the calendar cuts them: two of its weeks give way. */
const SEVEN_DAYS: readonly string[] = ["T2", "C2"];

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
  return (session) => {
    const isLongest = session.kind === "long" || chosenWay(session).metres === longest;
    if (target.type === "long") return isLongest ? shareTo(session, target.metres) : 1;
    return isLongest ? 1 : shareTo(session, target.metresMax);
  };
}

/** The share of its easy running that brings a session down to a distance, whichever option is run. */
function shareTo(session: Session, metres: number): number {
  const most = Math.max(session.metres, session.optionB?.metres ?? 0);
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
