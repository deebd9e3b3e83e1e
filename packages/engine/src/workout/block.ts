import type { BlockRules } from "../rulebook/quality-rules.ts";
import type { Work } from "./ladder.ts";

/** One session of a block before its work is chosen. */
export interface BlockStep {
  /** Every way to cut it, short pieces first. */
  readonly ways: readonly Work[];
  /** Seconds of work aimed at. */
  readonly doseSeconds: number;
  /** 0 at the first session of the block, 1 at its last. */
  readonly progress: number;
}

/**
 * Arithmetic, not training: these two only rank. A session's honest costs are weights below ten times shares
 * around one, and a block has fewer than thirty sessions, so no sum of them comes near. Minutes that fall by more
 * than is planned for, though not yet more than law I6 takes, cost between one and two of the first, by the fall.
 */
const STEEP = 1000;

/** What a law forbids costs no less than the steepest fall: it is chosen only where there is nothing else. */
const FORBIDDEN = 2 * STEEP;

/** The cheapest row of sessions that ends with this way, and the cost of the whole row. */
interface Path {
  readonly work: Work;
  readonly cost: number;
  readonly before: Path | null;
}

/**
 * Chooses the sessions of a block together, so that they climb: minutes hardly fall, pieces grow, broken
 * comes before continuous, and none repeats the one before. Null where a session has no way at all.
 * @param held sessions that the plan holds already, as `sessionText` tells them
 */
export function climb(
  steps: readonly BlockStep[],
  held: ReadonlySet<string>,
  rules: BlockRules,
): readonly (Work | null)[] {
  let paths: readonly Path[] = [];
  for (const step of steps) if (step.ways.length > 0) paths = extended(paths, step, held, rules);
  const chosen: (Work | null)[] = [];
  let path = cheapest(paths);
  for (const step of steps.toReversed()) {
    if (step.ways.length === 0) chosen.push(null);
    else {
      chosen.push(path?.work ?? null);
      path = path?.before ?? null;
    }
  }
  return chosen.toReversed();
}

/** Two sessions with one text have the same work, to half a minute a piece: as law I9 reads them. */
export const sessionText = ({ mainZone, pieces, longestPieceSeconds: seconds }: Work): string =>
  `${String(pieces)} x ${String(seconds < 120 ? seconds : Math.round(seconds / 30) * 30)} ${mainZone}`;

function extended(
  paths: readonly Path[],
  step: BlockStep,
  held: ReadonlySet<string>,
  rules: BlockRules,
): readonly Path[] {
  const lengths = [...new Set(step.ways.map((way) => way.longestPieceSeconds))];
  return step.ways.map((work) => {
    const place = lengths.indexOf(work.longestPieceSeconds) / Math.max(1, lengths.length - 1);
    const own =
      rules.costs.dose * Math.abs(work.workSeconds / step.doseSeconds - 1) +
      rules.costs.place * Math.abs(place - step.progress) +
      (held.has(sessionText(work)) ? rules.costs.again : 0);
    let best: Path = { work, cost: own + (paths.length > 0 ? Number.POSITIVE_INFINITY : 0), before: null };
    for (const before of paths) {
      const cost = before.cost + own + stepCost(before.work, work, rules);
      if (cost < best.cost) best = { work, cost, before };
    }
    return best;
  });
}

function cheapest(paths: readonly Path[]): Path | null {
  let best: Path | null = null;
  for (const path of paths) if (best === null || path.cost < best.cost) best = path;
  return best;
}

/** What a session costs after the one before it. */
function stepCost(before: Work, now: Work, rules: BlockRules): number {
  const { costs } = rules;
  const minutes = now.workSeconds / before.workSeconds;
  const piece = now.longestPieceSeconds / before.longestPieceSeconds;
  const joins = before.pieces > 1 && now.pieces === 1;
  const fallMax = joins ? rules.fallToContinuousMax : rules.fallMax;
  let cost = 0;
  if (sessionText(before) === sessionText(now)) cost += FORBIDDEN;
  if (before.pieces === 1 && now.pieces > 1) cost += FORBIDDEN;
  if (minutes < 1 - fallMax) cost += STEEP * (2 - minutes);
  if (minutes < 1) cost += costs.fall * (1 - minutes) * (joins ? 0.5 : 1);
  if (piece < 1) cost += costs.fall * (1 - piece);
  cost += costs.leap * Math.max(0, minutes - rules.minutesGrowthAim);
  if (!joins) cost += costs.leap * Math.max(0, piece - rules.pieceGrowthAim);
  if (piece > 1 && now.pieces > before.pieces) cost += costs.both;
  return cost;
}
