import type { LawVerdict, Plan } from "../plan/plan.ts";
import type { ChangedWish, Done, PlanChange } from "../plan/plan-change.ts";
import { isLawId } from "../generate/law-fields.ts";
import { err, ok, type Result } from "../result/result.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import { certify, countVerdicts } from "../checks/certify.ts";
import { alternativesTo } from "./alternatives.ts";
import { explained, firstCleanDraft } from "./answer.ts";
import type { ChangeRefusal, ChangeRequest, Nearest, Replanned, ReplanError } from "./change-request.ts";
import { problemOf } from "./check-change.ts";
import { type ChangeContext, contextOf } from "./context.ts";
import { diffOf } from "./diff.ts";
import { draftsFor, mayMend } from "./drafts.ts";
import { idsGivenIn } from "./ids.ts";
import { reversedBy } from "./reverse.ts";
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
  const request: ChangeRequest = { plan, from, done, wish };
  const problem = problemOf(request);
  if (problem !== null) return err(problem);
  if (done !== null && wish.kind !== "adapt") return afterAdapting(request, done, rulebook);
  const tried = tryChange(request, rulebook, DRAFTS_MAX);
  if (tried.ok) return tried;
  return err({ ...refusalOf(tried.error), nearest: nearestTo(request, rulebook) });
}

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
  if (changed.error.type === "ChangeProblem" || changed.error.nearest === null) return changed;
  const { nearest } = changed.error;
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

/** Drafts that a wish is worth, and that each of its neighbours is: every one is judged by every law. */
const DRAFTS_MAX = 60;
const NEIGHBOUR_DRAFTS_MAX = 16;

/** One wish, without looking for neighbours. */
function tryChange(
  request: ChangeRequest,
  rulebook: Rulebook,
  drafts: number,
): Result<Replanned, LawVerdict | undefined> {
  const { plan, wish } = request;
  const undone = reversedBy(request);
  if (undone !== null) {
    const change = changeOf(request);
    const before = explained(
      { ...undone, certificate: certify(undone, rulebook) },
      { plan, change, rulebook },
    );
    return ok(replanned(plan, before, wish));
  }
  const context: ChangeContext = contextOf(plan, changeOf(request), rulebook);
  const changed = firstCleanDraft(draftsFor(wish, context), context, { drafts, mend: mayMend(wish) });
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

const refusalOf = (breach: LawVerdict | undefined): Omit<ChangeRefusal, "nearest"> => ({
  type: "ChangeRefusal",
  law: breach !== undefined && isLawId(breach.id) ? breach.id : "horizon",
  measured: breach?.measured ?? null,
  limit: breach?.limit ?? null,
  quantity: breach?.quantity ?? "count",
  why: breach?.why ?? null,
});

/** The closest wish that becomes a clean plan, each tried whole. */
function nearestTo(request: ChangeRequest, rulebook: Rulebook): Nearest | null {
  for (const wish of alternativesTo(request)) {
    const other = { ...request, wish };
    if (problemOf(other) !== null) continue;
    const tried = tryChange(other, rulebook, NEIGHBOUR_DRAFTS_MAX);
    if (tried.ok) return { wish, ...tried.value };
  }
  return null;
}
