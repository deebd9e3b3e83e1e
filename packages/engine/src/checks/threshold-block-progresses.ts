import { longestSecondsIn, workText } from "../plan/pieces.ts";
import { holdsThreshold, stressOf } from "../plan/stimulus.ts";
import type { OptionFacts, PlanFacts, RunFacts } from "../plan/measured-plan.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atLeast, atMost, holdsOrBreaks, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

type Limits = LawLimits["I6"];

export const thresholdBlockProgresses = defineLaw({
  id: "I6",
  name: "threshold-block-progresses",
  sentence:
    "Threshold sessions of the build climb: minutes hardly fall, pieces grow, broken comes before continuous, and no session repeats the one before.",
  reason: "The pace stays and the time at it extends: that is what the body answers to.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: (facts, limits) => {
    const block = blockOf(facts);
    const findings: Finding[] = [];
    let largest = 0;
    block.forEach((run, index) => {
      const before = block[index - 1];
      if (before !== undefined)
        findings.push(...stepFindings(before, run, limits), ...mixedFinding(before, run, limits));
      const seconds = thresholdSecondsOf(run.written);
      largest = Math.max(largest, seconds);
      const why = "far below the largest session of the block";
      findings.push(atLeast(seconds / largest, limits.leastShare, "breach", { week: run.week, why }));
    });
    findings.push(...orderFindings(block), ...riseFindings(block, limits));
    return judgementOf(findings, "the build holds no threshold session");
  },
});

/** Build weeks only: cutbacks and tapers have their own size. The block is the one of the plan as written. */
function blockOf({ weeks, rules }: PlanFacts): readonly RunFacts[] {
  const words = rules.laws.H1;
  return weeks
    .filter(({ source: { kind, phase } }) => kind === "build" && phase !== "base")
    .flatMap((week) => week.days.flatMap((day) => day.runs))
    .filter(({ written }) => holdsThreshold(written, words) && stressOf(written, words) === "threshold");
}

const thresholdSecondsOf = (option: OptionFacts): number => option.doses.seconds.threshold;

const isContinuous = ({ pieces }: OptionFacts): boolean => {
  let count = 0;
  for (const piece of pieces) if (piece.zone === "threshold") count += 1;
  return count === 1;
};

const fallOf = (before: number, now: number): number => (before === 0 ? 0 : Math.max(0, 1 - now / before));

const fallLimit = (before: OptionFacts, now: OptionFacts, limits: Limits): number =>
  !isContinuous(before) && isContinuous(now) ? limits.fallToContinuousMax : limits.fallMax;

function stepFindings(before: RunFacts, now: RunFacts, limits: Limits): readonly Finding[] {
  const { week } = now;
  const fall = fallOf(thresholdSecondsOf(before.written), thresholdSecondsOf(now.written));
  const limit = fallLimit(before.written, now.written, limits);
  const step = atMost(fall, limit, "breach", { week, why: "the block falls back" });
  return workText(before.written.pieces) === workText(now.written.pieces)
    ? [step, holdsOrBreaks(false, "the same session as the one before", week)]
    : [step];
}

/** The largest way to run one session, then the smallest way to run the next. */
function mixedFinding(before: RunFacts, now: RunFacts, limits: Limits): readonly Finding[] {
  if (before.options.length + now.options.length === 2) return [];
  const most = Math.max(...before.options.map(thresholdSecondsOf));
  const least = Math.min(...now.options.map(thresholdSecondsOf));
  const limit = Math.max(limits.fallMixedMax, fallLimit(before.written, now.written, limits));
  const why = "the block falls back when options are mixed";
  return [atMost(fallOf(most, least), limit, "breach", { week: now.week, why })];
}

function orderFindings(block: readonly RunFacts[]): readonly Finding[] {
  const first = block.findIndex((run) => isContinuous(run.written));
  if (first === -1) return [];
  return block
    .slice(first + 1)
    .filter((run) => !isContinuous(run.written))
    .map((run) => holdsOrBreaks(false, "pieces with rests after a continuous run", run.week));
}

function riseFindings(block: readonly RunFacts[], { sessionsMin }: Limits): readonly Finding[] {
  const [first] = block;
  if (first === undefined || block.length < sessionsMin) return [];
  const longest = ({ written }: RunFacts): number => longestSecondsIn(written.pieces, "threshold");
  const start = longest(first);
  const end = Math.max(...block.slice(Math.floor(block.length / 2)).map(longest));
  const why = "the longest piece does not grow over the block";
  return [
    {
      verdict: end > start ? "pass" : "breach",
      measured: end,
      limit: start,
      quantity: "duration",
      week: block.at(-1)?.week,
      why,
    },
  ];
}
