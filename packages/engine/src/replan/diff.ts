import { closedDaysOf } from "../plan/change-facts.ts";
import { comparePlans, type PlanComparison, type SessionDifference } from "../plan/compare-plans.ts";
import type { Plan } from "../plan/plan.ts";
import type { ChangedWish } from "../plan/plan-change.ts";
import { type CalendarDate, epochDay } from "../units/calendar-date.ts";
import { sessionsOf } from "./weeks.ts";

/** Why: it was asked for, its day is closed, others made room, or a law asked for it. */
export type DiffReason =
  | { readonly cause: "asked" }
  | { readonly cause: "closed_day" }
  | { readonly cause: "made_room" }
  | { readonly cause: "law"; readonly law: string }
  | { readonly cause: "rebuilt"; readonly wish: ChangedWish["kind"] };

/** One session before and after a change, and why it is not what it was. */
export interface DiffEntry extends SessionDifference {
  readonly reason: DiffReason;
}

/** What a change did to the sessions and weeks of a plan. */
export interface PlanDiff extends PlanComparison {
  readonly sessions: readonly DiffEntry[];
}

/** Every session that is not what, where or as far as it was, in the order of days, and every week that is another. */
export function diffOf(before: Plan, after: Plan, wish: ChangedWish): PlanDiff {
  const { sessions, weeks } = comparePlans(before, after);
  const reasonOf = reasonsOf(before, after, wish);
  return { sessions: sessions.map((one) => ({ ...one, reason: reasonOf(one) })), weeks };
}

type ReasonOf = (difference: SessionDifference) => DiffReason;

function reasonsOf(before: Plan, after: Plan, wish: ChangedWish): ReasonOf {
  const closed = closedDaysOf(after.changes ?? []);
  const besideClosed = new Set(
    after.weeks
      .filter(({ days }) => days.some(({ date }) => closed.has(epochDay(date))))
      .flatMap(({ days }) => days.map(({ date }) => date)),
  );
  const sessions = new Map(sessionsOf(before.weeks).map(({ session }) => [session.id, session]));
  const tellsOfHealth = ({ adjustments }: Plan): boolean => adjustments.some(({ law }) => law === "C5");
  const isSuspending = tellsOfHealth(after) && !tellsOfHealth(before);
  return ({ sessionId, fromDate, toDate }) => {
    const was = sessions.get(sessionId);
    if (wish.kind === "move") return { cause: sessionId === wish.session ? "asked" : "made_room" };
    if (wish.kind === "swap")
      return { cause: isSwapped(wish.days, fromDate, toDate) ? "asked" : "made_room" };
    if (fromDate !== null && closed.has(epochDay(fromDate))) return { cause: "closed_day" };
    if (isSuspending && (was === undefined || was.quality || was.kind === "strides" || was.kind === "long"))
      return { cause: "law", law: "C5" };
    const isBeside = [fromDate, toDate].some((date) => date !== null && besideClosed.has(date));
    if (wish.kind === "block_days" && isBeside) return { cause: "made_room" };
    if (wish.kind === "block_days") return { cause: "law", law: "C2" };
    if (wish.kind === "pause") return { cause: "law", law: "C2" };
    if (wish.kind !== "adapt") return { cause: "rebuilt", wish: wish.kind };
    return { cause: "law", law: was?.kind === "long" ? "C3" : "C2" };
  };
}

const isSwapped = (
  days: readonly CalendarDate[],
  from: CalendarDate | null,
  to: CalendarDate | null,
): boolean => from !== null && to !== null && days.includes(from) && days.includes(to);
