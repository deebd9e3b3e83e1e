import { comingRuns } from "../plan/change-facts.ts";
import { briskSecondsOf } from "../plan/doses.ts";
import { loadOf, loadWeightsOf } from "../plan/load.ts";
import type { OptionFacts, PlanFacts, RunFacts } from "../plan/measured-plan.ts";
import { stressOf } from "../plan/stimulus.ts";
import type { Zone } from "../plan/vocabulary.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atMost, holdsOrBreaks, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

type Limits = LawLimits["O1"];

export const optionsTrainTheSame = defineLaw({
  id: "O1",
  name: "options-train-the-same",
  sentence:
    "Every quality session and every long run offers an option B of the same effort, with nearly the same minutes of work, load and distance.",
  reason: "A choice is honest when both ways lead to the same place.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: (facts, limits) => {
    const weights = loadWeightsOf(facts.plan.paces, limits.weights);
    // New runners may go without a second way; one that is offered to them is as equal as any.
    const isJudged = facts.plan.tier === "builder" ? isChoice : isKeySession;
    return judgementOf(
      comingRuns(facts)
        .filter(isJudged)
        .flatMap((run) => optionFindings(run, facts, weights, limits)),
      facts.plan.tier === "builder" ? "builders choose by how they feel" : "the plan holds no key session",
    );
  },
});

const isKeySession = ({ kind, quality }: RunFacts): boolean =>
  kind === "long" || (quality && kind !== "race" && kind !== "tune_up_race");

const isChoice = (run: RunFacts): boolean => isKeySession(run) && run.options.length > 1;

function optionFindings(
  run: RunFacts,
  { rules }: PlanFacts,
  weights: Readonly<Record<Zone, number>>,
  limits: Limits,
): readonly Finding[] {
  const { written: a, week } = run;
  const b = run.options.find((option) => option !== a);
  if (b === undefined) return [holdsOrBreaks(false, "a key session without an option B", week)];
  const words = rules.laws.H1;
  const stress = stressOf(a, words);
  if (stress !== stressOf(b, words)) return [holdsOrBreaks(false, "option B trains something else", week)];
  const isPace = stress === "threshold" || stress === "race_pace";
  const rows = [
    [differenceOf(a, b, workSeconds), isPace ? limits.paceWorkShare : limits.otherWorkShare, "work"],
    [differenceOf(a, b, (option) => loadOf(option, weights)), limits.loadShare, "load"],
    [
      differenceOf(a, b, (option) => option.metres),
      a.kind === "long" ? limits.longMetresShare : limits.metresShare,
      "distance",
    ],
  ] as const;
  return rows.map(([share, most, what]) =>
    atMost(share, most, "breach", { week, why: `option B differs in ${what}` }),
  );
}

const workSeconds = ({ doses }: OptionFacts): number => briskSecondsOf(doses);

/** How far B lies from A, as a share of A. */
function differenceOf(a: OptionFacts, b: OptionFacts, amount: (option: OptionFacts) => number): number {
  const [one, other] = [amount(a), amount(b)];
  return one === other ? 0 : Math.abs(other - one) / Math.max(1e-6, one);
}
