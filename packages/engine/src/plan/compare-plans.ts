import type { CalendarDate } from "../units/calendar-date.ts";
import { chosenWay } from "./as-run.ts";
import type { Plan, PlanWeek, Session } from "./plan.ts";
import { sameValue } from "./same-value.ts";
import type { WeekKind } from "./vocabulary.ts";

/** What became of a session. One that only moved is what it was, on another day. */
export const SESSION_FATES = ["moved", "changed", "dropped", "added"] as const;

export type SessionFate = (typeof SESSION_FATES)[number];

export interface SessionDifference {
  readonly fate: SessionFate;
  readonly sessionId: string;
  readonly title: string;
  readonly fromDate: CalendarDate | null;
  readonly toDate: CalendarDate | null;
  /** Of the chosen option. */
  readonly metresBefore: number | null;
  readonly metresAfter: number | null;
}

export interface WeekDifference {
  readonly week: number;
  readonly kindBefore: WeekKind | null;
  readonly kindAfter: WeekKind | null;
  readonly metresBefore: number;
  readonly metresAfter: number;
}

/** How one version of a plan differs from another. */
export interface PlanComparison {
  readonly sessions: readonly SessionDifference[];
  readonly weeks: readonly WeekDifference[];
}

/** Every session that is not what, where or as far as it was, by day; and every week that is another. */
export const comparePlans = (before: Plan, after: Plan): PlanComparison => ({
  sessions: compareSessions(before, after),
  weeks: compareWeeks(before, after),
});

interface Placed {
  readonly session: Session;
  readonly date: CalendarDate;
}

function compareSessions(before: Plan, after: Plan): readonly SessionDifference[] {
  const [old, now] = [placedIn(before), placedIn(after)];
  const ids = new Set([...old.keys(), ...now.keys()]);
  const found = [...ids].flatMap((id) => {
    const fate = fateOf(old.get(id), now.get(id));
    return fate === undefined ? [] : [differenceOf(fate, id, old.get(id), now.get(id))];
  });
  return found.toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)));
}

const placedIn = ({ weeks }: Plan): ReadonlyMap<string, Placed> =>
  new Map(
    weeks
      .flatMap(({ days }) => days)
      .flatMap(({ date, sessions }) =>
        sessions.map((session): readonly [string, Placed] => [session.id, { session, date }]),
      ),
  );

function fateOf(was: Placed | undefined, now: Placed | undefined): SessionFate | undefined {
  if (was === undefined) return "added";
  if (now === undefined) return "dropped";
  if (!sameValue(whatOf(was.session), whatOf(now.session))) return "changed";
  return was.date === now.date ? undefined : "moved";
}

/** What is run, whatever the reasons for it. */
const whatOf = ({ why: _, ...session }: Session): Omit<Session, "why"> => session;

const differenceOf = (
  fate: SessionFate,
  sessionId: string,
  was: Placed | undefined,
  now: Placed | undefined,
): SessionDifference => ({
  fate,
  sessionId,
  title: titleOf(now ?? was),
  fromDate: was?.date ?? null,
  toDate: now?.date ?? null,
  metresBefore: was === undefined ? null : chosenWay(was.session).metres,
  metresAfter: now === undefined ? null : chosenWay(now.session).metres,
});

const titleOf = (placed: Placed | undefined): string =>
  placed === undefined ? "" : chosenWay(placed.session).title;

const dayOf = ({ fromDate, toDate }: SessionDifference): string => toDate ?? fromDate ?? "";

function compareWeeks(before: Plan, after: Plan): readonly WeekDifference[] {
  const count = Math.max(before.weeks.length, after.weeks.length);
  return Array.from({ length: count }, (_, index) =>
    weekDifference(index + 1, before.weeks[index], after.weeks[index]),
  ).filter(
    ({ kindBefore, kindAfter, metresBefore, metresAfter }) =>
      kindBefore !== kindAfter || metresBefore !== metresAfter,
  );
}

const weekDifference = (
  week: number,
  was: PlanWeek | undefined,
  now: PlanWeek | undefined,
): WeekDifference => ({
  week,
  kindBefore: was?.kind ?? null,
  kindAfter: now?.kind ?? null,
  metresBefore: metresOf(was),
  metresAfter: metresOf(now),
});

const metresOf = (week: PlanWeek | undefined): number =>
  (week?.days ?? [])
    .flatMap(({ sessions }) => sessions)
    .reduce((sum, session) => sum + chosenWay(session).metres, 0);
