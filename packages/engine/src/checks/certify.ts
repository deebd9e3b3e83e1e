import { factsOf } from "../plan/facts.ts";
import type { LawRules, PlanFacts, PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Certificate, LawVerdict, Verdict } from "../plan/plan.ts";
import { err, ok, type Result } from "../result/result.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import type { Law } from "./law.ts";
import { inHindsight } from "./leniency.ts";
import { LAWS } from "./registry.ts";

/**
 * Judges a finished plan by every law, whoever made it. One verdict per law, in the order of `laws`.
 * A law that throws is a bug of the law, and stays visible as one: nothing is caught here.
 */
export function certify(plan: PlanUnderLaw, rules: LawRules, laws: readonly Law[] = LAWS): Certificate {
  return certificateOf(factsOf(plan, rules), laws);
}

/**
 * Judges a plan after a change, the plan before it at hand: laws of change compare the two.
 * @param after carries the change as the last of its `changes`
 */
export const certifyChange = (
  before: PlanUnderLaw,
  after: PlanUnderLaw,
  rules: LawRules,
  laws: readonly Law[] = LAWS,
): Certificate => certificateOf(factsOf(after, rules, factsOf(before, rules)), laws);

/** The certificate of a plan that is measured already. */
export const certifyFacts = (facts: PlanFacts): Certificate => certificateOf(facts, LAWS);

const certificateOf = (facts: PlanFacts, laws: readonly Law[]): Certificate => ({
  laws: laws.map((law) => verdictOf(law, facts)),
});

/** Whoever reads a number of a verdict is told what it counts. */
function verdictOf(law: Law, facts: PlanFacts): LawVerdict & { readonly id: LawId } {
  const { breaches: _, ...judgement } = inHindsight(law, law.judge(facts), facts);
  const { measured, quantity = law.quantity } = judgement;
  return { id: law.id, ...judgement, ...(measured === undefined ? {} : { quantity }) };
}

/** A law found broken, with its figures. */
export type Breach = LawVerdict & { readonly id: LawId };

/**
 * The certificate of a plan that breaks no law, or the first law found broken. Trying one way after
 * another, most plans fail, and for the same reason: the laws in `suspects` are asked first.
 */
export function judgeUnbroken(
  facts: PlanFacts,
  suspects: readonly LawId[],
  laws: readonly Law[] = LAWS,
): Result<Certificate, Breach> {
  const verdicts = new Map<LawId, LawVerdict>();
  const suspected = suspects.flatMap((id) => laws.filter((law) => law.id === id));
  const others = laws.filter((law) => !suspects.includes(law.id));
  for (const law of [...suspected, ...others]) {
    const verdict = verdictOf(law, facts);
    if (verdict.verdict === "breach") return err(verdict);
    verdicts.set(law.id, verdict);
  }
  return ok({ laws: laws.flatMap((law) => verdicts.get(law.id) ?? []) });
}

/** The laws that a plan breaks; a plan with any is never handed out. */
export const breachesOf = (certificate: Certificate): readonly LawVerdict[] =>
  certificate.laws.filter((law) => law.verdict === "breach");

export const flagsOf = (certificate: Certificate): readonly LawVerdict[] =>
  certificate.laws.filter((law) => law.verdict === "flag");

/** How many laws gave which verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

export function countVerdicts({ laws }: Certificate): VerdictCounts {
  const counts = { pass: 0, flag: 0, breach: 0, not_applicable: 0 };
  for (const { verdict } of laws) counts[verdict] += 1;
  return counts;
}
