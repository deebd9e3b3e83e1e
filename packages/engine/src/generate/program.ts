import type { RaceDistance } from "../plan/vocabulary.ts";
import type { RaceRules, Rulebook } from "../rulebook/rulebook.ts";
import type { LongRunKind, Stimulus } from "../rulebook/workout-definition.ts";
import type { WeekVolume } from "../volume/week-volume.ts";
import type { WeekFrame } from "./frame.ts";
import { keySessionsOf } from "./key-sessions.ts";
import type { Policy } from "./policy.ts";
import { doseShareOf, longRunBlocks, longRunKinds } from "./long-run-kinds.ts";
import { type RunWalkWeek, withRunWalk } from "./run-walk.ts";
import type { Runner } from "./runner.ts";
import { itemAt } from "../result/item-at.ts";

/** What a week trains, before it has days. */
export interface WeekProgram {
  readonly quality: readonly QualityIntent[];
  readonly longRun: LongRunIntent | null;
  readonly touches: readonly Stimulus[];
  /** Only for builders who still need walks. */
  readonly runWalk?: RunWalkWeek;
}

export interface QualityIntent {
  readonly stimulus: Stimulus;
  /** 0 at the first session of the block, 1 at its last. */
  readonly progress: number;
  /** Share of the usual dose: cutbacks and tapers hold less. */
  readonly doseShare: number;
  /** True before the taper: the size counts towards the block. */
  readonly inBlock: boolean;
}

export interface LongRunIntent {
  readonly kind: LongRunKind;
  readonly progress: number;
  /** The block at marathon pace, decided for all weeks at once; null where the run's own dose decides. */
  readonly blockMetres: number | null;
}

interface Draft {
  readonly quality: readonly Stimulus[];
  readonly longRun: LongRunKind | null;
}

/**
 * Decides what every week trains: its key sessions and what happens inside its long run.
 * @param capacities key sessions that each week has days for, where building has shown it
 */
export function programOf(
  frames: readonly WeekFrame[],
  volumes: readonly WeekVolume[],
  runner: Runner,
  distance: RaceDistance,
  policy: Policy,
  capacities: readonly number[] | null,
  rulebook: Rulebook,
): readonly WeekProgram[] {
  const race = rulebook.races[distance];
  const longRuns = longRunKinds({ frames, volumes, runner, distance, rulebook }, policy);
  const facts = { frames, volumes, longRuns, runner, distance, policy, capacities, rulebook };
  const drafts = keySessionsOf(facts).map((quality, i) => ({ quality, longRun: longRuns[i] ?? null }));
  const blocks = countBlocks(frames, drafts);
  const sizes = longRunBlocks(drafts, facts);
  const programs = frames.map((frame, i) =>
    weekProgram(frame, itemAt(drafts, i), i, blocks, sizes, race, rulebook),
  );
  return runner.runWalk === null ? programs : withRunWalk(programs, frames, runner.runWalk, rulebook);
}

type Blocks = ReadonlyMap<string, { readonly weeks: readonly number[] }>;

function countBlocks(frames: readonly WeekFrame[], drafts: readonly Draft[]): Blocks {
  const blocks = new Map<string, { weeks: number[] }>();
  const count = (key: string, week: number): void => {
    const block = blocks.get(key) ?? { weeks: [] };
    block.weeks.push(week);
    blocks.set(key, block);
  };
  frames.forEach((frame, i) => {
    if (frame.kind !== "build") return;
    const { longRun, quality } = itemAt(drafts, i);
    quality.forEach((stimulus) => {
      count(stimulus, i);
    });
    if (longRun !== null) count(`long:${longRun}`, i);
  });
  return blocks;
}

function weekProgram(
  frame: WeekFrame,
  draft: Draft,
  index: number,
  blocks: Blocks,
  sizes: ReadonlyMap<number, number>,
  race: RaceRules,
  { quality }: Rulebook,
): WeekProgram {
  const doseShare = doseShareOf(frame, quality.cutbackDoseShare, quality.taperDoseShare);
  return {
    quality: draft.quality.map((stimulus) => ({
      stimulus,
      progress: progressOf(blocks.get(stimulus)?.weeks ?? [], index),
      doseShare,
      inBlock: frame.kind === "build",
    })),
    longRun:
      draft.longRun === null
        ? null
        : {
            kind: draft.longRun,
            progress: progressOf(blocks.get(`long:${draft.longRun}`)?.weeks ?? [], index),
            blockMetres: sizes.get(index) ?? null,
          },
    touches: inTurn(race.program[frame.phase].touches, frame.week),
  };
}

/** Law I9: what one week begins with another ends with, so that no two weeks are the same. */
const inTurn = <T>(list: readonly T[], week: number): readonly T[] =>
  week % 2 === 0 ? list.toReversed() : list;

/** How far along its block a week stands; weeks outside (cutback, taper) stand where the last session did. */
function progressOf(weeks: readonly number[], index: number): number {
  if (weeks.length <= 1) return weeks.length === 1 && weeks[0] === index ? 1 : 0.5;
  const passed = weeks.filter((week) => week <= index).length;
  return Math.max(0, passed - 1) / (weeks.length - 1);
}
