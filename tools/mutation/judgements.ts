import { FURTHER_JUDGEMENTS, type Judgement } from "./further-judgements.ts";
import type { Survivor } from "./report.ts";

/** Lists that hold findings or names of sessions: another text in them is no finding and no session. */
const NO_MATTER = "Equivalent: what is put in is looked for by nobody.";
const SAME_AT_THE_LIMIT = "Equivalent: at the limit itself both sides come to the same.";

const JUDGEMENTS: readonly Judgement[] = [
  {
    law: "judgement",
    was: "rank > 0",
    why: "Equivalent: findings of the same rank have been told apart by then.",
  },
  {
    law: "judgement",
    was: "measured <= limit + ROUNDING",
    why: "Unimportant: a billionth more or less of room for binary fractions.",
  },
  {
    law: "judgement",
    was: "ROUNDING * ",
    why: "Unimportant: a billionth more or less of room for binary fractions.",
  },
  {
    law: "judgement",
    was: "Math.max(1, Math.abs(limit))",
    why: "Unimportant: a billionth more or less of room for binary fractions.",
  },
  {
    law: "peak-against-first-week",
    was: "b.metresMost > a.metresMost",
    why: "Unimportant: of two weeks of the same size either is the peak; the figures are the same.",
  },
  { law: "after-an-over-long-run", was: "[]", why: NO_MATTER },
  { law: "nothing-new-before-the-race", was: "[]", why: NO_MATTER },
  { law: "paces-in-order", was: "[]", why: "Equivalent: the text that is put in holds no pace." },
  {
    law: "after-an-over-long-run",
    was: "run.epochDay >= from",
    why: "Equivalent: what is told of lies before the change; law S6 breaks where it does not.",
  },
  {
    law: "after-an-over-long-run",
    was: "plannedMetres === 0",
    why: "Equivalent: a run of no plan is either told of by this change or was told of before.",
  },
  {
    law: "back-after-a-break",
    was: "epochDay <= last",
    why: "Unimportant: whether the taper begins on the seventh day back or on the day after it.",
  },
  {
    law: "base-without-threshold",
    was: 'kind === "threshold"',
    why: "Equivalent in plans: a session called threshold holds threshold, which is judged beside it.",
  },
  {
    law: "base-without-threshold",
    was: 'kind === "race_pace"',
    why: "Equivalent in plans: a session called race pace is judged by its name in the next line, or by its block.",
  },
  {
    law: "base-without-threshold",
    was: "seconds.threshold + seconds.ten_k",
    why: "Differs only where a session holds as much of the one as of the other, which no workout does.",
  },
  {
    law: "base-without-threshold",
    was: 'run.kind !== "tune_up_race"',
    became: "true",
    why: "Differs only for a race at threshold or 10K pace; races stand in the zone of races.",
  },
  {
    law: "base-without-threshold",
    was: "week.runs",
    why: "Differs only for a race at threshold or 10K pace; races stand in the zone of races.",
  },
  {
    law: "certify",
    was: "laws.filter(",
    why: "Equivalent: a law asked twice says the same twice; leaving it out saves time alone.",
  },
  {
    law: "cutbacks",
    was: "tried.cost < best.cost - 1e-9",
    why: "Unimportant: costs are sums of squares and of 0.6, and never differ by a billionth.",
  },
  {
    law: "cutback-weeks",
    was: "highest === 0",
    why: "Equivalent: a week without a run before it has no depth below it.",
  },
  {
    law: "cutback-weeks",
    was: "depth > labelledFrom",
    why: "Equivalent: what passes is left out of the list or passes in it.",
  },
  {
    law: "cutback-weeks",
    was: "streak > most",
    why: "Equivalent: what passes is left out of the list or passes in it.",
  },
  {
    law: "cutback-weeks",
    was: "weeks.length < requiredFromWeeks",
    why: SAME_AT_THE_LIMIT,
    became: "weeks.length <= requiredFromWeeks",
  },
  {
    law: "days-and-limits-respected",
    was: "epochDay >= back",
    why: "Unimportant: a week that holds the first day back alone ends with it, and its long run was lost.",
  },
  {
    law: "easy-day-before-the-race",
    was: "week === undefined",
    why: "Equivalent: a week that is not known is not shown.",
  },
  {
    law: "goal-race-ends-the-plan",
    was: "week === undefined",
    why: "Equivalent: a week that is not known is not shown.",
  },
  {
    law: "goal-race-ends-the-plan",
    was: "race.options.every(",
    why: "Equivalent: a goal race has one way to run it; law O1 asks for none beside it.",
  },
  {
    law: "enough-key-sessions",
    was: "build.length === 0",
    why: "Unimportant: a plan without a build week after its base is too short for a quota of either kind.",
  },
  { law: "entry-volume", was: "knownWeeklyMetres >= entry", why: SAME_AT_THE_LIMIT },
  { law: "first-week-near-history", was: "mean < smallMetres", why: SAME_AT_THE_LIMIT },
  {
    law: "last-big-long-run",
    was: "b.daysToRace < a.daysToRace",
    why: "Equivalent: long runs stand in the order of days, one a day; the last is the last.",
  },
  {
    law: "last-quality-before-the-race",
    was: "b.daysToRace < a.daysToRace",
    why: "Equivalent: of two runs of one day either says the same day.",
  },
  { law: "leniency", was: "measured > limit", why: "Equivalent: what is at its limit is no breach." },
  { law: "leniency", was: "measured < limit", why: "Equivalent: what is at its limit is no breach." },
  { law: "leniency", was: "false", why: "Equivalent: every week that a law names is a week of the plan." },
  {
    law: "leniency",
    was: "doses.metres.interval + doses.metres.repetition",
    why: "Differs only where a session holds as much of the one as of the other.",
  },
  {
    law: "leniency",
    was: 'alone.verdict === "breach"',
    why: "Equivalent but for flags: laws that the past can break are musts, which name weeks when they break.",
  },
  {
    law: "leniency",
    was: "plan.weeks",
    why: "Equivalent: weeks to come are empty then, and only the present one is asked after.",
  },
  {
    law: "leniency",
    was: "day.date < last.from",
    why: "Equivalent: weeks to come are empty then, and only the present one is asked after.",
  },
  {
    law: "long-run-is-longest",
    was: "others.length === 0",
    why: "Equivalent: the longest of no runs is shorter than any.",
  },
  {
    law: "long-run-is-longest",
    was: "longRun.metres >= tuneUp.metres",
    why: "Equivalent: of two runs of one length either says the same.",
  },
  {
    law: "long-run-is-longest",
    was: "false",
    why: "Equivalent: the day before the first day of a plan holds no race that the plan knows.",
  },
  {
    law: "long-run-share",
    was: "week.metres === 0",
    why: "Equivalent: a week without distance has no long run to measure.",
  },
  {
    law: "long-run-staircase",
    was: "peak === 0",
    why: "Equivalent: without a peak there is no step, and nothing is found.",
  },
  {
    law: "long-run-staircase",
    was: "half === 0",
    why: "Equivalent: the longest of no steps is shorter than any.",
  },
  {
    law: "long-run-staircase",
    was: "false",
    why: "Equivalent: a plan without easy running has no hours that end its climb.",
  },
  {
    law: "long-run-staircase",
    was: "measured > earlyShare",
    why: "Unimportant: a peak in the very week in which two fifths are over.",
  },
  {
    law: "long-run-staircase",
    was: "source.phase !==",
    why: "Equivalent in plans: weeks of the taper phase are of kind taper or race, and touch the race week or end before it.",
  },
  {
    law: "long-run-staircase",
    was: "source.kind !==",
    why: "Equivalent in plans: weeks of kind taper are those of the taper phase.",
  },
  {
    law: "long-run-staircase",
    was: "Math.abs(peak - seconds / easyPace) <= sameMetres",
    why: "Unimportant: a peak exactly a kilometre from the end of the climb.",
  },
  { law: "marathon-pace", was: "largest > 0", why: "Equivalent: no block is shorter than nothing." },
  { law: "marathon-pace", was: 'kind !== "race"', why: "Equivalent: races are run in the zone of races." },
  {
    law: "marathon-pace",
    was: 'kind !== "tune_up_race"',
    why: "Equivalent: races are run in the zone of races.",
  },
  {
    law: "missed-stays-missed",
    was: "coming.length === 0",
    why: "Equivalent: no day to come holds more than none was planned to.",
  },
  { law: "mostly-easy", was: "total === 0", why: "Equivalent: nothing in a week without a run is hard." },
  {
    law: "no-leap-in-a-single-run",
    was: "one.number === week",
    why: "Differs only where two breaks overlap in one month; law C2 has the way back from both.",
  },
  {
    law: "no-leap-in-a-single-run",
    was: "run.day < day",
    why: "Equivalent: a run of the same day is no longer than itself, and later ones are not known yet.",
  },
  { law: "no-leap-in-a-single-run", was: "run.metres > longest", why: SAME_AT_THE_LIMIT },
  {
    law: "options-train-the-same",
    was: "one === other",
    why: "Equivalent: what is the same differs by nothing.",
  },
  {
    law: "peak-long-run",
    was: "longRuns[0]?.metres",
    why: "Equivalent: without a long run the law has ended before.",
  },
  {
    law: "peak-long-run",
    was: "knownLongestMetres === null",
    why: "Equivalent: a step from nothing is shorter than any long run.",
  },
  {
    law: "run-days-carry-their-distance",
    was: "week.runDays < 2",
    became: "false",
    why: "Equivalent: a single run leaves nothing for no other day.",
  },
  { law: "sums-agree", was: "stated === 0", why: "Equivalent: nothing is a part of nothing." },
  { law: "taper-falls", was: "peak === 0", why: "Equivalent: a plan without a run has no taper." },
  {
    law: "threshold-block-progresses",
    was: "before === 0",
    why: "Equivalent: a session of the block holds threshold.",
  },
];

export const judgementOn = ({ file, was, became }: Survivor): string | undefined =>
  [...JUDGEMENTS, ...FURTHER_JUDGEMENTS].find(
    (one) =>
      file.endsWith(`/${one.law}.ts`) && was.startsWith(one.was) && became.startsWith(one.became ?? ""),
  )?.why;
