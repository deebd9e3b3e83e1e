import type { PlanRequest } from "../athlete/request.ts";
import { breachesOf, certify, judgeUnbroken } from "../checks/certify.ts";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawVerdict, Plan } from "../plan/plan.ts";
import { withReasons } from "../reason/with-reasons.ts";
import { err, ok, type Result } from "../result/result.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { buildPlan, type Outline, outlineKey, outlinePlan } from "./build-plan.ts";
import { carriedDays } from "./carried-days.ts";
import { type Horizon, raceCalendarOf } from "./frame.ts";
import { RUN_DAYS_MIN } from "./obstacle.ts";
import { finishPoliciesOf, type Policy, policiesOf } from "./policy.ts";
import type { Runner } from "./runner.ts";

/** Why one way of building came to nothing. */
interface Failure {
  /** Null when the days do not suffice. */
  readonly plan: PlanUnderLaw | null;
  readonly law: LawId | null;
  /** Key sessions a week that its policy let a week have. */
  readonly qualityMax: number;
}

/**
 * The first policy whose plan breaks no law, or the first breach of the first plan: what stands nearest to
 * the wish. Undefined when no policy finds days for its runs.
 */
export function firstCleanPlan(
  request: PlanRequest,
  runner: Runner,
  horizon: Horizon,
  rulebook: Rulebook,
): Result<Plan, LawVerdict | undefined> {
  const days = carriedDays(request, runner, rulebook);
  const calendar = raceCalendarOf(request, runner, horizon, rulebook);
  const failures = new Map<string, Failure>();
  const hopeless = new Set<string>();
  const waysOf = runner.finishOnly ? finishPoliciesOf : policiesOf;
  for (const policy of waysOf(rulebook.races[request.distance], horizon.weeks, rulebook)) {
    const daysPerWeek = days - policy.daysFewer;
    if (daysPerWeek < RUN_DAYS_MIN || hopeless.has(curveOf(policy))) continue;
    if (policy.isCareful && !mayBeRounded(failures)) continue;
    const outline = outlinePlan(request, runner, daysPerWeek, calendar, policy, rulebook);
    if (outline === null) continue;
    const key = outlineKey(outline);
    const known = failures.get(key);
    const tried =
      known !== undefined && !mayHoldMore(known, policy) ? known : tryOutline(outline, suspectsOf(failures));
    if (!("law" in tried)) return ok(tried);
    failures.set(key, tried);
    if (tried.law !== null && CURVE_LAWS.includes(tried.law)) hopeless.add(curveOf(policy));
  }
  return err(firstBreach(failures, rulebook));
}

/** Where days have no room for key sessions these are chosen anew, and more of them find room where more may stand. */
const mayHoldMore = ({ law, qualityMax }: Failure, policy: Policy): boolean =>
  law === "I8" && policy.qualityMax > qualityMax;

/** Laws that the curve of volume, long run and run days decides: no other choice of sessions mends them. */
const CURVE_LAWS: readonly LawId[] = ["E3", "L1", "L3", "L6", "V1", "V4", "T1"];

/** Laws that a few minutes of a rounded run decide: by growth, or by the room that they leave for key sessions. */
const ROUNDED_LAWS: readonly LawId[] = ["V1", "V6", "L8", "I8", "T5"];

const mayBeRounded = (failures: ReadonlyMap<string, Failure>): boolean =>
  [...failures.values()].some(({ law }) => law !== null && ROUNDED_LAWS.includes(law));

const curveOf = ({ growth, daysFewer, peakShare, taperWeeks, isCareful, baseFewer }: Policy): string =>
  [growth, daysFewer, peakShare, taperWeeks, isCareful, baseFewer].join(" ");

/** The laws of the curve come first, since they decide what is hopeless; then what has been broken before. */
const suspectsOf = (failures: ReadonlyMap<string, Failure>): readonly LawId[] => [
  ...new Set([...CURVE_LAWS, ...[...failures.values()].flatMap(({ law }) => law ?? [])]),
];

function tryOutline(outline: Outline, suspects: readonly LawId[]): Plan | Failure {
  const { qualityMax } = outline.policy;
  const plan = buildPlan(outline);
  if (plan === null) return { plan, law: null, qualityMax };
  const facts = factsOf(plan, outline.rulebook);
  const certificate = judgeUnbroken(facts, suspects);
  return certificate.ok
    ? { ...withReasons(plan, outline.rulebook, facts), certificate: certificate.value }
    : { plan, law: certificate.error.id, qualityMax };
}

function firstBreach(failures: ReadonlyMap<string, Failure>, rulebook: Rulebook): LawVerdict | undefined {
  const first = [...failures.values()].find((failure) => failure.plan !== null)?.plan;
  return first === undefined || first === null ? undefined : breachesOf(certify(first, rulebook))[0];
}
