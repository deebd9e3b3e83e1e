import {
  type CalendarDate,
  type ChangedWish,
  type Done,
  err,
  ok,
  type Plan,
  type ReplanError,
  type Replanned,
  type Result,
} from "@strideiq/engine";
import { type ChangeNote, standingPlan } from "./change-plan.ts";
import { comparePlans, type PlanComparison } from "./compare-plans.ts";
import { firstDayOf } from "./first-day.ts";
import type { ChangedPlan, CurrentPlan, PlanChangedMeanwhile, PlanNotFound } from "./plan-change.ts";
import type { PlanHistory } from "./plan-history.ts";
import type { PlanKey } from "./plan-record.ts";
import type { Clock } from "./ports.ts";
import { doneBefore, firstRunOf, type SessionIsDone, type SourcePolicies } from "./what-was-run.ts";

/** The engine's answer to a change, with its rulebook filled in. */
export type Replan = (
  plan: Plan,
  from: CalendarDate,
  done: Done | null,
  wish: ChangedWish,
) => Result<Replanned, ReplanError>;

/** What shall be otherwise, and what is told with it of what was run; what is on record is known anyway. */
export interface WantedChange {
  readonly wish: ChangedWish;
  readonly done: Done | null;
}

/** A change thought through, with nothing of it stored. */
export interface WhatIf extends PlanComparison {
  readonly standing: CurrentPlan;
  /** The first day that may change. */
  readonly from: CalendarDate;
  readonly plan: Plan;
  readonly verdicts: Replanned["verdicts"];
}

/** Why a change cannot be: it makes no sense, or no plan within the laws has it. */
export interface ChangeImpossible {
  readonly type: "ChangeImpossible";
  readonly standing: CurrentPlan;
  readonly from: CalendarDate;
  readonly error: ReplanError;
}

export type RebuildProblem = PlanNotFound | PlanChangedMeanwhile | ChangeImpossible | SessionIsDone;

export type AskWhatIf = (
  key: PlanKey,
  wanted: WantedChange,
  expected?: number,
) => Promise<Result<WhatIf, RebuildProblem>>;

export interface RebuildDeps {
  readonly history: Pick<PlanHistory, "findCurrent" | "append">;
  readonly clock: Pick<Clock, "today">;
  readonly replan: Replan;
  readonly policies: SourcePolicies;
}

/** What a change would do to the plan as it stands, from the athlete's today on. Nothing is stored. */
export const createAskWhatIf =
  ({ history, clock, replan, policies }: RebuildDeps): AskWhatIf =>
  async (key, { wish, done: told }, expected) => {
    const found = await standingPlan(history, key, expected);
    if (!found.ok) return found;
    const standing = found.value;
    const isDone = firstRunOf(sessionsTaken(wish, standing.plan), standing.record);
    if (isDone !== null) return err(isDone);
    const from = firstDayOf(standing.plan, clock);
    const done = doneBefore(from, standing.plan, standing.record, told, policies);
    const changed = replan(standing.plan, from, done, wish);
    if (!changed.ok) return err({ type: "ChangeImpossible", standing, from, error: changed.error });
    const { plan, verdicts } = changed.value;
    return ok({ standing, from, plan, verdicts, ...comparePlans(standing.plan, plan) });
  };

/** The sessions that a wish takes to another day. */
function sessionsTaken(wish: ChangedWish, { weeks }: Plan): readonly string[] {
  if (wish.kind === "move") return [wish.session];
  if (wish.kind !== "swap") return [];
  const days = weeks.flatMap((week) => week.days).filter(({ date }) => wish.days.includes(date));
  return days.flatMap(({ sessions }) => sessions.map(({ id }) => id));
}

export type ChangePlan = (
  key: PlanKey,
  wanted: WantedChange,
  note: ChangeNote,
) => Promise<Result<ChangedPlan, RebuildProblem>>;

/**
 * Makes a change: what the question `what if` answers, as a new version with its line of the ledger. To adapt a plan that
 * nothing was told about, and that goes on as it is, changes nothing.
 */
export const createChangePlan = (deps: RebuildDeps): ChangePlan => {
  const askWhatIf = createAskWhatIf(deps);
  return async (key, wanted, { actor, expected, reason, changeId }) => {
    const asked = await askWhatIf(key, wanted, expected);
    if (!asked.ok) return asked;
    const { standing, plan, sessions, weeks } = asked.value;
    const isAsItIs = sessions.length === 0 && weeks.length === 0;
    if (wanted.wish.kind === "adapt" && wanted.done === null && isAsItIs)
      return ok({ version: standing.version, revision: standing.revision });
    const appended = await deps.history.append(key, standing, {
      ...(changeId === undefined ? {} : { id: changeId }),
      kind: wanted.wish.kind,
      actor,
      reason: reason ?? REASONS[wanted.wish.kind],
      plan,
      diff: { sessions, weeks },
    });
    return "type" in appended ? err(appended) : ok(appended);
  };
};

const REASONS: Readonly<Record<ChangedWish["kind"], string>> = {
  move: "A session moved",
  swap: "Two days changed places",
  block_days: "Days kept free",
  pause: "A pause",
  repeat_week: "A week once more",
  long_run_day: "Long runs on another day",
  race_date: "The race on another day",
  adapt: "Adapted to what was run",
  resume: "Hard sessions taken up again",
};
