import {
  attemptPlan,
  breachesOf,
  err,
  ok,
  type Plan,
  type Result,
  type Rulebook,
  type StandardPlan,
  standardRequest,
} from "@strideiq/engine";
import type { ConfigPath } from "./config-file.ts";
import type { ConfigProblem } from "./config-problem.ts";
import { tightenedLimit } from "./contract/contract-contradictions.ts";
import { pathText } from "./config-file.ts";
import { RACE_DATE } from "./configuration/made-up-athletes.ts";
import { readRulebook, type RulebookFiles } from "./parse-rulebook.ts";

/** Why a standard plan does not come out as the configuration wants it: the law, and the numbers. */
interface Counterexample {
  readonly law: string;
  readonly sentence: string;
}

/**
 * Reads the rulebook and makes every standard plan with it. Numbers can each be in order and still make no
 * plan together; then the first plan that breaks a law, or that gives way to one, is named where the
 * numbers stand which that law looks at. Takes some tenths of a second: for a start, not for each plan.
 */
export function proveRulebook(files: RulebookFiles): Result<Rulebook, readonly ConfigProblem[]> {
  const read = readRulebook(files);
  if (!read.ok) return read;
  const { rulebook, planRules } = read.value;
  const found = firstCounterexample(rulebook);
  if (found === null) return ok(rulebook);
  const { name, path, sentence } = found;
  return err([planRules.problemAt(path, `With these numbers ${name} ${sentence} See ${pathText(path)}.`)]);
}

/** The first standard plan that does not come out, why, and where the numbers stand that decide it. */
export interface FailedStandardPlan {
  readonly name: string;
  readonly path: ConfigPath;
  readonly sentence: string;
}

export function firstCounterexample(rulebook: Rulebook): FailedStandardPlan | null {
  for (const [index, standard] of rulebook.standardPlans.entries()) {
    const found = failureOf(rulebook, standard, index);
    if (found !== null) return found;
  }
  return null;
}

/** Whether one standard plan does not come out as it should, and why. */
export function failureOf(
  rulebook: Rulebook,
  standard: StandardPlan,
  index: number,
): FailedStandardPlan | null {
  const found = counterexampleOf(standard, rulebook);
  if (found === null) return null;
  const name = `${pathText(["standardPlans", index])} (${titleOf(standard)})`;
  const path = tightenedLimit(found.law, rulebook) ?? placeOf(found.law, standard, index);
  return { name, path, sentence: found.sentence };
}

const titleOf = ({ distance, weeks, tier }: StandardPlan): string =>
  `${distance} in ${String(weeks)} weeks, ${tier}`;

function counterexampleOf(standard: StandardPlan, rulebook: Rulebook): Counterexample | null {
  const plan = attemptPlan(standardRequest(standard, RACE_DATE), rulebook);
  if (plan.ok) return firstBreach(plan.value) ?? firstConcession(plan.value);
  const { law, measured, limit, weeks } = plan.error;
  const where = `${numbers(measured, limit)}${inWeeks(weeks)}`;
  return { law, sentence: `breaks law ${law}${where}, and no other way keeps it.` };
}

function firstBreach({ certificate }: Plan): Counterexample | null {
  const [breach] = breachesOf(certificate);
  return breach === undefined
    ? null
    : {
        law: breach.id,
        sentence: `breaks law ${breach.id}${numbers(breach.measured ?? null, breach.limit ?? null)}${inWeeks(breach.weeks)}.`,
      };
}

/** A standard plan is its own wish: where it gives way, its numbers stand against a law. */
function firstConcession({ adjustments }: Plan): Counterexample | null {
  const [first] = adjustments;
  if (first === undefined) return null;
  const { law, wish, asked, given } = first;
  return {
    law,
    sentence: `keeps law ${law} only by giving way: ${wish} is ${String(given)} and not ${String(asked)}.`,
  };
}

const numbers = (measured: number | null, limit: number | null): string =>
  measured === null || limit === null ? "" : ` (${String(measured)} against ${String(limit)})`;

const inWeeks = (weeks: readonly number[] = []): string =>
  weeks.length === 0 ? "" : ` in week ${weeks.join(", ")}`;

/** The group of numbers that a law looks at; where several do, the standard plan itself. */
function placeOf(law: string, { distance }: StandardPlan, index: number): ConfigPath {
  const group = PLACES.find(([laws]) => laws.test(law))?.[1];
  return group?.(distance) ?? ["standardPlans", index];
}

const PLACES: readonly (readonly [laws: RegExp, group: (distance: string) => ConfigPath])[] = [
  [/^T/, (distance) => ["races", distance, "taper"]],
  [/^(H2|H6)$/, () => ["quality", "perWeek"]],
  [/^(I[1-9]|H1|H3)$/, () => ["quality", "doses"]],
  [/^L/, () => ["longRun"]],
  [/^V/, () => ["volume"]],
  [/^S2$/, () => ["days"]],
];
