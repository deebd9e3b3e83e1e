import { PHASES, type Phase } from "@strideiq/engine";
import type { PlannedSession } from "../matching/planned-session.ts";
import type { Completion } from "./completion.ts";

/** How a span of the plan went, as far as it is over. */
export interface Adherence {
  /** Sessions that were due: done, or their day has closed. */
  readonly due: number;
  readonly done: number;
  /** Done in volume and in intent. */
  readonly nailed: number;
  readonly missed: number;
  /** Sessions about which the athlete has been asked; they count as neither. */
  readonly asked: number;
  /** Done by due; null while nothing was due. */
  readonly share: number | null;
  readonly plannedMetres: number;
}

export interface PlanAdherence {
  readonly plan: Adherence;
  readonly byWeek: ReadonlyMap<number, Adherence>;
  readonly byPhase: ReadonlyMap<Phase, Adherence>;
}

/** Adherence of the whole plan, of each week and of each phase. Runs that were not planned are no part of it. */
export function adherenceOf(
  sessions: readonly PlannedSession[],
  completions: readonly Completion[],
): PlanAdherence {
  const byId = new Map(completions.map((completion) => [completion.sessionId, completion]));
  const of = (some: readonly PlannedSession[]): Adherence => adherence(some, byId);
  const weeks = [...new Set(sessions.map(({ week }) => week))].toSorted((a, b) => a - b);
  const phases = PHASES.filter((phase) => sessions.some((session) => session.phase === phase));
  return {
    plan: of(sessions),
    byWeek: new Map(weeks.map((week) => [week, of(sessions.filter((one) => one.week === week))])),
    byPhase: new Map(phases.map((phase) => [phase, of(sessions.filter((one) => one.phase === phase))])),
  };
}

function adherence(sessions: readonly PlannedSession[], byId: ReadonlyMap<string, Completion>): Adherence {
  const states = sessions.map((session) => byId.get(session.id));
  const count = (holds: (completion: Completion) => boolean): number =>
    states.filter((completion) => completion !== undefined && holds(completion)).length;
  const done = count(({ state }) => state === "done");
  const missed = count(({ state }) => state === "missed");
  const due = done + missed;
  return {
    due,
    done,
    nailed: count(({ score, state }) => state === "done" && score === "nailed"),
    missed,
    asked: count(({ state }) => state === "asked"),
    share: due === 0 ? null : done / due,
    plannedMetres: sessions.reduce((sum, { isRun, metres }) => sum + (isRun ? metres : 0), 0),
  };
}
