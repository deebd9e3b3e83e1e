import { factsOf } from "../plan/facts.ts";
import type { LawRules, PlanUnderLaw } from "../plan/measured-plan.ts";
import type { Certificate, LawVerdict } from "../plan/plan.ts";
import type { Law } from "./law.ts";
import { LAWS } from "./registry.ts";

/**
 * Judges a finished plan by every law, whoever made it. One verdict per law, in the order of `laws`.
 * A law that throws is a bug of the law, and stays visible as one: nothing is caught here.
 */
export function certify(plan: PlanUnderLaw, rules: LawRules, laws: readonly Law[] = LAWS): Certificate {
  const facts = factsOf(plan, rules);
  return { laws: laws.map((law) => ({ id: law.id, ...law.judge(facts) })) };
}

/** The laws that a plan breaks; a plan with any is never handed out. */
export const breachesOf = (certificate: Certificate): readonly LawVerdict[] =>
  certificate.laws.filter((law) => law.verdict === "breach");

export const flagsOf = (certificate: Certificate): readonly LawVerdict[] =>
  certificate.laws.filter((law) => law.verdict === "flag");
