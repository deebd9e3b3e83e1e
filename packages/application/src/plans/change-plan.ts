import { type CalendarDate, err, ok, type Plan, type Result, type Session } from "@strideiq/engine";
import { firstDayOf } from "./first-day.ts";
import { comparePlans, type PlanComparison } from "./compare-plans.ts";
import {
  type Actor,
  type ChangedPlan,
  type CurrentPlan,
  type OptionChoice,
  type PlanChangedMeanwhile,
  type PlanNotFound,
} from "./plan-change.ts";
import type { PlanHistory } from "./plan-history.ts";
import type { PlanKey } from "./plan-record.ts";
import type { Clock } from "./ports.ts";

/** What every change of a plan says beside itself. */
export interface ChangeNote {
  /** The revision that the athlete saw; without it the change is to whatever stands. */
  readonly expected?: number;
  readonly actor: Actor;
  readonly reason?: string;
  /** The id of its line in the ledger, where it is known beforehand. */
  readonly changeId?: string;
}

export interface VersionNotFound {
  readonly type: "VersionNotFound";
  readonly version: number;
}

export interface SessionNotFound {
  readonly type: "SessionNotFound";
  readonly sessionId: string;
}

/** The session lies behind: how it was run is told, not chosen. */
export interface SessionIsPast {
  readonly type: "SessionIsPast";
  readonly sessionId: string;
}

/** The session has one way only. */
export interface NoSuchOption {
  readonly type: "NoSuchOption";
  readonly sessionId: string;
}

export type ChangeOutcome<Problem> = Promise<
  Result<ChangedPlan, PlanNotFound | PlanChangedMeanwhile | Problem>
>;

export type CompareVersions = (
  key: PlanKey,
  from: number,
  to: number,
) => Promise<Result<PlanComparison, VersionNotFound>>;

/** Compares two versions of a plan, whichever is the older. */
export const createCompareVersions =
  ({ history }: { readonly history: Pick<PlanHistory, "findShown"> }): CompareVersions =>
  async (key, from, to) => {
    const before = await history.findShown(key, from);
    if (before === undefined) return err({ type: "VersionNotFound", version: from });
    const after = await history.findShown(key, to);
    if (after === undefined) return err({ type: "VersionNotFound", version: to });
    return ok(comparePlans(before, after));
  };

export type ChooseOption = (
  key: PlanKey,
  sessionId: string,
  option: OptionChoice,
  note: ChangeNote,
) => ChangeOutcome<SessionNotFound | SessionIsPast | NoSuchOption>;

interface ChooseOptionDeps {
  readonly history: Pick<PlanHistory, "findCurrent" | "choose">;
  readonly clock: Pick<Clock, "today">;
}

/** Chooses option A or B of a session. To choose what is chosen already changes nothing. */
export const createChooseOption =
  ({ history, clock }: ChooseOptionDeps): ChooseOption =>
  async (key, sessionId, option, { expected, actor, reason }) => {
    const standing = await standingPlan(history, key, expected);
    if (!standing.ok) return standing;
    const { plan, version, revision } = standing.value;
    const { date, session } = sessionOf(plan, sessionId) ?? {};
    if (session === undefined || date === undefined) return err({ type: "SessionNotFound", sessionId });
    if (session.optionB === undefined) return err({ type: "NoSuchOption", sessionId });
    if (session.chosen === option) return ok({ version, revision });
    if (date < firstDayOf(plan, clock)) return err({ type: "SessionIsPast", sessionId });
    const chosen = await history.choose(key, standing.value, {
      actor,
      reason: reason ?? `Option ${option.toUpperCase()} chosen`,
      sessionId,
      from: session.chosen,
      to: option,
    });
    return "type" in chosen ? err(chosen) : ok(chosen);
  };

/** The plan as it stands, if that is what the athlete saw. */
export async function standingPlan(
  history: Pick<PlanHistory, "findCurrent">,
  key: PlanKey,
  expected: number | undefined,
): Promise<Result<CurrentPlan, PlanNotFound | PlanChangedMeanwhile>> {
  const current = await history.findCurrent(key);
  if (current === undefined) return err({ type: "PlanNotFound" });
  if (expected !== undefined && expected !== current.revision)
    return err({ type: "PlanChangedMeanwhile", revision: current.revision });
  return ok(current);
}

const sessionOf = (
  { weeks }: Plan,
  sessionId: string,
): { readonly date: CalendarDate; readonly session: Session } | undefined =>
  weeks
    .flatMap(({ days }) => days)
    .flatMap(({ date, sessions }) => sessions.map((session) => ({ date, session })))
    .find(({ session }) => session.id === sessionId);
