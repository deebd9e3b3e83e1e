import { certify, certifyChange, type LawVerdict, type PlanUnderLaw } from "@strideiq/engine";
import {
  aMarathonPlan,
  aMidweekPlan,
  aPlan,
  aRulebook,
  aSundayStartPlan,
  BROKEN_CHANGES,
  BROKEN_PLANS,
  withoutResult,
} from "@strideiq/testing";

/** Where the judgements are kept, beside the standard plans. */
export const JUDGEMENTS_FILE = "laws/judgements.txt";

const rules = aRulebook();

/** Plans that break no law, each with a name for the file. */
const SOUND: readonly (readonly [name: string, plan: PlanUnderLaw])[] = [
  ["a 10K plan", aPlan()],
  ["a 10K plan with the race on a Wednesday", aMidweekPlan()],
  ["a 10K plan in weeks that begin on Sunday", aSundayStartPlan()],
  ["a 10K plan without a result", withoutResult(aPlan())],
  ["a marathon plan", aMarathonPlan()],
];

/**
 * What the laws say of plans made by hand: every law of the sound ones, and of each broken plan or change
 * every verdict that a sound plan for the same race does not get. One line a verdict.
 */
export function judgementsText(): string {
  const sound = SOUND.map(([name, plan]) => section(name, certify(plan, rules).laws));
  const usual = new Set(SOUND.flatMap(([, plan]) => certify(plan, rules).laws.map(line)));
  const broken = BROKEN_PLANS.map(({ law, story, plan }) =>
    section(
      `${law}: a plan ${story}`,
      certify(plan, rules).laws.filter((verdict) => !usual.has(line(verdict))),
    ),
  );
  const changes = BROKEN_CHANGES.map(({ law, story, before, after }) =>
    section(
      `${law}: a change ${story}`,
      certifyChange(before, after, rules).laws.filter((verdict) => !usual.has(line(verdict))),
    ),
  );
  return [...sound, ...broken, ...changes].join("\n");
}

const section = (name: string, verdicts: readonly LawVerdict[]): string =>
  `${[name, ...verdicts.map((verdict) => `  ${line(verdict)}`)].join("\n")}\n`;

/** `L7 breach, count 1 against 0, weeks 6 7: intervals on the day after a long run` */
function line({ id, verdict, measured, limit, quantity, weeks, why }: LawVerdict): string {
  const numbers =
    measured === undefined ? "" : `, ${String(quantity)} ${String(measured)} against ${String(limit)}`;
  const when = weeks === undefined ? "" : `, weeks ${weeks.join(" ")}`;
  return `${id} ${verdict}${numbers}${when}${why === undefined ? "" : `: ${why}`}`;
}
