import { paceMidpoint } from "../pace/training-paces.ts";
import { type LongBreak, longBreakOf } from "../plan/long-break.ts";
import type { RunFacts } from "../plan/measured-plan.ts";
import type { FuellingNeed } from "../rulebook/cautions.ts";
import type { SessionReason } from "./session-reason.ts";
import type { Story } from "./story.ts";

/** What race day is built on, how to divide its strength, and what to take on the way. */
export function raceReasons(race: RunFacts, story: Story): readonly SessionReason[] {
  const lost = longBreakOf(story.facts);
  if (lost === null) return [builtBack(race, story), pacing(race, story), ...fuelling(race, story)];
  const after = afterBreak(race, lost);
  return lost.hasBase ? [builtBack(race, story), after] : [after];
}

/** Law C2: after a break of weeks no time from before it holds. */
const afterBreak = ({ metres }: RunFacts, { days, daysBack, hasBase }: LongBreak): SessionReason => ({
  kind: "race_after_break",
  law: "C2",
  metres,
  breakDays: days,
  daysBack,
  hasBase,
});

function builtBack(race: RunFacts, { facts }: Story): SessionReason {
  const training = facts.runs.filter((run) => run.epochDay < race.epochDay);
  return {
    kind: "the_race",
    law: "S1",
    metres: race.metres,
    weeks: facts.weeks.length,
    trainedMetres: training.reduce((total, { metres }) => total + metres, 0),
    longestMetres: Math.max(0, ...training.map(({ metres }) => metres)),
  };
}

/** An even race with a first part held back. Law I10: without a race result no number stands for a pace. */
function pacing({ metres, session }: RunFacts, { facts, rulebook }: Story): SessionReason {
  const { paces, distance } = facts.plan;
  const { firstShare, slowerShare } = rulebook.raceDay;
  const secondsPerKm = paces === null ? null : paceMidpoint(paces.race);
  return {
    kind: "race_pacing",
    rule: "race_day",
    metres,
    firstMetres: Math.round((metres * firstShare) / FIRST_UNIT) * FIRST_UNIT,
    seconds: secondsPerKm === null ? null : session.seconds,
    secondsPerKm,
    firstSecondsPerKm: secondsPerKm === null ? null : secondsPerKm * (1 + slowerShare[distance]),
  };
}

/** Nobody measures a first part to the metre. */
const FIRST_UNIT = 500;

/** What the long runs of the plan have practised; nothing where the race is too short to ask for it. */
function fuelling({ session: { seconds } }: RunFacts, { facts, rulebook }: Story): readonly SessionReason[] {
  const { fromSeconds, gramsPerHour } = rulebook.fuelling;
  if (seconds <= fromSeconds) return [];
  const needs = new Map(rulebook.workouts.map(({ id, fuelling: need }) => [id, need]));
  const practised = facts.runs.some(({ session: { workout } }) => needs.get(workout ?? "") === "rehearsal");
  const need: FuellingNeed = practised ? "rehearsal" : "endurance";
  return [{ kind: "race_fuelling", rule: "race_day", seconds, need, gramsPerHour: gramsPerHour[need] }];
}
