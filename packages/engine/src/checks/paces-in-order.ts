import type { PlanFacts } from "../plan/measured-plan.ts";
import type { PaceRange, Session, Step, TrainingPaces } from "../plan/plan.ts";
import { isRepeat } from "../plan/plan.ts";
import { judgementOf, type Finding, type Judgement } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const pacesInOrder = defineLaw({
  id: "I10",
  name: "paces-in-order",
  sentence:
    "Repetition is faster than interval, interval than threshold, threshold than marathon, marathon than the slow end of easy; easy is a range; without a race result there are no paces at all.",
  reason: "Paces out of order train the wrong thing, and invented ones train somebody else.",
  severity: "must",
  quantity: "pace",
  shape: "plan",
  judge: (facts) => (facts.plan.paces === null ? judgeEffort(facts) : judgePaces(facts, facts.plan.paces)),
});

const middle = ({ fast, slow }: PaceRange): number => (fast + slow) / 2;

function judgePaces({ plan }: PlanFacts, paces: TrainingPaces): Judgement {
  if (plan.request.result === null) return broken("paces are shown without a race result");
  const ladder = [
    middle(paces.repetition),
    middle(paces.interval),
    middle(paces.threshold),
    middle(paces.marathon),
    paces.easy.slow,
  ];
  const findings: Finding[] = ladder.slice(1).map((slower, index) => {
    const faster = ladder[index] ?? 0;
    return { verdict: faster < slower ? "pass" : "breach", measured: faster, limit: slower };
  });
  const { easy } = paces;
  findings.push({
    verdict: easy.fast < easy.slow ? "pass" : "breach",
    measured: easy.fast,
    limit: easy.slow,
  });
  return judgementOf(findings, "");
}

/** Only the races have a distance of their own; every other distance follows from a planning pace. */
function judgeEffort({ runs }: PlanFacts): Judgement {
  for (const { session, kind } of runs) {
    if (textsOf(session).some((text) => PACE.test(text)))
      return broken("a pace is shown without a race result");
    const isRace = kind === "race" || kind === "tune_up_race";
    if (!isRace && session.estimated !== true) return broken("a distance is not marked as estimated");
  }
  return { verdict: "pass", why: "without a race result sessions go by effort" };
}

const broken = (why: string): Judgement => ({
  verdict: "breach",
  measured: 1,
  limit: 0,
  quantity: "count",
  why,
});

/** `4:35/km`, `7:10 per mile`, `5:00 min/km`. */
const PACE = /\d:\d\d\s*(?:min)?\s*(?:\/|per)\s*(?:km|mi|k\b)/i;

const textsOf = (session: Session): readonly string[] => [
  session.title,
  ...effortsOf(session.steps),
  ...(session.optionB === undefined ? [] : [session.optionB.title, ...effortsOf(session.optionB.steps)]),
];

const effortsOf = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step) => {
    if (isRepeat(step)) return effortsOf(step.steps);
    return step.effort === undefined ? [] : [step.effort];
  });
