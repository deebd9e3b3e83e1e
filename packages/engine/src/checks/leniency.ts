import { factsOf } from "../plan/facts.ts";
import type { ChangeFacts, PlanFacts } from "../plan/measured-plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { type Finding, type Judgement, judgementOf } from "./judgement.ts";
import type { Law } from "./law.ts";

/** Law C1: what cannot be made up for once training was lost. All other musts keep somebody from harm. */
const COMPLETENESS: readonly LawId[] = ["L1", "L4", "L8", "V5", "V9", "V10", "I6", "I7", "I8"];

/** Those of them that set one week beside its neighbours: a loss excuses none of the weeks before it. */
const WEEK_BY_WEEK: readonly LawId[] = ["V5", "V6", "I6"];

/** What a race asks for. Who chooses another day for it chooses the time that is left, and nothing excuses that. */
const ASKED_BY_THE_RACE: readonly LawId[] = ["L1", "L4", "T1"];

/** Laws that days already run can break, whatever is planned for the rest of their week. */
const BROKEN_BY_THE_PAST: readonly LawId[] = [
  ...(["E3", "E4", "S2", "S4", "S5", "V1", "V3", "V4", "V6", "V7", "T6", "O1", "O2"] as const),
  ...(["L2", "L3", "L5", "L6", "L7", "H1", "H2", "H3", "H4", "I1", "I3", "I4"] as const),
];

/** Laws that weigh a week as a whole: one that began otherwise than planned is settled by half already. */
const WEEK_LAWS: readonly LawId[] = ["E3", "E4", "S4", "V7", "L2", "L5", "I1", "I4"];

const LOST = "lost training is not made up for";
const REPEATED = "a week once more was wished for in place of another";
const DIFFERENT = "what was run was not quite what was planned";
const PAST = "in days that are past";

/**
 * What a law says of a changed plan, finding by finding. The past is past: a breach of weeks gone by is shown, and
 * stands against no plan for the weeks to come, where what was run explains it; nor does one that the days behind
 * have settled alone.
 */
export function inHindsight(law: Law, judgement: Judgement, facts: PlanFacts): Judgement {
  const { change } = facts;
  if (judgement.verdict !== "breach" || change === null) return judgement;
  const excused = findingsOf(judgement).map((finding) => ({
    finding,
    excuse: excuseFor(law, finding, facts, change),
  }));
  const standing = excused.filter(({ excuse }) => excuse === null).map(({ finding }) => finding);
  if (standing.length > 0) return standing.length === excused.length ? judgement : judgementOf(standing, "");
  const why = [LOST, REPEATED, DIFFERENT].find((one) => excused.some(({ excuse }) => excuse === one));
  return { ...judgement, verdict: "flag", why: why ?? PAST };
}

/** The same plan, where days that came out a little other than planned excuse nothing. */
export const strictly = (facts: PlanFacts): PlanFacts =>
  facts.change === null ? facts : { ...facts, change: { ...facts.change, differentFrom: null } };

/** A judgement that was made without findings is one of each of its weeks. */
function findingsOf({
  breaches,
  measured = 0,
  limit = 0,
  weeks = [],
  ...rest
}: Judgement): readonly Finding[] {
  if (breaches !== undefined) return breaches;
  const { quantity, why } = rest;
  const finding = { verdict: "breach", measured, limit, quantity, why } as const;
  return weeks.length === 0 ? [finding] : weeks.map((week) => ({ ...finding, week }));
}

function excuseFor(law: Law, finding: Finding, facts: PlanFacts, change: ChangeFacts): string | null {
  if (finding.unexcused === true) return null;
  if (change.isRaceChosen && ASKED_BY_THE_RACE.includes(law.id)) return null;
  if (isUnderALoss(law, finding, facts, change, change.lostFrom)) return LOST;
  if (isUnderALoss(law, finding, facts, change, change.repeatedFrom)) return REPEATED;
  if (law.id === "I2" && isSpeedPast(facts, change)) return PAST;
  const isDifferent = law.id !== "T1" && isUnderALoss(law, finding, facts, change, change.differentFrom);
  return excuseOfThePast(law, finding, facts, change) ?? (isDifferent ? DIFFERENT : null);
}

function excuseOfThePast(law: Law, { week }: Finding, facts: PlanFacts, change: ChangeFacts): string | null {
  if (week === undefined) return null;
  const present = presentWeekOf(facts, change);
  if (week > present || !hasTrace(week, facts, change)) return null;
  if (week < present) return PAST;
  if (WEEK_LAWS.includes(law.id) && isOtherThanPlanned(present, facts)) return PAST;
  if (!BROKEN_BY_THE_PAST.includes(law.id)) return null;
  const alone = law.judge(withoutFuture(facts, change));
  return alone.verdict === "breach" && alone.weeks?.includes(present) === true ? PAST : null;
}

/**
 * Law C1: after a loss nothing is asked back; what the weeks before it were to be is no matter of it. A week once
 * more costs the plan the week in whose place it stands.
 */
function isUnderALoss(
  law: Law,
  finding: Finding,
  { weeks }: PlanFacts,
  change: ChangeFacts,
  lostFrom: number | null,
): boolean {
  if (lostFrom === null) return false;
  if (!COMPLETENESS.includes(law.id) && !isShortfall(law, finding, change)) return false;
  const { week } = finding;
  if (!WEEK_BY_WEEK.includes(law.id) || week === undefined) return true;
  const lost = weeks.find(({ days }) => days.some((day) => day.epochDay >= lostFrom))?.number ?? Infinity;
  return week >= lost;
}

/**
 * One side of a law that has two: a taper too long, a base or a peak too low, a week too light after a cutback,
 * because training was lost. The other side, a week too big, stays a breach; so does a taper too short, unless a
 * break has cut it.
 */
const isShortfall = ({ id }: Law, { measured, limit }: Finding, { breaks }: ChangeFacts): boolean =>
  (id === "T1" && (measured > limit || breaks.length > 0)) ||
  (["E1", "E4", "V6"].includes(id) && measured < limit);

/** Days back from the end of a week that laws about it reach: the month of law L3 and the week itself. */
const reachDaysOf = ({ laws }: PlanFacts["rules"]): number => laws.L3.days + 7;

/**
 * Whether what became of a plan explains a breach of a week gone by. Weeks that were run as they were planned were
 * clean when they were planned: without a trace of anything else the past is no excuse.
 */
function hasTrace(week: number, { weeks, rules }: PlanFacts, change: ChangeFacts): boolean {
  const end = weeks.find(({ number }) => number === week)?.days.at(-1)?.epochDay;
  if (end === undefined) return false;
  const from = end - reachDaysOf(rules);
  return change.disturbed.some((day) => day <= end && day > from);
}

/** Law I2 weighs the plan as a whole: where nothing fast is to come only easy running was lost, and that is past. */
const isSpeedPast = ({ runs }: PlanFacts, { from }: ChangeFacts): boolean =>
  runs.every(
    ({ epochDay, isGoalRace, doses }) =>
      epochDay < from || isGoalRace || doses.metres.interval + doses.metres.repetition === 0,
  );

/** The present week was run otherwise; law C1 sees to it that the rest of it does not become more. */
const isOtherThanPlanned = (present: number, { weeks, change }: PlanFacts): boolean =>
  weeks.some(
    ({ number, days }) =>
      number === present && days.some(({ epochDay }) => change?.otherwise.has(epochDay) === true),
  );

/** Number of the week that holds the first day that could change. */
const presentWeekOf = ({ weeks }: PlanFacts, { from }: ChangeFacts): number =>
  weeks.find((week) => week.days.some((day) => day.epochDay >= from))?.number ?? Infinity;

/** The plan as far as it was run, with rest from then on. Its weeks stand as run already. */
function withoutFuture({ plan, rules, opening }: PlanFacts, { last, changes }: ChangeFacts): PlanFacts {
  const weeks = plan.weeks
    .filter((week) => week.days.some((day) => day.date < last.from))
    .map((week) => ({
      ...week,
      days: week.days.map((day) => (day.date < last.from ? day : { ...day, sessions: [] })),
    }));
  const past = { ...plan, weeks, changes: changes.map((change) => ({ ...change, done: null })) };
  return { ...factsOf(past, rules), opening };
}
