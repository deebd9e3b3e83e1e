import {
  type CalendarDate,
  type ChangedWish,
  err,
  isSuspended,
  type MoveWish,
  ok,
  type Plan,
  type PlanRequest,
  type Refusal,
  type Result,
  type Session,
} from "@strideiq/engine";
import { type ChangeNote, standingPlan } from "./change-plan.ts";
import { comparePlans } from "./compare-plans.ts";
import type { Generate } from "./generate-stored-plan.ts";
import {
  type ChangedPlan,
  type CurrentPlan,
  type PlanChangedMeanwhile,
  type PlanNotFound,
  withChoices,
} from "./plan-change.ts";
import type { PlanHistory } from "./plan-history.ts";
import type { PlanKey } from "./plan-record.ts";
import type { Clock } from "./ports.ts";
import type { ChangeImpossible, Replan } from "./rebuild-plan.ts";
import type { CheckRequest } from "./request-plan.ts";

/** What was told stays told: hard sessions that rest, rest in the plan made again too. */
function asEasyAs({ request, changes }: Plan): PlanRequest {
  const { easyOnly: _, ...wish } = request;
  return isSuspended(changes ?? []) ? { ...wish, easyOnly: true } : wish;
}

/** The plan has begun: what was run is not to be planned again. */
export interface PlanHasBegun {
  readonly type: "PlanHasBegun";
}

/** Today's rules make no plan of this wish. */
export interface NoPlanAnyMore {
  readonly type: "NoPlanAnyMore";
  readonly refusal: Refusal | null;
}

export type RegeneratePlan = (
  key: PlanKey,
  note: ChangeNote,
) => Promise<Result<ChangedPlan, RegenerateProblem>>;

export type RegenerateProblem =
  PlanNotFound | PlanChangedMeanwhile | PlanHasBegun | NoPlanAnyMore | ChangeImpossible;

export interface RegenerateDeps {
  readonly history: Pick<PlanHistory, "findCurrent" | "append">;
  readonly clock: Pick<Clock, "today">;
  readonly checkRequest: CheckRequest;
  readonly generate: Generate;
  readonly replan: Replan;
}

/**
 * The same wish once more, with the rules of today, as a new version. What was asked for since is asked for again: days
 * that are kept free stay free, or nothing is made; a session that cannot be moved as it was stays, and that is said.
 */
export const createRegeneratePlan =
  ({ history, clock, checkRequest, generate, replan }: RegenerateDeps): RegeneratePlan =>
  async (key, { actor, expected, reason = "Made again with the rules of today" }) => {
    const found = await standingPlan(history, key, expected);
    if (!found.ok) return found;
    const standing = found.value;
    const { plan: before, choices } = standing;
    const { request } = before;
    const firstDay = before.weeks[0]?.days[0]?.date ?? request.today;
    if ((clock.today(request.timeZone) ?? request.today) > firstDay) return err({ type: "PlanHasBegun" });
    const checked = checkRequest(asEasyAs(before));
    if (!checked.ok) return err({ type: "NoPlanAnyMore", refusal: null });
    const made = generate(checked.value);
    if (!made.ok) return err({ type: "NoPlanAnyMore", refusal: made.error });
    const wished = wishedAgain(made.value, standing, replan);
    if (!wished.ok) return wished;
    const { plan, unmoved } = wished.value;
    const appended = await history.append(key, standing, {
      kind: "regenerated",
      actor,
      reason: `${reason}${toldOf(unmoved)}`.slice(0, REASON_MAX),
      plan,
      diff: comparePlans(before, withChoices(plan, choices)),
    });
    return "type" in appended ? err(appended) : ok(appended);
  };

/** As long as a reason in the ledger may be. */
const REASON_MAX = 500;

const toldOf = (unmoved: number): string =>
  unmoved === 0 ? "" : `; ${String(unmoved)} of the moves made before could not be made again`;

interface WishedAgain {
  readonly plan: Plan;
  /** How many moves and swaps the new plan has no place for. */
  readonly unmoved: number;
}

function wishedAgain(
  made: Plan,
  standing: CurrentPlan,
  replan: Replan,
): Result<WishedAgain, ChangeImpossible> {
  let plan = made;
  let unmoved = 0;
  for (const { from, movedFrom, wish: was } of standing.plan.changes ?? []) {
    const isMove = was.kind === "move" || was.kind === "swap";
    const wish = was.kind === "move" ? moveIn(plan, was, movedFrom, standing.plan) : stillToAsk(was);
    const changed = wish === null ? null : replan(plan, from, null, wish);
    if (changed?.ok === true) ({ plan } = changed.value);
    else if (isMove) unmoved += 1;
    else if (changed !== null) return err({ type: "ChangeImpossible", standing, from, error: changed.error });
  }
  return ok({ plan, unmoved });
}

/** Race and day of the long run stand in the wish of the plan, and nothing was run yet. */
function stillToAsk(wish: ChangedWish): ChangedWish | null {
  if (wish.kind === "block_days" || wish.kind === "swap") return wish;
  return wish.kind === "pause" ? { kind: "pause", first: wish.first, last: wish.last } : null;
}

/** The session that stands where the moved one stood, if it is of its kind. */
function moveIn(plan: Plan, wish: MoveWish, movedFrom: CalendarDate | null, before: Plan): MoveWish | null {
  const kind = sessionsOf(before).find(({ id }) => id === wish.session)?.kind;
  const session = plan.weeks
    .flatMap(({ days }) => days)
    .find(({ date }) => date === movedFrom)
    ?.sessions.find((one) => one.kind === kind);
  return session === undefined ? null : { ...wish, session: session.id };
}

const sessionsOf = ({ weeks }: Plan): readonly Session[] =>
  weeks.flatMap(({ days }) => days).flatMap(({ sessions }) => sessions);
