import { type Breach, judgeUnbroken } from "../checks/certify.ts";
import { factsOf } from "../plan/facts.ts";
import type { LawVerdict, Plan } from "../plan/plan.ts";
import { err, ok, type Result } from "../result/result.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import type { ChangeContext, Draft } from "./context.ts";
import { withReasons } from "../reason/with-reasons.ts";
import { withIds } from "./ids.ts";
import { mended } from "./mend.ts";
import { daysOf } from "./weeks.ts";

/** The plan that a draft makes; its certificate is still that of the plan before. */
function planOf({ weeks, request, daysPerWeek, adjustments }: Draft, { plan, change }: ChangeContext): Plan {
  const wish = request ?? plan.request;
  return {
    ...plan,
    daysPerWeek: daysPerWeek ?? plan.daysPerWeek,
    raceDate: wish.raceDate,
    request: wish,
    weeks: withIds(weeks, change.idsGiven),
    adjustments: adjustments ?? plan.adjustments,
    changes: [...(plan.changes ?? []), change],
  };
}

/** How often the sizes of a draft are mended before the next one is tried. */
const MENDS_MAX = 10;

/** How thoroughly drafts are tried. */
export interface Patience {
  /** Drafts that are judged at most. */
  readonly drafts: number;
  /** Weeks and runs may give way in size where a law asks for it. */
  readonly mend: boolean;
}

/**
 * The first draft whose plan breaks no law, or the breach of the first: what stands against the change as
 * it was asked for. Undefined where there was no way at all.
 */
export function firstCleanDraft(
  drafts: Iterable<Draft>,
  context: ChangeContext,
  { drafts: most, mend }: Patience,
): Result<Plan, LawVerdict | undefined> {
  let first: LawVerdict | undefined;
  let suspects: readonly LawId[] = [];
  let count = 0;
  for (const draft of drafts) {
    const judged = judgedDraft(draft, context, suspects, mend ? MENDS_MAX : 0);
    if (judged.ok) return judged;
    first ??= judged.error;
    suspects = [...new Set([judged.error.id, ...suspects])];
    count += 1;
    if (count >= most) break;
  }
  return err(first);
}

type Judged = Result<Plan, Breach>;

function judgedDraft(
  draft: Draft,
  context: ChangeContext,
  suspects: readonly LawId[],
  mends: number,
): Judged {
  const plan = planOf(draft, context);
  const certificate = judgeUnbroken(factsOf(plan, context.rulebook, context.before), suspects);
  if (certificate.ok) return ok(explained({ ...plan, certificate: certificate.value }, context));
  const weeks = mends > 0 && draft.isFinal !== true ? mended(draft.weeks, certificate.error, context) : null;
  if (weeks === null) return certificate;
  const again = judgedDraft({ ...draft, weeks }, context, suspects, mends - 1);
  return again.ok ? again : certificate;
}

/** The plan with its reasons; what is past keeps those it had, to the letter. */
export function explained(
  plan: Plan,
  { plan: before, change, rulebook }: Pick<ChangeContext, "plan" | "change" | "rulebook">,
): Plan {
  const whole = { ...withReasons(plan, rulebook), certificate: plan.certificate };
  const past = new Map(daysOf(before.weeks).map((day) => [day.date, day]));
  const weeks = whole.weeks.map((week) => {
    const old = before.weeks.find((one) => one.days[0]?.date === week.days[0]?.date);
    if (old?.days.every((day) => day.date < change.from) === true) return old;
    const days = week.days.map((day) => (day.date < change.from ? (past.get(day.date) ?? day) : day));
    return { ...week, days };
  });
  return { ...whole, weeks };
}
