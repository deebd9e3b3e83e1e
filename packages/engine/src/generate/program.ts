import type { RaceDistance } from "../plan/vocabulary.ts";
import type { RaceRules, Rulebook } from "../rulebook/rulebook.ts";
import type { LongRunKind, Stimulus } from "../rulebook/workout-definition.ts";
import type { WeekVolume } from "../volume/week-volume.ts";
import type { WeekFrame } from "./frame.ts";
import { keySessionsOf } from "./key-sessions.ts";
import type { Policy } from "./policy.ts";
import { isRacePaceLong } from "./race-pace-long.ts";
import type { Runner } from "./runner.ts";

/** What a week trains, before it has days. */
export interface WeekProgram {
  readonly quality: readonly QualityIntent[];
  readonly longRun: LongRunIntent | null;
  readonly touches: readonly Stimulus[];
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
  const longRuns = familiarLongRuns(longRunKinds(frames, runner, race, policy), frames, rulebook);
  const facts = { frames, volumes, longRuns, runner, distance, policy, capacities, rulebook };
  const drafts = keySessionsOf(facts).map((quality, i) => ({ quality, longRun: longRuns[i] ?? null }));
  const blocks = countBlocks(frames, drafts);
  return frames.map((frame, i) => weekProgram(frame, drafts[i], i, blocks, race, rulebook));
}

/** Law T5: where the plan has held no race pace before its last weeks, their long runs stay easy. */
function familiarLongRuns(
  kinds: readonly (LongRunKind | null)[],
  frames: readonly WeekFrame[],
  { laws }: Rulebook,
): readonly (LongRunKind | null)[] {
  const isLate = (i: number): boolean => {
    const frame = frames[i];
    return (frame?.days[frame.longDay]?.daysToRace ?? 0) < laws.T5.days;
  };
  const known = kinds.some((kind, i) => isRacePaceLong(kind) && !isLate(i));
  return known ? kinds : kinds.map((kind, i) => (isRacePaceLong(kind) && isLate(i) ? "easy" : kind));
}

/** Kinds rotate backwards from the last build week of a phase, so that the rehearsal stands where it should. */
function longRunKinds(
  frames: readonly WeekFrame[],
  runner: Runner,
  race: RaceRules,
  policy: Policy,
): readonly (LongRunKind | null)[] {
  const counts = new Map<string, number>();
  const plain = runner.tier === "builder" || policy.qualityMax === 0;
  return frames
    .toReversed()
    .map((frame) => {
      if (frame.longDay < 0) return null;
      if (frame.kind !== "build" || plain) return "easy";
      const index = counts.get(frame.phase) ?? 0;
      counts.set(frame.phase, index + 1);
      const rotation = race.program[frame.phase].longRuns;
      return rotation[index % rotation.length] ?? "easy";
    })
    .toReversed();
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
    const draft = drafts[i];
    draft?.quality.forEach((stimulus) => {
      count(stimulus, i);
    });
    if (typeof draft?.longRun === "string") count(`long:${draft.longRun}`, i);
  });
  return blocks;
}

function weekProgram(
  frame: WeekFrame,
  draft: Draft | undefined,
  index: number,
  blocks: Blocks,
  race: RaceRules,
  { quality }: Rulebook,
): WeekProgram {
  const doseShare = doseShareOf(frame, quality.cutbackDoseShare, quality.taperDoseShare);
  return {
    quality: (draft?.quality ?? []).map((stimulus) => ({
      stimulus,
      progress: progressOf(blocks.get(stimulus)?.weeks ?? [], index),
      doseShare,
      inBlock: frame.kind === "build",
    })),
    longRun:
      typeof draft?.longRun !== "string"
        ? null
        : {
            kind: draft.longRun,
            progress: progressOf(blocks.get(`long:${draft.longRun}`)?.weeks ?? [], index),
          },
    touches: inTurn(race.program[frame.phase].touches, frame.week),
  };
}

/** Law I9: what one week begins with another ends with, so that no two weeks are the same. */
const inTurn = <T>(list: readonly T[], week: number): readonly T[] =>
  week % 2 === 0 ? list.toReversed() : list;

function doseShareOf(frame: WeekFrame, cutback: number, taper: readonly number[]): number {
  if (frame.kind === "build") return 1;
  return frame.kind === "cutback" ? cutback : (taper[frame.weeksToRace] ?? cutback);
}

/** How far along its block a week stands; weeks outside (cutback, taper) stand where the last session did. */
function progressOf(weeks: readonly number[], index: number): number {
  if (weeks.length <= 1) return weeks.length === 1 && weeks[0] === index ? 1 : 0.5;
  const passed = weeks.filter((week) => week <= index).length;
  return Math.max(0, passed - 1) / (weeks.length - 1);
}
