import type { LawVerdict, Plan } from "../plan/plan.ts";
import { type ChangedWish, type Done, type PlanChange, raceWishedIn } from "../plan/plan-change.ts";
import { isLawId } from "../generate/law-fields.ts";
import { err, ok, type Result } from "../result/result.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { addDays, type CalendarDate, daysBetween, nextWeekday } from "../units/calendar-date.ts";
import { certify, countVerdicts, judgeUnbroken } from "../checks/certify.ts";
import { strictly } from "../checks/leniency.ts";
import { factsOf } from "../plan/facts.ts";
import { alternativesTo } from "./alternatives.ts";
import { explained, firstCleanDraft, type NoWay } from "./answer.ts";
import type { ChangeRefusal, ChangeRequest, Nearest, Replanned, ReplanError } from "./change-request.ts";
import { problemOf } from "./check-change.ts";
import { type Allowance, allowanceOf, type ChangeContext, contextOf } from "./context.ts";
import { diffOf } from "./diff.ts";
import { draftsFor, mayMend } from "./drafts.ts";
import { idsGivenIn } from "./ids.ts";
import { courseWeeks } from "./course-weeks.ts";
import { reversedBy } from "./reverse.ts";
import { soonerObstacle } from "./sooner-race.ts";
import { sessionsOf } from "./weeks.ts";

/**
 * The plan after a change: everything before `from` untouched, ids kept, every law that keeps a runner from
 * harm kept from that day on. A change that no plan can keep is answered with the law, the number and the
 * nearest one that can.
 * @param from the first day that may change
 * @param done what was really run before it; null where all of it went as planned
 */
export function replan(
  plan: Plan,
  from: CalendarDate,
  done: Done | null,
  wish: ChangedWish,
  rulebook: Rulebook,
): Result<Replanned, ReplanError> {
  return answerTo(fromTheFirstDay({ plan, from, done, wish }), rulebook);
}

/**
 * Where a runner flew west their day may be one earlier than the day the plan was made: what begins on it begins with
 * the plan.
 */
function fromTheFirstDay(request: ChangeRequest): ChangeRequest {
  const { plan, from, wish } = request;
  const { today } = plan.request;
  if (from !== addDays(today, -1)) return request;
  const isOnIt = wish.kind === "pause" && wish.first === from;
  return { ...request, from: today, wish: isOnIt ? { ...wish, first: today } : wish };
}

function answerTo(request: ChangeRequest, rulebook: Rulebook): Result<Replanned, ReplanError> {
  const { plan, done, wish } = request;
  const problem = problemOf(request);
  if (problem !== null) return err(problem);
  if (done !== null && wish.kind !== "adapt") return afterAdapting(request, done, rulebook);
  if (wish.kind === "long_run_day" && plan.request.unavailable.includes(wish.weekday))
    return err({ ...DAY_NOT_FREE, nearest: nearestTo(request, rulebook) });
  const tried = tryChange(request, isAboutHealth(wish) ? FOR_WHAT_WAS_RUN : FOR_A_WISH, rulebook);
  if (tried.ok) return tried;
  return err({
    ...refusalOf(tried.error.breach(), request, rulebook),
    nearest: nearestTo(request, rulebook),
  });
}

/** What was run cannot be undone, and who is well again is well: neither can do with a refusal. */
const isAboutHealth = ({ kind }: ChangedWish): boolean => kind === "adapt" || kind === "resume";

/** Law S5: no long run on a weekday that was wished off. */
const DAY_NOT_FREE: Omit<ChangeRefusal, "nearest"> = {
  type: "ChangeRefusal",
  law: "S5",
  measured: null,
  limit: null,
  quantity: "count",
  why: "you marked this weekday as not free",
};

/** What was done comes first: the wish meets a plan that knows of it. The plan remembers two changes. */
function afterAdapting(
  { plan, from, wish }: ChangeRequest,
  done: Done,
  rulebook: Rulebook,
): Result<Replanned, ReplanError> {
  const adapted = replan(plan, from, done, { kind: "adapt" }, rulebook);
  if (!adapted.ok) return adapted;
  const changed = replan(adapted.value.plan, from, null, wish, rulebook);
  if (changed.ok) return ok(replanned(plan, changed.value.plan, wish));
  if (changed.error.type === "ChangeProblem") return changed;
  const { nearest } = changed.error;
  if (nearest === null) return changed;
  // To leave the plan as it is means: as it is now that it knows what was done.
  if (nearest.wish.kind === "adapt")
    return err({ ...changed.error, nearest: { wish: nearest.wish, ...adapted.value } });
  return err({ ...changed.error, nearest: { wish: nearest.wish, ...replanned(plan, nearest.plan, wish) } });
}

const replanned = (before: Plan, after: Plan, wish: ChangedWish): Replanned => ({
  plan: after,
  diff: diffOf(before, after, wish),
  verdicts: { before: countVerdicts(before.certificate), after: countVerdicts(after.certificate) },
});

/**
 * Plans that are judged for a wish, for each of its neighbours, and for all of these together. Who waits for
 * an answer is better served by the next best soon: hardly any wish is kept by a later plan.
 */
const FOR_A_WISH: Effort = { judgements: 48, layouts: 32 };
/** An answer is looked for as long as it takes. */
const FOR_WHAT_WAS_RUN: Effort = { judgements: 600, layouts: 200 };
const FOR_A_NEIGHBOUR: Effort = { judgements: 10, layouts: 12 };
const FOR_ALL_NEIGHBOURS: Effort = { judgements: 80, layouts: 240 };

/**
 * Plans that are judged, and ways of building that are laid out for them. Of 61 random changes that were made by
 * building anew none needed more than 29 ways; a way is laid out in about 2 ms and judged in as much.
 */
interface Effort {
  readonly judgements: number;
  readonly layouts: number;
}

/** One wish, without looking for neighbours. */
function tryChange(
  request: ChangeRequest,
  { judgements, layouts }: Effort,
  rulebook: Rulebook,
  mayAll: Allowance = allowanceOf(Infinity),
): Result<Replanned, NoWay> {
  const { plan, wish } = request;
  const undone = reversedBy(request);
  if (undone !== null) {
    const change = changeOf(request);
    const told = explained({ ...undone, certificate: plan.certificate }, { plan, change, rulebook });
    return ok(replanned(plan, { ...told, certificate: certify(told, rulebook) }, wish));
  }
  const answer = (isStrict: boolean): Result<Plan, NoWay> => {
    const may = allowanceOf(layouts);
    const context: ChangeContext = contextOf(plan, changeOf(request), rulebook, () => may() && mayAll());
    return firstCleanDraft(draftsFor(wish, context), context, { judgements, mend: mayMend(wish), isStrict });
  };
  const isStrict = judgeUnbroken(strictly(factsOf(plan, rulebook)), []).ok;
  const strict = answer(isStrict);
  const changed = !strict.ok && isStrict && isAboutHealth(wish) ? answer(false) : strict;
  if (!changed.ok) return changed;
  return ok(replanned(plan, changed.value, wish));
}

function changeOf({ plan, from, done, wish }: ChangeRequest): PlanChange {
  const movedFrom =
    wish.kind === "move"
      ? (sessionsOf(plan.weeks).find(({ session }) => session.id === wish.session)?.date ?? null)
      : null;
  return { from, wish, movedFrom, done, rpi: plan.rpi, idsGiven: idsGivenIn(plan) };
}

function refusalOf(
  breach: LawVerdict | undefined,
  request: ChangeRequest,
  rulebook: Rulebook,
): Omit<ChangeRefusal, "nearest"> {
  const type = "ChangeRefusal";
  if (breach === undefined || !isLawId(breach.id)) return { type, ...horizonLeft(request, rulebook) };
  const { id: law, measured = null, limit = null, quantity = "count", why = null, weeks } = breach;
  return { type, law, measured, limit, quantity, why, ...(weeks === undefined ? {} : { weeks }) };
}

/**
 * Nothing could even be drafted: the weeks that are left and those that a plan has at least, or at most where the
 * race lies too far ahead.
 */
function horizonLeft(request: ChangeRequest, rulebook: Rulebook): Omit<ChangeRefusal, "type" | "nearest"> {
  const { plan, from } = request;
  const race = raceWishedIn(request.wish) ?? plan.raceDate;
  const obstacle = soonerObstacle(plan, race, rulebook);
  if (obstacle !== null) {
    const { law, measured, limit, quantity } = obstacle;
    return { law, measured, limit, quantity, why: null };
  }
  const { horizon } = rulebook;
  const told = { law: "horizon", quantity: "weeks" } as const;
  const weeks = courseWeeks(nextWeekday(from, plan.request.weekStart), { ...plan.request, raceDate: race });
  if (weeks > horizon.weeksMax)
    return {
      ...told,
      measured: weeks,
      limit: horizon.weeksMax,
      why: "the race is further away than a plan leads",
    };
  const measured = Math.max(0, Math.floor(daysBetween(from, race) / 7));
  return { ...told, measured, limit: horizon.weeksMin, why: null };
}

/** The closest wish that becomes a clean plan, each tried whole; at last, to leave the plan as it is. */
function nearestTo(request: ChangeRequest, rulebook: Rulebook): Nearest | null {
  let left = FOR_ALL_NEIGHBOURS.judgements;
  const mayAll = allowanceOf(FOR_ALL_NEIGHBOURS.layouts);
  for (const wish of alternativesTo(request, rulebook)) {
    const other = { ...request, wish };
    const effort = effortFor(wish, request.wish);
    if ((left <= 0 && effort === FOR_A_NEIGHBOUR) || problemOf(other) !== null) continue;
    const tried = tryChange(other, effort, rulebook, effort === FOR_A_NEIGHBOUR ? mayAll : undefined);
    if (tried.ok && (wish.kind === "adapt" || tried.value.diff.sessions.length > 0))
      return { wish, ...tried.value };
    if (effort === FOR_A_NEIGHBOUR) left -= Math.max(1, tried.ok ? 1 : tried.error.judgements);
  }
  return null;
}

/** A shorter break is what is left of many a break, and there are few of them: each is tried like a wish. */
function effortFor(wish: ChangedWish, wished: ChangedWish): Effort {
  if (wish.kind === "adapt") return FOR_WHAT_WAS_RUN;
  const isShorter = wish.kind === "pause" && wished.kind === "pause" && wish.last < wished.last;
  return isShorter ? FOR_A_WISH : FOR_A_NEIGHBOUR;
}
