import type { Plan } from "@strideiq/engine";
import type { PlanComparison } from "./compare-plans.ts";
import type { RunsOnRecord } from "./what-was-run.ts";

/** Who changed something. The system is nobody in particular. */
export type Actor =
  | { readonly kind: "athlete" | "coach" | "admin"; readonly id: string }
  | { readonly kind: "system"; readonly id: null };

export type OptionChoice = "a" | "b";

/** The options chosen by session id. A session that is not named has its version's own choice. */
export type Choices = Readonly<Record<string, OptionChoice>>;

/** A plan as it is now. */
export interface CurrentPlan {
  /** With the choices applied. */
  readonly plan: Plan;
  readonly version: number;
  /** Counts every change that a reader can see: versions and choices. */
  readonly revision: number;
  readonly choices: Choices;
  /** What is on record of what was run, as of the moment at which the plan was read. */
  readonly record: RunsOnRecord;
}

/** A change that makes a new version. */
export interface VersionChange {
  /** The id of its line in the ledger; without it a new one. */
  readonly id?: string;
  /** What kind of change, as the ledger sorts them: `restored`, `moved`. */
  readonly kind: string;
  readonly actor: Actor;
  /** Why, in the words of whoever changed it. */
  readonly reason: string;
  readonly plan: Plan;
  readonly diff: PlanComparison;
  /** The ledger entry that this change takes back. */
  readonly undoes?: string;
}

/** A change of one session's option: it makes no version. */
export interface ChoiceChange {
  readonly actor: Actor;
  readonly reason: string;
  readonly sessionId: string;
  readonly from: OptionChoice;
  readonly to: OptionChoice;
  /** The ledger entry that this change takes back. */
  readonly undoes?: string;
}

/** Somebody else changed the plan first; nothing was stored. */
export interface PlanChangedMeanwhile {
  readonly type: "PlanChangedMeanwhile";
  readonly revision: number;
}

export interface PlanNotFound {
  readonly type: "PlanNotFound";
}

/** Where a plan stands after a change. */
export interface ChangedPlan {
  readonly version: number;
  readonly revision: number;
}

/** The plan with the options that its athlete chose. */
export const withChoices = (plan: Plan, choices: Choices): Plan =>
  Object.keys(choices).length === 0 ? plan : chosenIn(plan, choices);

const chosenIn = (plan: Plan, choices: Choices): Plan => ({
  ...plan,
  weeks: plan.weeks.map((week) => ({
    ...week,
    days: week.days.map((day) => ({
      ...day,
      sessions: day.sessions.map((session) => {
        const chosen = choices[session.id];
        return chosen === undefined || session.optionB === undefined ? session : { ...session, chosen };
      }),
    })),
  })),
});
