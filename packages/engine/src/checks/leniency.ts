import { factsOf } from "../plan/facts.ts";
import type { ChangeFacts, PlanFacts } from "../plan/measured-plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import type { Judgement } from "./judgement.ts";
import type { Law } from "./law.ts";

/** Law C1: what cannot be made up for once training was lost. All other musts keep somebody from harm. */
const COMPLETENESS: readonly LawId[] = ["L1", "L4", "L8", "V5", "V6", "V7", "V9", "V10", "I6", "I7", "I8"];

/** What a race asks for. Who chooses another day for it chooses the time that is left, and nothing excuses that. */
const ASKED_BY_THE_RACE: readonly LawId[] = ["L1", "L4", "T1"];

/** Laws that days already run can break, whatever is planned for the rest of their week. */
const BROKEN_BY_THE_PAST: readonly LawId[] = [
  ...(["E3", "E4", "S2", "S4", "S5", "V1", "V3", "V4", "T6", "O1", "O2"] as const),
  ...(["L2", "L3", "L5", "L6", "L7", "H1", "H2", "H3", "H4", "I1", "I3", "I4"] as const),
];

/** Laws that weigh a week as a whole: one that began otherwise than planned is settled by half already. */
const WEEK_LAWS: readonly LawId[] = ["E3", "E4", "S4", "L2", "L5", "I1", "I4"];

/**
 * What a law says of a changed plan. The past is past: a breach of weeks gone by is shown, and stands against
 * no plan for the weeks to come; nor does one that the days behind have settled alone.
 */
export function inHindsight(law: Law, judgement: Judgement, facts: PlanFacts): Judgement {
  const { change } = facts;
  if (judgement.verdict !== "breach" || change === null) return judgement;
  if (change.isRaceChosen && ASKED_BY_THE_RACE.includes(law.id)) return judgement;
  if (change.isLossy && (COMPLETENESS.includes(law.id) || isShortfall(law, judgement, change)))
    return { ...judgement, verdict: "flag", why: "lost training is not made up for" };
  const present = presentWeekOf(facts, change);
  const { weeks = [] } = judgement;
  if (law.id === "I2" && isSpeedPast(facts, change))
    return { ...judgement, verdict: "flag", why: "in days that are past" };
  if (weeks.length === 0 || weeks.some((week) => week > present)) return judgement;
  const why = "in days that are past";
  if (!weeks.includes(present)) return { ...judgement, verdict: "flag", why };
  if (WEEK_LAWS.includes(law.id) && isOtherThanPlanned(present, facts))
    return { ...judgement, verdict: "flag", why };
  if (!BROKEN_BY_THE_PAST.includes(law.id)) return judgement;
  const alone = law.judge(withoutFuture(facts, change));
  return alone.verdict === "breach" && alone.weeks?.includes(present) === true
    ? { ...judgement, verdict: "flag", why }
    : judgement;
}

/**
 * One side of a law that has two: a taper too long, a base or a peak too low, because weeks were lost. The
 * other side, a week too big, stays a breach; so does a taper too short, unless a break has cut it.
 */
const isShortfall = ({ id }: Law, { measured = 0, limit = 0 }: Judgement, { breaks }: ChangeFacts): boolean =>
  (id === "T1" && (measured > limit || breaks.length > 0)) ||
  (id === "E1" && measured < limit) ||
  (id === "E4" && measured < limit);

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
