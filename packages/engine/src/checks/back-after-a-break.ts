import { sum } from "../plan/facts.ts";
import type { Break, ChangeFacts, DayFacts, PlanFacts } from "../plan/measured-plan.ts";
import type { ChangeLimits, ReturnRow } from "../rulebook/change-limits.ts";
import { NO_CHANGE } from "./change-law.ts";
import { atLeast, atMost, type Finding, holdsOrBreaks, judgementOf } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { returnRowOf } from "./return-row.ts";

export const backAfterABreak = defineLaw({
  id: "C2",
  name: "back-after-a-break",
  sentence:
    "The longer the break, the gentler the return: easy days first, then a share of the last completed week, a test before quality, or a new base.",
  reason: "A few days cost nothing; after two weeks the heart has lost what the tendons never had to hold.",
  severity: "must",
  quantity: "share",
  shape: "change",
  judge: (facts, limits) => {
    const { change } = facts;
    if (change === null) return NO_CHANGE;
    const findings = change.breaks.flatMap((one) => breakFindings(one, change, facts, limits));
    return judgementOf(findings, "no break of several days");
  },
});

function breakFindings(
  one: Break,
  change: ChangeFacts,
  facts: PlanFacts,
  limits: ChangeLimits["C2"],
): readonly Finding[] {
  const row = returnRowOf(one.days, limits);
  if (row === null) return [];
  return [
    ...easyFindings(one, row, facts),
    ...droppedFindings(one, row, change, facts),
    ...volumeFindings(one, row, facts),
    ...testFindings(one, row, facts),
  ];
}

const between = (facts: PlanFacts, first: number, last: number): readonly DayFacts[] =>
  facts.days.filter((day) => day.epochDay >= first && day.epochDay <= last);

const weekOf = ({ dayAt }: PlanFacts, day: number): Pick<Finding, "week"> => ({
  week: dayAt.get(day)?.week,
});

const qualityIn = (days: readonly DayFacts[]): number =>
  sum(days, (day) => sum(day.runs, (run) => (run.quality && !run.isGoalRace ? 1 : 0)));

const metresIn = (days: readonly DayFacts[]): number =>
  sum(days, (day) => sum(day.runs, (run) => (run.isGoalRace ? 0 : run.metres)));

/** The last day without quality after a break: so many days from the first run back, and so many days with a run. */
export function lastEasyDay(
  firstRun: number,
  { easyRuns, easyDays }: Pick<ReturnRow, "easyRuns" | "easyDays">,
  runDays: readonly number[],
): number {
  const runs = runDays.filter((day) => day >= firstRun).slice(0, easyRuns);
  return Math.max(firstRun + easyDays - 1, ...runs);
}

function easyFindings({ firstRun }: Break, row: ReturnRow, facts: PlanFacts): readonly Finding[] {
  const runDays = facts.days.filter((day) => day.runs.length > 0).map((day) => day.epochDay);
  const days = between(facts, firstRun, lastEasyDay(firstRun, row, runDays));
  const why = "hard too soon after a break";
  return [atMost(qualityIn(days), 0, "breach", { quantity: "count", ...weekOf(facts, firstRun), why })];
}

/** Judged by the change that brought the break: a later one finds the session dropped already. */
function droppedFindings(
  { first, firstRun }: Break,
  { qualityFewer }: ReturnRow,
  { before }: ChangeFacts,
  facts: PlanFacts,
): readonly Finding[] {
  if (before === null || before.change?.breaks.some((old) => old.first === first) === true) return [];
  const planned = qualityIn(between(before, first, firstRun + 6));
  const most = Math.max(0, planned - qualityFewer);
  const why = "no hard session was given up after a break";
  return [
    atMost(qualityIn(between(facts, firstRun, firstRun + 6)), most, "breach", {
      quantity: "count",
      ...weekOf(facts, firstRun),
      why,
    }),
  ];
}

/**
 * That no week becomes more than it was planned to be is for law C1 to say. Nothing is asked back by the taper, or
 * where no week of the plan was completed: what was run before it was other training.
 */
function volumeFindings(
  { first, firstRun }: Break,
  { weekShare }: ReturnRow,
  facts: PlanFacts,
): readonly Finding[] {
  const completed = lastCompletedMetres(facts, first);
  const last = completed ?? facts.knownWeeklyMetres;
  if (weekShare === null || last === null) return [];
  const { min, max } = weekShare;
  const share = metresIn(between(facts, firstRun, firstRun + 6)) / last;
  const more = { ...weekOf(facts, firstRun), why: "the first week back" };
  const most = atMost(share, max, "breach", more);
  return completed === null || isTapering(facts, firstRun, firstRun + 6)
    ? [most]
    : [most, atLeast(share, min, "breach", more)];
}

/** Metres of the last calendar week that ended before a break; null where it came in the first. */
export const lastCompletedMetres = ({ weeks }: PlanFacts, first: number): number | null =>
  weeks.findLast((week) => week.days.every((day) => day.epochDay < first) && week.metres > 0)?.metres ?? null;

/** The taper asks for less than a return to training does, and race week for least of all (laws T2 and T6). */
const isTapering = ({ weeks }: PlanFacts, first: number, last: number): boolean =>
  weeks.some(
    ({ days, source, touchesRaceWeek }) =>
      (source.phase === "taper" || touchesRaceWeek) &&
      days.some(({ epochDay }) => epochDay >= first && epochDay <= last),
  );

function testFindings({ firstRun }: Break, { retest }: ReturnRow, facts: PlanFacts): readonly Finding[] {
  if (!retest) return [];
  const hard = facts.runs.filter((run) => run.epochDay >= firstRun && run.quality && !run.isGoalRace);
  return hard
    .slice(0, 1)
    .map(({ kind, week }) =>
      holdsOrBreaks(
        kind === "tune_up_race",
        "a hard run comes before the test that a long break asks for",
        week,
      ),
    );
}
