import type { VerdictCounts } from "../checks/certify.ts";
import type { Plan } from "../plan/plan.ts";
import type { ChangedWish, Done } from "../plan/plan-change.ts";
import type { Quantity } from "../plan/vocabulary.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import type { PlanDiff } from "./diff.ts";

/**
 * A plan after a change, what became of every session that is not what it was, and how the laws judged it
 * before and judge it now. Nothing is stored: whoever only wants to know what would be reads it and is done.
 */
export interface Replanned {
  readonly plan: Plan;
  readonly diff: PlanDiff;
  readonly verdicts: { readonly before: VerdictCounts; readonly after: VerdictCounts };
}

/** A change that makes no sense, whatever the laws say. */
export interface ChangeProblem {
  readonly type: "ChangeProblem";
  readonly field: "from" | "session" | "date" | "week" | "weekday" | "done" | "wish";
  readonly problem:
    | "not_in_the_plan"
    | "past"
    | "not_yet"
    | "the_race"
    | "after_the_race"
    /** The value is the day on which the plan was made. */
    | "before_the_plan"
    | "no_change"
    | "out_of_order"
    | "nothing_there"
    | "out_of_range"
    | "nothing_to_resume"
    | "unreadable";
  /** The date, id, number or weekday that was given; the path to what cannot be read. */
  readonly value: string | number | null;
}

/** A change that no plan can keep within the laws, and the nearest one that can. */
export interface ChangeRefusal {
  readonly type: "ChangeRefusal";
  /** The law that stands against the change; `horizon` where there is no time for it. */
  readonly law: LawId | "horizon";
  readonly measured: number | null;
  readonly limit: number | null;
  /** What `measured` and `limit` count. */
  readonly quantity: Quantity;
  readonly why: string | null;
  /** Numbers of the weeks of the plan that it happens in, where it is one of weeks. */
  readonly weeks?: readonly number[];
  readonly nearest: Nearest | null;
}

/** Another wish, and the clean plan that it leads to. */
export interface Nearest extends Replanned {
  readonly wish: ChangedWish;
}

export type ReplanError = ChangeProblem | ChangeRefusal;

/** What a change asks, with everything that answers it. */
export interface ChangeRequest {
  readonly plan: Plan;
  /** The first day that may change. */
  readonly from: CalendarDate;
  readonly done: Done | null;
  readonly wish: ChangedWish;
}
