/** Why a change that no test notices is none, or does no harm. */
export interface Judgement {
  /** Name of the law's file, without its ending. */
  readonly law: string;
  /** The beginning of what stood there, on one line. */
  readonly was: string;
  /** The beginning of what stands there instead; absent where nothing that could stand there matters. */
  readonly became?: string;
  readonly why: string;
}

const TO_THE_METRE = "Unimportant: a length that is to the metre at its limit.";
const TO_THE_SECOND = "Unimportant: a length that is to the second at its limit.";

const LOOKED_AT: readonly Judgement[] = [
  {
    law: "after-an-over-long-run",
    was: "!told.has(run.session.id) && !(",
    why: "Equivalent: a run that was told of before stands in the plan before as it was run, and is no longer than itself.",
  },
  {
    law: "entry-volume",
    was: "end === -1",
    why: "Equivalent in plans: the week of the race is no week of base; law S7 lets no race stand there.",
  },
  { law: "last-big-long-run", was: "metresLeast >= peakShare * most", why: TO_THE_METRE },
  { law: "long-run-share", was: "week.metresMost >= limits.bigWeekMetres", why: TO_THE_METRE },
  {
    law: "long-run-staircase",
    was: "peak - step.metres < limits.sameMetres",
    became: "peak - step.metres <=",
    why: TO_THE_METRE,
  },
  { law: "marathon-pace", was: "longestSecondsIn(", why: TO_THE_SECOND },
  {
    law: "mostly-easy",
    was: "worth > most",
    why: "Equivalent: options of one worth lead to the same share in the last round.",
  },
  {
    law: "no-leap-in-a-single-run",
    was: "day < epochDay",
    became: "day <= epochDay",
    why: "Equivalent: on a day that was lost nothing is run.",
  },
  {
    law: "no-leap-in-a-single-run",
    was: "lost === 0",
    why: "Equivalent: with no day lost the look back is as long, and no share is taken.",
  },
  {
    law: "nothing-new-before-the-race",
    was: "held > 0",
    why: "Equivalent: of what is not held no share is too large, and the kinds of effort pass as clearly.",
  },
  {
    law: "options-train-the-same",
    was: 'facts.plan.tier === "builder"',
    why: "Unimportant: with which words a plan without a key session is told that nothing was judged.",
  },
  {
    law: "peak-long-run",
    was: 'finding.verdict === "pass"',
    why: "Equivalent: what does not pass is told before all that passes.",
  },
  {
    law: "peak-long-run",
    was: "isOnlyToFinish(facts) && peak.metresLeast < floor",
    why: "Unimportant: below its floor the law is broken either way; which of two limits is told differs.",
  },
  {
    law: "reasons-agree",
    was: "whole > 0",
    why: "Equivalent: a share of nothing is no number, and near to none.",
  },
  {
    law: "reasons-agree",
    was: "Math.abs(told - part / whole) <= NEAR_SHARE",
    why: "Unimportant: a share that is off by exactly two ten-thousandths.",
  },
  {
    law: "race-week-runs-short",
    was: "run.daysToRace >= 0",
    why: "Equivalent in plans: law S1 lets nothing follow the race.",
  },
  {
    law: "resume-from-last-build-week",
    was: "false",
    why: "Equivalent: before the first build week there is none to resume from.",
  },
  {
    law: "resume-from-last-build-week",
    was: "change === null",
    why: "Equivalent: in a plan without a change what is run is what was planned.",
  },
  {
    law: "resume-from-last-build-week",
    was: "day.runs.filter((one) => !one.isGoalRace)",
    why: "Equivalent in plans: the week of the goal race is no build week.",
  },
  {
    law: "run-days-as-asked",
    was: "day.daysToRace > 0",
    why: "Equivalent: the day of the race has been let through by then.",
  },
  {
    law: "session-share-of-week",
    was: "work[effort] === 0",
    why: "Equivalent but for strides alone: no share of a week is smaller than none, and the law passes in place of not being asked.",
  },
  {
    law: "taper-keeps-frequency",
    was: "week.index === 1",
    why: "Equivalent in plans: weeks are counted back from the race, and the nearest that is not full is where the plan begins.",
  },
  {
    law: "threshold-block-progresses",
    was: "before.options.length + now.options.length",
    why: "Equivalent: with one way to run either session the fall is that of the plan as written, under no lower limit.",
  },
  {
    law: "weekly-high",
    was: "plan.request.history?.weeks.slice(-WEEKS_BEFORE)",
    why: "Equivalent: only the last four of them are looked at.",
  },
];

/** Laws whose tests have grown since the last run; what they notice is listed no more once their part has run again. */
const NOTICED_SINCE: Readonly<Record<string, readonly string[]>> = {
  certify: ["counts[verdict] += 1"],
  "long-run-staircase": [
    "sameInsideAtEnd(row) > limits.sameWeeksMax",
    "weeks.filter(isBeforeTaper)",
    "steps.length < firstFromLongRuns",
    "at >= 0",
    "row.every(",
    "-1",
  ],
  "marathon-pace": [
    "blocks.filter(",
    'run.kind === "long"',
    "run.daysToRace >= rehearsalDays.min",
    "run.daysToRace >= min",
    "Math.max(...blocks.map(paceMetres))",
    "rehearsed / largest",
    "Math.min(...run.options.map(",
    "fullWeeks < limits.scaledBelowWeeks",
  ],
  "mostly-easy": ["itsHard - above * doses.totalMetres", "above * doses.totalMetres"],
  "no-leap-in-a-single-run": [
    'judgement.verdict === "flag"',
    "[...change.closed, ...change.missed].filter(",
    "day < epochDay",
    "lost >= row.daysMin",
  ],
  "nothing-new-before-the-race": [
    "run.daysToRace < limits.days",
    'run.kind === "tune_up_race"',
    "Math.max(...options.map(",
    "Math.min(...options.map(",
  ],
  "peak-long-run": ["peak.metresLeast < floor"],
  "reasons-agree": ["true", "run.options.some(", "options.some(", "Math.abs(measured - told) <= NEAR"],
  "session-share-of-week": ["metres.marathon + metres.half_marathon"],
  "sums-agree": ["findings.push(...reasonFindings(facts)"],
  "weekly-high": ["week === facts.weeks[0]", "metres === 0", "change.otherwise.size > 0"],
};

export const FURTHER_JUDGEMENTS: readonly Judgement[] = [
  ...LOOKED_AT,
  ...Object.entries(NOTICED_SINCE).flatMap(([law, changed]) =>
    changed.map((was) => ({ law, was, why: "A test that was written since then notices it." })),
  ),
];
