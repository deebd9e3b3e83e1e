import {
  type CalendarDate,
  isRunKind,
  type Phase,
  type Plan,
  type Session,
  type SessionKind,
  type Step,
} from "@strideiq/engine";

/** A session of a plan as it is to be found among what was run: the option that the athlete chose. */
export interface PlannedSession {
  readonly id: string;
  readonly day: CalendarDate;
  /** 1-based week of the plan. */
  readonly week: number;
  readonly phase: Phase;
  readonly kind: SessionKind;
  readonly isRun: boolean;
  readonly title: string;
  readonly metres: number;
  readonly seconds: number;
  /** The distance is a guess; time is what was asked for. */
  readonly isEstimated: boolean;
  readonly steps: readonly Step[];
}

/** Every session of a plan in its order. */
export const plannedSessionsOf = (plan: Pick<Plan, "weeks">): readonly PlannedSession[] =>
  plan.weeks.flatMap(({ days, phase, week }) =>
    days.flatMap(({ date, sessions }) =>
      sessions.map((session) => ({ day: date, week, phase, ...chosenOf(session) })),
    ),
  );

function chosenOf(session: Session): Omit<PlannedSession, "day" | "week" | "phase"> {
  const { kind, metres, seconds, steps, title } =
    session.chosen === "b" && session.optionB !== undefined ? session.optionB : session;
  const isEstimated = session.estimated === true;
  return { id: session.id, kind, isRun: isRunKind(kind), title, metres, seconds, isEstimated, steps };
}

/** What an exported workout carries in its name or notes, so that what was run finds its session again. */
export const sessionMarker = (sessionId: string): string => `[siq:${sessionId}]`;

/** The session that a text names by its marker; null when it names none. */
export const markedSession = (text: string): string | null =>
  /\[siq:([\w.:-]{1,64})\]/.exec(text)?.[1] ?? null;
