import { type ActivityRules, permitted, type Source } from "@strideiq/activity";
import {
  type CalendarDate,
  chosenWay,
  type Done,
  type ExtraRun,
  type Plan,
  type PlanDay,
  REQUEST_LIMITS,
  type Session,
  type SessionDone,
} from "@strideiq/engine";

/** What is on record of what was run of a plan, whoever told of it: the one word that counts of each session. */
export interface RunsOnRecord {
  readonly sessions: readonly SessionOnRecord[];
  /** Runs that were matched to no session of any plan. */
  readonly extra: readonly RunOnRecord[];
}

export interface SessionOnRecord {
  readonly sessionId: string;
  readonly state: "done" | "partly_done" | "skipped";
  readonly metres: number | null;
  readonly seconds: number | null;
  /** Where the recordings come from that it was matched to; none for what was told by hand. */
  readonly sources: readonly Source[];
}

export interface RunOnRecord extends ExtraRun {
  readonly source: Source;
}

/** What was run, where it comes from the record: each source says what it may be used for. */
export type SourcePolicies = ActivityRules["sources"];

/** A session that was run is not to be run on another day. */
export interface SessionIsDone {
  readonly type: "SessionIsDone";
  readonly sessionId: string;
}

/** The first of these sessions that was run, were it in part. */
export function firstRunOf(sessionIds: readonly string[], { sessions }: RunsOnRecord): SessionIsDone | null {
  const run = new Set(sessions.flatMap(({ sessionId, state }) => (state === "skipped" ? [] : [sessionId])));
  const sessionId = sessionIds.find((id) => run.has(id));
  return sessionId === undefined ? null : { type: "SessionIsDone", sessionId };
}

/**
 * What the plan has not heard yet of the days before one, as the engine asks for it: what is on record, and over it
 * what is told in this very moment. Null where there is nothing: a day without a word was run as planned.
 */
export function doneBefore(
  from: CalendarDate,
  plan: Plan,
  record: RunsOnRecord,
  told: Done | null,
  policies: SourcePolicies,
): Done | null {
  const days = plan.weeks.flatMap((week) => week.days).filter(({ date }) => date < from);
  const toldNow = new Set((told?.sessions ?? []).map(({ session }) => session));
  const sessions = reportsOf(days, plan, record, policies).filter(({ session }) => !toldNow.has(session));
  const extra = extraOf(days, plan, record, policies).filter((run) => !isAmong(run, told?.extra ?? []));
  if (told === null && sessions.length === 0 && extra.length === 0) return null;
  return {
    sessions: [...sessions, ...(told?.sessions ?? [])],
    extra: [...extra, ...(told?.extra ?? [])],
    health: told?.health ?? null,
    evidence: told?.evidence ?? [],
  };
}

/** Of each session that came out otherwise than the plan believes. */
function reportsOf(
  days: readonly PlanDay[],
  { changes = [] }: Plan,
  { sessions }: RunsOnRecord,
  policies: SourcePolicies,
): readonly SessionDone[] {
  const known = new Map(
    changes.flatMap(({ done }) => done?.sessions ?? []).map((one) => [one.session, one] as const),
  );
  const onRecord = new Map(permitted(sessions, "combine", policies).map((one) => [one.sessionId, one]));
  return days
    .flatMap((day) => day.sessions)
    .flatMap((session): readonly SessionDone[] => {
      const record = onRecord.get(session.id);
      if (record === undefined) return [];
      const report = reportOf(session, record);
      return isSame(report, known.get(session.id) ?? asPlanned(session)) ? [] : [report];
    });
}

const asPlanned = (session: Session): SessionDone => {
  const { metres, seconds } = chosenWay(session);
  return { session: session.id, status: "done", metres, seconds };
};

/**
 * What was not said of a run that was done is as it was planned; of time and distance each is reckoned from the other.
 * Of a run in part of which neither was said nothing counts.
 */
function reportOf(session: Session, { state, metres, seconds }: SessionOnRecord): SessionDone {
  if (state === "skipped") return { session: session.id, status: "skipped" };
  const planned = chosenWay(session);
  const unsaid = state === "done" ? 1 : 0;
  const share = shareOf(metres, planned.metres) ?? shareOf(seconds, planned.seconds) ?? unsaid;
  return {
    session: session.id,
    status: "done",
    ...asRunnable(metres ?? planned.metres * share, seconds ?? planned.seconds * share),
  };
}

const shareOf = (amount: number | null, planned: number): number | null =>
  amount === null || planned <= 0 ? null : amount / planned;

/** A recording that nobody stopped on the way home is no run of two days. */
const asRunnable = (metres: number, seconds: number): Pick<ExtraRun, "metres" | "seconds"> => ({
  metres: Math.min(REQUEST_LIMITS.weeklyMetres.max, Math.round(metres)),
  seconds: Math.min(REQUEST_LIMITS.daySeconds.max * 2, Math.round(seconds)),
});

function isSame(one: SessionDone, other: SessionDone): boolean {
  if (one.status === "skipped" || other.status === "skipped") return one.status === other.status;
  return one.metres === Math.round(other.metres) && one.seconds === Math.round(other.seconds);
}

/**
 * Runs that no plan asked for. On a day with a session of which nothing is known it may be that session, which counts
 * as run already.
 */
function extraOf(
  days: readonly PlanDay[],
  { changes = [] }: Plan,
  { sessions, extra }: RunsOnRecord,
  policies: SourcePolicies,
): readonly ExtraRun[] {
  const known = changes.flatMap(({ done }) => done?.extra ?? []);
  const spokenOf = new Set(sessions.map(({ sessionId }) => sessionId));
  const open = new Set(
    days.filter((day) => day.sessions.every(({ id }) => spokenOf.has(id))).map(({ date }) => date),
  );
  return permitted(extra, "combine", policies)
    .filter(({ date }) => open.has(date))
    .map(({ date, metres, seconds }) => ({ date, ...asRunnable(metres, seconds) }))
    .filter((run) => !isAmong(run, known));
}

const isAmong = ({ date, metres, seconds }: ExtraRun, runs: readonly ExtraRun[]): boolean =>
  runs.some((run) => run.date === date && run.metres === metres && run.seconds === seconds);
