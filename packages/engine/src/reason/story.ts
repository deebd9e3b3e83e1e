import { easyMetresOf } from "../plan/doses.ts";
import { sum } from "../plan/facts.ts";
import type { PlanFacts, RunFacts, WeekFacts } from "../plan/measured-plan.ts";
import { longestSecondsIn } from "../plan/pieces.ts";
import { type Effort, stressOf, zonesOf } from "../plan/stimulus.ts";
import type { Zone } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { shareOf } from "./share.ts";
import type { LongStep } from "./week-reason.ts";

/** What reasons are told from: the measured plan, and the places of its sessions in their blocks. */
export interface Story {
  readonly facts: PlanFacts;
  readonly rulebook: Rulebook;
  /** What the hard sessions hold, in the order of the plan; races are none. */
  readonly works: ReadonlyMap<RunFacts, Work>;
  /** Steps of blocks; build weeks only. */
  readonly blocks: ReadonlyMap<RunFacts, BlockPlace>;
  /** The staircase of long runs, by week number; build weeks only. */
  readonly stairs: ReadonlyMap<number, LongStep>;
  /** The biggest week, the last of equals. */
  readonly peakWeek: WeekFacts | null;
  /** Easy running as a share of all running but the goal race, by week number. */
  readonly easyShares: ReadonlyMap<number, number>;
}

/** Where a key session stands among those of its effort. */
export interface BlockPlace {
  readonly step: number;
  readonly steps: number;
  readonly last: Work | null;
}

/** What a session holds of its main effort, as it will be run. */
export interface Work {
  readonly effort: Effort;
  /** The zone that most of it is run in. */
  readonly zone: Zone;
  readonly seconds: number;
  readonly metres: number;
  /** The longest piece without a break. */
  readonly pieceSeconds: number;
}

export function storyOf(facts: PlanFacts, rulebook: Rulebook): Story {
  const works = worksOf(facts);
  return {
    facts,
    rulebook,
    works,
    blocks: blocksOf(works, facts),
    stairs: stairsOf(facts),
    peakWeek: facts.weeks.findLast((week) => week.metres >= facts.peakWeekMetres) ?? null,
    easyShares: new Map(facts.weeks.map(({ number, runs }) => [number, easyShareOf(runs)])),
  };
}

/** Hard sessions that are no race. */
export const isHardSession = ({ quality, kind }: RunFacts): boolean =>
  quality && kind !== "race" && kind !== "tune_up_race";

function worksOf(facts: PlanFacts): ReadonlyMap<RunFacts, Work> {
  const works = new Map<RunFacts, Work>();
  for (const run of facts.runs) {
    const work = isHardSession(run) ? workOf(run, facts) : null;
    if (work !== null) works.set(run, work);
  }
  return works;
}

/**
 * The main effort of a session and how much of it there is, null for endurance. Which effort that is
 * follows from the plan as written: a choice of option changes a session, never its block.
 */
function workOf({ doses, pieces, written }: RunFacts, { rules }: PlanFacts): Work | null {
  const effort = stressOf(written, rules.laws.H1);
  if (effort === "endurance") return null;
  const zones = zonesOf(effort);
  const { metres, seconds } = doses;
  return {
    effort,
    zone: zones.reduce((most, zone) => (seconds[zone] > seconds[most] ? zone : most), zones[0] ?? "easy"),
    seconds: sum(zones, (zone) => seconds[zone]),
    metres: sum(zones, (zone) => metres[zone]),
    pieceSeconds: Math.max(...zones.map((zone) => longestSecondsIn(pieces, zone))),
  };
}

/** Long runs climb a block of their own. */
const blockKey = ({ kind }: RunFacts, { effort }: Work): string =>
  kind === "long" ? `long ${effort}` : effort;

function blocksOf(
  works: ReadonlyMap<RunFacts, Work>,
  { weeks }: PlanFacts,
): ReadonlyMap<RunFacts, BlockPlace> {
  const building = new Set(weeks.filter(({ source }) => source.kind === "build").map(({ number }) => number));
  const byKey = new Map<string, (readonly [RunFacts, Work])[]>();
  for (const [run, work] of works) {
    if (!building.has(run.week)) continue;
    const key = blockKey(run, work);
    const block = byKey.get(key);
    if (block === undefined) byKey.set(key, [[run, work]]);
    else block.push([run, work]);
  }
  return new Map([...byKey.values()].flatMap(placesOf));
}

const placesOf = (
  block: readonly (readonly [RunFacts, Work])[],
): readonly (readonly [RunFacts, BlockPlace])[] =>
  block.map(([run], index) => [
    run,
    { step: index + 1, steps: block.length, last: block[index - 1]?.[1] ?? null },
  ]);

/** The last step of the same block before a day; a cutback or the taper is measured by it. */
export function lastStepBefore(run: RunFacts, work: Work, { works, blocks }: Story): Work | null {
  let last: Work | null = null;
  for (const [other, held] of works) {
    if (other.epochDay >= run.epochDay) break;
    if (blocks.has(other) && blockKey(other, held) === blockKey(run, work)) last = held;
  }
  return last;
}

function stairsOf({ weeks }: PlanFacts): ReadonlyMap<number, LongStep> {
  const steps = weeks.flatMap(({ number, source, longRun }) =>
    source.kind === "build" && longRun !== null ? [{ number, metres: longRun.metres }] : [],
  );
  const peakMetres = Math.max(0, ...steps.map(({ metres }) => metres));
  return new Map(
    steps.map(({ number, metres }, index) => [
      number,
      {
        kind: "long_step",
        law: "L8",
        metres,
        step: index + 1,
        steps: steps.length,
        lastMetres: steps[index - 1]?.metres ?? null,
        peakMetres,
      },
    ]),
  );
}

/** Easy running as a share of all running but the goal race; 1 where there is none. */
export function easyShareOf(runs: readonly RunFacts[]): number {
  let easy = 0;
  let metres = 0;
  for (const run of runs) {
    if (run.isGoalRace) continue;
    easy += easyMetresOf(run.doses);
    metres += run.metres;
  }
  return metres === 0 ? 1 : shareOf(easy, metres);
}
