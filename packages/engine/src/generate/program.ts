import type { RaceDistance } from "../plan/vocabulary.ts";
import type { RaceRules, Rulebook } from "../rulebook/rulebook.ts";
import type { LongRunKind, Stimulus } from "../rulebook/workout-definition.ts";
import type { WeekVolume } from "../volume/week-volume.ts";
import type { WeekFrame } from "./frame.ts";
import type { Policy } from "./policy.ts";
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

/** Long runs at race pace are quality days of their own. */
export const isRacePaceLong = (kind: LongRunKind | null): boolean =>
  kind === "marathon_pace" || kind === "half_marathon_pace";

/** Decides the stimuli of every week: rotations of the phase, fewer where days, volume or laws say so. */
export function programOf(
  frames: readonly WeekFrame[],
  volumes: readonly WeekVolume[],
  runner: Runner,
  distance: RaceDistance,
  policy: Policy,
  rulebook: Rulebook,
): readonly WeekProgram[] {
  const race = rulebook.races[distance];
  const longRuns = longRunKinds(frames, runner, race, policy);
  const drafts = draftWeeks(frames, volumes, longRuns, runner, distance, policy, rulebook);
  const blocks = countBlocks(frames, drafts);
  return frames.map((frame, i) => weekProgram(frame, drafts[i], i, blocks, race, rulebook));
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

function draftWeeks(
  frames: readonly WeekFrame[],
  volumes: readonly WeekVolume[],
  longRuns: readonly (LongRunKind | null)[],
  runner: Runner,
  distance: RaceDistance,
  policy: Policy,
  rulebook: Rulebook,
): readonly Draft[] {
  const turns = new Map<string, number>();
  const known = new Set<Stimulus>();
  return frames.map((frame, i) => {
    const longRun = longRuns[i] ?? null;
    const metres = volumes[i]?.metres ?? 0;
    const wished = sessionsOf(frame, volumes[i], runner, distance, policy, rulebook);
    const room = wished - (isRacePaceLong(longRun) ? 1 : 0);
    if (room <= 0) return { quality: [], longRun };
    const turn = turns.get(frame.phase) ?? 0;
    turns.set(frame.phase, turn + 1);
    const wishes = stimuliAt(frame, turn, room, rulebook.races[distance]);
    const candidates = (frame.phase === "taper" ? familiar(wishes, known, rulebook) : wishes).filter(
      (stimulus) => !isCrowded(stimulus, longRun, metres, rulebook),
    );
    const quality = [...new Set(candidates)].slice(0, room);
    if (frame.phase !== "taper") quality.forEach((stimulus) => known.add(stimulus));
    return { quality, longRun };
  });
}

/** Law T5: the taper holds efforts that the plan has held; in their place comes what was trained last. */
function familiar(
  wishes: readonly Stimulus[],
  known: ReadonlySet<Stimulus>,
  { quality }: Rulebook,
): readonly Stimulus[] {
  const zoneOf = (stimulus: Stimulus): string | undefined => quality.doses[stimulus]?.zone;
  const zones = [...known].map(zoneOf);
  return [...wishes.filter((stimulus) => zones.includes(zoneOf(stimulus))), ...[...known].toReversed()];
}

function sessionsOf(
  frame: WeekFrame,
  volume: WeekVolume | undefined,
  runner: Runner,
  distance: RaceDistance,
  policy: Policy,
  rulebook: Rulebook,
): number {
  if (frame.phase === "base" || frame.kind === "race" || volume === undefined || runner.tier === "builder")
    return 0;
  if (frame.kind === "taper" && frame.weeksToRace === 0) return 0;
  const row = rulebook.quality.perWeek.findLast(
    ({ distances, daysMin, weekMetresMin }) =>
      distances.includes(distance) && volume.runDays >= daysMin && volume.metres >= weekMetresMin,
  );
  const most = frame.kind === "build" ? policy.qualityMax : Math.min(policy.qualityMax, 1);
  const least = frame.kind === "build" ? 0 : 1;
  return Math.min(Math.max(row?.sessions ?? 0, least && policy.qualityMax), most);
}

/** With one session a week primary and secondary take turns; with two they stand side by side. */
function stimuliAt(frame: WeekFrame, turn: number, room: number, race: RaceRules): readonly Stimulus[] {
  const { primary, secondary } = race.program[frame.phase];
  if (frame.phase === "taper") return [at(primary, primary.length - frame.weeksToRace)].flat();
  if (room === 1) {
    const alternating = primary.flatMap((stimulus, i) => [stimulus, ...at(secondary, i)]);
    const single = alternating.length === 0 ? secondary : alternating;
    return [...at(single, turn), ...at(single, turn + 1), ...secondary];
  }
  return [...at(primary, turn), ...at(secondary, turn), ...at(secondary, turn + 1), ...primary];
}

const at = <T>(list: readonly T[], index: number): readonly T[] => {
  const item = list[((index % list.length) + list.length) % list.length];
  return item === undefined ? [] : [item];
};

/** Law H6: threshold work and a long run at marathon pace do not share a week below this distance. */
const isCrowded = (
  stimulus: Stimulus,
  longRun: LongRunKind | null,
  metres: number,
  rulebook: Rulebook,
): boolean =>
  longRun === "marathon_pace" &&
  (stimulus === "marathon_pace" ||
    (stimulus === "threshold" && metres < rulebook.quality.thresholdBesideRacePaceMetres));

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
    touches: race.program[frame.phase].touches,
  };
}

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
