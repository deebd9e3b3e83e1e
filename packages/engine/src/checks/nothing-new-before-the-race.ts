import { comingRuns } from "../plan/change-facts.ts";
import type { OptionFacts, RunFacts } from "../plan/measured-plan.ts";
import { longestPieceOf } from "../plan/offered.ts";
import { type Effort, effortsOf, EFFORTS, secondsOf } from "../plan/stimulus.ts";
import type { Ground } from "../plan/vocabulary.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atMost, holdsOrBreaks, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

type Limits = LawLimits["T5"];

export const nothingNewBeforeTheRace = defineLaw({
  id: "T5",
  name: "nothing-new-before-the-race",
  sentence:
    "The last two weeks hold no kind of effort, no ground and no much longer or larger piece of work than the plan has held before.",
  reason: "What is new makes sore, and there is no time left to get used to it.",
  severity: "must",
  quantity: "count",
  shape: "plan",
  judge: (facts, limits) => {
    const isLate = (run: RunFacts): boolean => run.daysToRace < limits.days;
    // What was planned and missed is not new to the plan; how to come back to it is for law C2 to say.
    const known = metIn(facts.plannedDays.flatMap((day) => day.runs).filter((run) => !isLate(run)));
    const findings: Finding[] = [];
    for (const run of comingRuns(facts)) {
      if (!isLate(run) || run.isGoalRace || run.kind === "tune_up_race") continue;
      findings.push(...kindFindings(run, known));
      for (const option of run.options) findings.push(...amountFindings(option, run.week, known, limits));
    }
    return judgementOf(findings, "the plan has no run in its last two weeks");
  },
});

/** What a runner of the plan has met. */
interface Met {
  /** Only what every option of a session holds is sure to have been run. */
  readonly efforts: ReadonlySet<string>;
  /** On which ground an effort is run is the runner's choice: what was offered is known. */
  readonly grounds: ReadonlySet<Ground>;
  /** The longest piece of each effort that was offered. */
  readonly pieceSeconds: ReadonlyMap<Effort, number>;
  /** The most of each effort that one session held by every option of it. */
  readonly workSeconds: ReadonlyMap<Effort, number>;
  readonly strideSeconds: number;
}

function metIn(runs: readonly RunFacts[]): Met {
  const pieceSeconds = new Map<Effort, number>();
  const workSeconds = new Map<Effort, number>();
  for (const { options } of runs)
    for (const effort of EFFORTS) {
      const longest = Math.max(...options.map((option) => longestPieceOf(option, effort)));
      const work = Math.min(...options.map(({ doses }) => secondsOf(doses, effort)));
      pieceSeconds.set(effort, Math.max(pieceSeconds.get(effort) ?? 0, longest));
      workSeconds.set(effort, Math.max(workSeconds.get(effort) ?? 0, work));
    }
  return {
    efforts: new Set(runs.flatMap(certainEffortsOf)),
    grounds: new Set<Ground>(["any", ...runs.flatMap(({ options }) => options.map(({ ground }) => ground))]),
    pieceSeconds,
    workSeconds,
    strideSeconds: Math.max(
      0,
      ...runs.map(({ options }) => Math.min(...options.map(({ doses }) => doses.seconds.sprint))),
    ),
  };
}

function certainEffortsOf({ options }: RunFacts): readonly string[] {
  const [first, ...others] = options.map(effortsOf);
  return (first ?? []).filter((effort) => others.every((efforts) => efforts.includes(effort)));
}

function kindFindings({ options, week }: RunFacts, { efforts, grounds }: Met): readonly Finding[] {
  const isKnown = options.every((option) => effortsOf(option).every((effort) => efforts.has(effort)));
  const isTrodden = options.every(({ ground }) => grounds.has(ground));
  return [
    holdsOrBreaks(isKnown, "an effort that the plan has not held before", week),
    holdsOrBreaks(isTrodden, "a ground that the plan has not held before", week),
  ];
}

/** How much more than ever a session holds of efforts that are known; what is not known is found by its kind. */
function amountFindings(
  option: OptionFacts,
  week: number,
  known: Met,
  { pieceShareMax, workShareMax, stridesShareMax }: Limits,
): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (held: number, met: number, limit: number, why: string): void => {
    if (held > 0 && met > 0)
      findings.push(atMost(held / met, limit, "breach", { quantity: "share", week, why }));
  };
  for (const effort of EFFORTS) {
    const met = known.pieceSeconds.get(effort) ?? 0;
    add(longestPieceOf(option, effort), met, pieceShareMax, "a piece much longer than any before");
    const work = known.workSeconds.get(effort) ?? 0;
    add(secondsOf(option.doses, effort), work, workShareMax, "more of an effort than any session before");
  }
  add(
    option.doses.seconds.sprint,
    known.strideSeconds,
    stridesShareMax,
    "many more strides than ever before",
  );
  return findings;
}
