import type { CalendarDate } from "../units/calendar-date.ts";
import type { Plan, PlanDay, PlanWeek, Session, SessionOption, Step } from "./plan.ts";
import { isRepeat } from "./plan.ts";
import type { Done, ExtraRun, SessionDone } from "./plan-change.ts";

type ChangedPlan = Pick<Plan, "weeks" | "changes" | "paces">;

/**
 * The weeks with what was run in place of what was planned, up to the last change. Laws that look at
 * coming weeks reckon from these: legs know what they did, not what they were told to do.
 */
export function weeksAsRun({ weeks, changes = [], paces }: ChangedPlan): readonly PlanWeek[] {
  const last = changes.at(-1);
  const done = changes.flatMap((change) => change.done ?? []);
  if (last === undefined || done.every(isSilent)) return weeks;
  const reports = reportsOf(done);
  const extra = done
    .flatMap((one) => one.extra)
    .map((run, index) => ({ date: run.date, session: extraSession(run, index, paces === null) }));
  const asRun = weeks.map((week) => weekAsRun(week, last.from, reports, extra));
  return asRun.every((week, i) => week === weeks[i]) ? weeks : asRun;
}

const isSilent = ({ sessions, extra }: Done): boolean => sessions.length === 0 && extra.length === 0;

type Reports = ReadonlyMap<string, SessionDone>;

/** What was told last about a session counts. */
const reportsOf = (done: readonly Done[]): Reports =>
  new Map(done.flatMap((one) => one.sessions.map((report) => [report.session, report])));

function weekAsRun(
  week: PlanWeek,
  from: CalendarDate,
  reports: Reports,
  extra: readonly PlacedRun[],
): PlanWeek {
  const days = week.days.map((day) => (day.date < from ? dayAsRun(day, reports, extra) : day));
  if (days.every((day, i) => day === week.days[i])) return week;
  return { ...week, days, targetMetres: metresOf(days) };
}

function dayAsRun(day: PlanDay, reports: Reports, extra: readonly PlacedRun[]): PlanDay {
  const added = extra.filter((run) => run.date === day.date);
  if (added.length === 0 && !day.sessions.some((session) => reports.has(session.id))) return day;
  const planned = day.sessions.flatMap((session) => sessionAsRun(session, reports.get(session.id)));
  return { ...day, sessions: [...planned, ...added.map(({ session }) => session)] };
}

function sessionAsRun(session: Session, report: SessionDone | undefined): readonly Session[] {
  if (report === undefined) return [session];
  if (report.status === "skipped" || report.metres === 0) return [];
  const { optionB, ...chosen } = session;
  const way = session.chosen === "b" && optionB !== undefined ? optionB : session;
  return [{ ...chosen, ...runAs(way, report), chosen: "a" }];
}

type Run = Pick<SessionOption, "metres" | "seconds">;

/** Every step by the same share longer or shorter: nobody knows which of them it was. */
function runAs(way: SessionOption, { metres, seconds }: Run): SessionOption {
  const byMetres = way.metres > 0 ? metres / way.metres : 1;
  const bySeconds = way.seconds > 0 ? seconds / way.seconds : 1;
  const scaled = (step: Step): Step =>
    isRepeat(step)
      ? { ...step, steps: step.steps.map(scaled) }
      : { ...step, metres: step.metres * byMetres, seconds: step.seconds * bySeconds };
  return { kind: way.kind, title: "", metres, seconds, steps: way.steps.map(scaled) };
}

interface PlacedRun {
  readonly date: CalendarDate;
  readonly session: Session;
}

const extraSession = ({ date, metres, seconds }: ExtraRun, index: number, isEstimated: boolean): Session => ({
  id: `extra ${date} ${String(index + 1)}`,
  kind: "easy",
  title: "",
  quality: false,
  metres,
  seconds,
  ...(isEstimated ? { estimated: true } : {}),
  steps: [{ zone: "easy", by: "distance", metres, seconds }],
  chosen: "a",
});

const metresOf = (days: readonly PlanDay[]): number =>
  days.flatMap((day) => day.sessions).reduce((sum, session) => sum + chosenWay(session).metres, 0);

/** The way of running a session that is chosen. */
export const chosenWay = (session: Session): SessionOption | Session =>
  session.chosen === "b" && session.optionB !== undefined ? session.optionB : session;
