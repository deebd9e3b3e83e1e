import type { RaceDistance } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { WeekVolume } from "../volume/week-volume.ts";
import { BLOCK_UNIT } from "../workout/ladder.ts";
import { type Pacing, secondsPerMetre } from "../workout/pacing.ts";
import { daysLeft, type WeekFrame } from "./frame.ts";
import type { Runner } from "./runner.ts";
import { itemAt } from "../result/item-at.ts";

/** What decides how much of a long run is run at race pace. */
export interface RacePaceFacts {
  readonly frames: readonly WeekFrame[];
  readonly volumes: readonly WeekVolume[];
  readonly runner: Runner;
  readonly distance: RaceDistance;
  readonly rulebook: Rulebook;
}

/** A week's room for a block at race pace, in metres: what is usual for the runner, and what the laws leave. */
export interface BlockRoom {
  readonly usual: number;
  readonly most: number;
}

export const paceOf = ({ runner, rulebook }: RacePaceFacts, zone: "marathon" | "half_marathon"): number => {
  const pacing: Pacing = { paces: runner.paces, estimated: runner.estimated, rules: rulebook.pace };
  return secondsPerMetre(zone, pacing);
};

/** Blocks are told in whole kilometres, or in steps of five minutes where there are no paces. */
const unitOf = ({ runner }: RacePaceFacts, pace: number): number =>
  runner.estimated ? BLOCK_UNIT.seconds / pace : BLOCK_UNIT.metres;

function blockRoom(facts: RacePaceFacts, week: number): BlockRoom {
  const { runner, volumes, rulebook } = facts;
  const rules = rulebook.quality.doses.marathon_pace;
  if (rules === undefined) return { usual: 0, most: 0 };
  const volume = itemAt(volumes, week);
  const pace = paceOf(facts, "marathon");
  const longSeconds = volume.longRunMetres * runner.easySecondsPerMetre;
  const most = Math.min(
    rules.shareOfWeekMax * volume.metres,
    rules.metresMax,
    rules.seconds[runner.tier].max / pace,
    (longSeconds * rulebook.quality.longRunWorkShareMax) / pace,
  );
  return { usual: Math.min(most, rules.shareOfWeek[runner.tier] * volume.metres), most };
}

/** Weeks of a full plan that end on race day, as law I7 counts them. */
export const fullWeeksOf = ({ frames }: RacePaceFacts): number => Math.floor((daysLeft(frames) + 1) / 7);

/** What law I7 asks of a marathon plan in all, in metres at marathon pace: at least, and as an aim. */
export function marathonPaceWanted(facts: RacePaceFacts): { readonly least: number; readonly aim: number } {
  const { fullWeeks, scaledBelowWeeks, totalMetresMin, totalMetresAim } = facts.rulebook.laws.I7.marathon;
  const weeks = fullWeeksOf(facts);
  const scale = weeks < scaledBelowWeeks ? weeks / fullWeeks : 1;
  const { tier } = facts.runner;
  if (tier === "builder") return { least: 0, aim: 0 };
  const row = tier === "elite" ? "high" : tier;
  return { least: totalMetresMin[row] * scale * ROUNDING, aim: totalMetresAim[row] * scale * ROUNDING };
}

/** Option B holds up to 4 % less, and pieces are rounded. */
const ROUNDING = 1.05;

/**
 * Marathon-pace blocks of these weeks, for all of them at once: each longer than the one before, the first
 * modest, and together no more than the plan needs. Shorter pieces elsewhere count towards the whole.
 */
export function marathonBlocks(
  weeks: readonly number[],
  elsewhereMetres: number,
  facts: RacePaceFacts,
): readonly number[] {
  const { least } = marathonPaceWanted(facts);
  const { firstBlockShares } = facts.rulebook.quality;
  const usual = usualBlocks(weeks, elsewhereMetres, facts, firstBlockShares.slice(0, -1));
  if (sumOf(usual) + elsewhereMetres >= least) return usual;
  const rooms = weeks.map((week) => blockRoom(facts, week).most);
  let blocks = usual;
  for (const firstShare of firstBlockShares) {
    blocks = smallestReaching(rooms, firstShare, least - elsewhereMetres, facts);
    if (sumOf(blocks) + elsewhereMetres >= least) return blocks;
  }
  return blocks;
}

/**
 * Blocks no longer than usual for the runner and the week, up to the aim of law I7 where they reach it; the
 * first begins as modestly as the aim lets it, of the given shares of the last. A course that is too short for
 * race pace has no weeks of it, and no blocks.
 */
export function usualBlocks(
  weeks: readonly number[],
  elsewhereMetres: number,
  facts: RacePaceFacts,
  firstShares: readonly number[],
): readonly number[] {
  if (weeks.length === 0) return [];
  const rooms = weeks.map((week) => blockRoom(facts, week).usual);
  const wished = marathonPaceWanted(facts).aim - elsewhereMetres;
  let blocks: readonly number[] = [];
  for (const firstShare of firstShares) {
    blocks = smallestReaching(rooms, firstShare, wished, facts);
    if (sumOf(blocks) >= wished) break;
  }
  return blocks;
}

/** The smallest last block with which all blocks together reach a distance; the largest that fits where none does. */
function smallestReaching(
  rooms: readonly number[],
  firstShare: number,
  wishedMetres: number,
  facts: RacePaceFacts,
): readonly number[] {
  const pace = paceOf(facts, "marathon");
  const unit = unitOf(facts, pace);
  const { blockSecondsMin, rehearsalFromWeeks, firstBlockMetresMax } = facts.rulebook.laws.I7.marathon;
  const shortest = Math.ceil(blockSecondsMin / pace / unit + 0.01) * unit;
  const inUnits = (metres: number): number => Math.floor(metres / unit + 1e-6) * unit;
  const capped =
    fullWeeksOf(facts) < rehearsalFromWeeks
      ? rooms.map((room, i) => (i === 0 ? Math.min(room, firstBlockMetresMax) : room))
      : rooms;
  let blocks: readonly number[] = [];
  const top = inUnits(itemAt(capped, capped.length - 1));
  for (let last = Math.min(shortest, top); last <= top; last += unit) {
    blocks = rampTo(last, firstShare, capped.map(inUnits), unit, shortest);
    if (sumOf(blocks) >= wishedMetres) break;
  }
  return blocks;
}

/** Blocks in even steps up to the last one, each at least a unit longer than the one before. */
function rampTo(
  last: number,
  firstShare: number,
  rooms: readonly number[],
  unit: number,
  shortest: number,
): readonly number[] {
  const blocks: number[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (let i = rooms.length - 1; i >= 0; i -= 1) {
    const share = rooms.length === 1 ? 1 : firstShare + ((1 - firstShare) * i) / (rooms.length - 1);
    const wished = Math.round((last * share) / unit) * unit;
    next = Math.min(Math.max(wished, shortest), itemAt(rooms, i), next - unit);
    blocks.unshift(next);
  }
  return blocks;
}

export const sumOf = (metres: readonly number[]): number => metres.reduce((sum, block) => sum + block, 0);
