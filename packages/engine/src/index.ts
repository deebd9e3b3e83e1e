export {
  breachesOf,
  certify,
  certifyChange,
  countVerdicts,
  flagsOf,
  type VerdictCounts,
} from "./checks/certify.ts";
export type { Judgement } from "./checks/judgement.ts";
export type { Law, Severity } from "./checks/law.ts";
export { lawIndexPage, lawPage } from "./checks/law-page.ts";
export { LAWS } from "./checks/registry.ts";
export * from "./athlete/request-problem.ts";
export * from "./athlete/request.ts";
export { chosenWay } from "./plan/as-run.ts";
export * from "./plan/choices.ts";
export * from "./plan/compare-plans.ts";
export * from "./plan/contrast.ts";
export * from "./plan/doses.ts";
export { factsOf } from "./plan/facts.ts";
export { isLawId } from "./generate/law-fields.ts";
export type * from "./plan/measured-plan.ts";
export * from "./plan/plan.ts";
export { isClosedOn, isSuspended } from "./plan/change-facts.ts";
export * from "./plan/plan-change.ts";
export * from "./plan/plan-measures.ts";
export * from "./plan/quality.ts";
export { sameValue } from "./plan/same-value.ts";
export * from "./plan/vocabulary.ts";
export * from "./reason/explain-day.ts";
export { type ExplainedPlan, withReasons } from "./reason/with-reasons.ts";
export type * from "./reason/phase-reason.ts";
export type * from "./reason/reason.ts";
export type * from "./reason/session-reason.ts";
export type * from "./reason/week-reason.ts";
export * from "./result/result.ts";
export * from "./generate/generate.ts";
export * from "./generate/refusal.ts";
export type * from "./rulebook/athlete-rules.ts";
export * from "./replan/change-request.ts";
export * from "./replan/diff.ts";
export { replan } from "./replan/replan.ts";
export * from "./rulebook/cautions.ts";
export * from "./rulebook/law-limits.ts";
export * from "./rulebook/quality-rules.ts";
export * from "./rulebook/rulebook.ts";
export * from "./rulebook/workout-definition.ts";
export * from "./rulebook/workout-library.ts";
export * from "./units/calendar-date.ts";
export * from "./units/weekday.ts";
export * from "./pace/rpi.ts";
export * from "./pace/training-paces.ts";
export * from "./athlete/check-request.ts";
export * from "./athlete/request-limits.ts";
export * from "./athlete/volume-tier.ts";
export { worldRecordSecondsOf } from "./athlete/world-record.ts";
export * from "./athlete/classify.ts";
export * from "./athlete/masters.ts";
export { parsePlan } from "./plan/notation/parse-plan.ts";
export { parseSteps, type SecondsPerMetre } from "./plan/notation/parse-steps.ts";
export { parseWeek } from "./plan/notation/parse-week.ts";
export { type PlanInNotation, printPlan } from "./plan/notation/print-plan.ts";
export { printSteps } from "./plan/notation/print-steps.ts";
export { printWeek, type WeekLayout } from "./plan/notation/print-week.ts";
export type { NotationProblem } from "./plan/notation/problem.ts";
export * from "./athlete/standard-request.ts";
export { ENGINE_VERSION } from "./generate/provenance.ts";
