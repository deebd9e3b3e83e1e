import { type Breach, judgeUnbroken } from "../checks/certify.ts";
import { strictly } from "../checks/leniency.ts";
import { factsOf } from "../plan/facts.ts";
import { withBreakWord } from "../plan/long-break.ts";
import type { PlanFacts, PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict, Plan } from "../plan/plan.ts";
import { err, ok, type Result } from "../result/result.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import type { ChangeContext, Draft } from "./context.ts";
import { withReasons } from "../reason/with-reasons.ts";
import { withIds } from "./ids.ts";
import { tellingBreach } from "./telling.ts";
import { mended } from "./mend.ts";
import { withRaceTime } from "./race-time.ts";
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

/** The phases and reasons of the plan before say nothing of a draft; what it becomes is told once it is clean. */
function untold({ phases: _, ...plan }: Plan): PlanUnderLaw {
  return plan;
}

/** How much of the patience the sizes of one draft are worth before the next one is tried. */
const MENDS_SHARE = 0.2;

/** How thoroughly drafts are tried. */
export interface Patience {
  /** Plans that are judged at most, mended ones included. */
  readonly judgements: number;
  /** Weeks and runs may give way in size where a law asks for it. */
  readonly mend: boolean;
  /** Days that came out a little other than planned excuse nothing. */
  readonly isStrict: boolean;
}

/** Why no draft became a plan, and how many plans were judged on the way. */
export interface NoWay {
  /** Of the first draft: what stands against the change as it was asked for. Asked for, as neighbours never are. */
  readonly breach: () => LawVerdict | undefined;
  readonly judgements: number;
}

/** The first draft whose plan breaks no law. Without a breach there was no way at all. */
export function firstCleanDraft(
  drafts: Iterable<Draft>,
  context: ChangeContext,
  { judgements: most, mend, isStrict }: Patience,
): Result<Plan, NoWay> {
  let first: Fault | undefined;
  let trial: Trial = { suspects: [], alike: context.before, judgements: 0, isStrict };
  for (const draft of drafts) {
    const mends = mend && draft.isFinal !== true ? Math.round(most * MENDS_SHARE) : 0;
    const judged = judgedDraft(draft, Math.min(mends, most - trial.judgements - 1), trial, context);
    if (judged.ok) return judged;
    first ??= judged.error;
    ({ trial } = judged.error);
    if (trial.judgements >= most) break;
  }
  const { wish } = context.change;
  const breach = (): LawVerdict | undefined => first && tellingBreach(first.facts, wish, first.breach);
  return err({ breach, judgements: trial.judgements });
}

/** What trying one draft after another has taught. */
interface Trial {
  /** Laws that stood against earlier drafts: they are asked first. */
  readonly suspects: readonly LawId[];
  /** The plan that was judged last: most weeks of the next are its weeks. */
  readonly alike: PlanFacts;
  readonly judgements: number;
  readonly isStrict: boolean;
}

/** What a draft was before anything in it was mended, and the law that was found broken first. */
interface Fault {
  readonly breach: Breach;
  readonly facts: PlanFacts;
}

type Judged = Result<Plan, Fault & { readonly trial: Trial }>;

function judgedDraft(draft: Draft, mends: number, trial: Trial, context: ChangeContext): Judged {
  const drafted = planOf(draft, context);
  const measured = factsOf(untold(drafted), context.rulebook, context.before, trial.alike);
  const plan = withRaceTime(drafted, measured, context.rulebook);
  const facts =
    plan === drafted ? measured : factsOf(untold(plan), context.rulebook, context.before, measured);
  const certificate = judgeUnbroken(trial.isStrict ? strictly(facts) : facts, trial.suspects);
  if (certificate.ok) {
    const adjustments = withBreakWord(plan.adjustments, facts);
    return ok(explained({ ...plan, adjustments, certificate: certificate.value }, context));
  }
  const breach = certificate.error;
  const after: Trial = {
    ...trial,
    suspects: [...new Set([breach.id, ...trial.suspects])],
    alike: facts,
    judgements: trial.judgements + 1,
  };
  const weeks = mends > 0 ? mended(draft.weeks, breach, context) : null;
  if (weeks === null) return err({ breach, facts, trial: after });
  const again = judgedDraft({ ...draft, weeks }, mends - 1, after, context);
  return again.ok ? again : err({ breach, facts, trial: again.error.trial });
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
