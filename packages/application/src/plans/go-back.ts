import {
  addDays,
  type CalendarDate,
  type Certificate,
  type ChangedWish,
  type ChangeRefusal,
  type Done,
  err,
  isClosedOn,
  isLawId,
  isSuspended,
  type LawVerdict,
  type Nearest,
  ok,
  type Plan,
  type PlanChange,
  type ReplanError,
  type Result,
  sameValue,
} from "@strideiq/engine";
import { firstDayOf } from "./first-day.ts";
import { onward } from "./onward.ts";
import type { CurrentPlan } from "./plan-change.ts";
import type { Clock } from "./ports.ts";
import type { ChangeImpossible, Replan } from "./rebuild-plan.ts";
import { doneBefore, type SourcePolicies } from "./what-was-run.ts";

/** What the laws say of a plan after a change, the plan before it at hand. */
export type JudgeChange = (before: Plan, after: Plan) => Certificate;

export interface GoBackDeps {
  readonly clock: Pick<Clock, "today">;
  readonly replan: Replan;
  readonly judgeChange: JudgeChange;
  readonly policies: SourcePolicies;
}

/**
 * The plan that goes on as another version has it. Going back is a change from today like any other: what is past stays
 * as it was run, and what lies ahead is judged with it. An undo is eased where what was run or lost asks for it: whoever takes
 * back a break in its middle comes back from it as gently as it was long. A version that is asked for by its number comes
 * as it is or not at all.
 */
export function goBack(
  deps: GoBackDeps,
  standing: CurrentPlan,
  version: Plan,
  how: "undo" | "restore",
): Result<Plan, ChangeImpossible> {
  const { clock, replan, judgeChange, policies } = deps;
  const from = firstDayOf(standing.plan, clock);
  const impossible = (error: ReplanError) =>
    err({ type: "ChangeImpossible", standing, from, error } as const);
  const instead = (wish: ChangedWish) => nearestTo(wish, deps, standing, from);
  const plain = onward(version, standing.plan, from, how === "undo");
  if (isSuspended(plain.changes ?? []) && !isSuspended(version.changes ?? []))
    return impossible({ ...STILL_RESTING, nearest: instead({ kind: "resume" }) });
  const done = doneBefore(from, plain, standing.record, null, policies);
  if (done === null && sameValue(plain, version)) return ok(version);
  const change = changeAt(from, plain, standing.plan, done);
  const after = { ...plain, changes: [...(plain.changes ?? []), change] };
  const certificate = judgeChange(plain, after);
  const breach = tellingOf(certificate.laws.filter(({ verdict }) => verdict === "breach"));
  if (breach === undefined) return ok({ ...after, certificate });
  if (how === "undo" && (done !== null || wasClosedBefore(from, plain))) {
    const adapted = replan(plain, from, done, ADAPT);
    if (adapted.ok) return ok(adapted.value.plan);
  }
  return impossible({ ...refusalOf(breach), nearest: instead(ADAPT) });
}

/** Whether a break goes on up to the first day that may change. */
const wasClosedBefore = (from: CalendarDate, { changes = [] }: Plan): boolean =>
  isClosedOn(addDays(from, -1), changes);

/** What was lost or run is why the version no longer fits; what else breaks follows from it. */
const tellingOf = (breaches: readonly LawVerdict[]): LawVerdict | undefined =>
  breaches.find(({ id }) => id.startsWith("C")) ?? breaches[0];

const ADAPT = { kind: "adapt" } as const;

/** What the plan remembers of going back, where something was run or lost since. */
const changeAt = (
  from: CalendarDate,
  plain: Plan,
  { changes = [] }: Plan,
  done: Done | null,
): PlanChange => ({
  from,
  wish: ADAPT,
  movedFrom: null,
  done,
  rpi: plain.rpi,
  idsGiven: Math.max(idsGivenTo(plain), ...[...(plain.changes ?? []), ...changes].map((one) => one.idsGiven)),
});

/** The highest number of any id. */
const idsGivenTo = ({ weeks }: Plan): number =>
  Math.max(
    0,
    ...weeks.flatMap(({ days }) =>
      days.flatMap(({ sessions }) => sessions.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0))),
    ),
  );

function refusalOf(breach: LawVerdict): Omit<ChangeRefusal, "nearest"> {
  const { id, measured = null, limit = null, quantity = "count", why = null, weeks } = breach;
  if (!isLawId(id)) throw new Error(`there is no law ${id}`);
  const where = weeks === undefined ? {} : { weeks };
  return { type: "ChangeRefusal", law: id, measured, limit, quantity, why, ...where };
}

/** Law C5: what was told of pain or illness ends when the athlete says so, and by no other way. */
const STILL_RESTING = {
  type: "ChangeRefusal",
  law: "C5",
  measured: null,
  limit: null,
  quantity: "count",
  why: "hard sessions rest until you take them up again",
} as const;

/** What can be done from where the plan stands, if it does anything. */
function nearestTo(
  wish: ChangedWish,
  { replan, policies }: GoBackDeps,
  { plan, record }: CurrentPlan,
  from: CalendarDate,
): Nearest | null {
  const changed = replan(plan, from, doneBefore(from, plan, record, null, policies), wish);
  return changed.ok && changed.value.diff.sessions.length > 0 ? { wish, ...changed.value } : null;
}
