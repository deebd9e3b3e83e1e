/** A build week on the way up, before its long run has been chosen. */
export interface Tread {
  readonly choices: readonly Choice[];
  readonly afterCutback: boolean;
}

interface WeekChoice {
  /** Of the long run. */
  readonly metres: number;
  /** What the week holds with it. */
  readonly weekMetres: number;
}

/** A long run that a week may have, and what speaks against it for itself. */
export interface Choice extends WeekChoice {
  readonly cost: number;
}

export interface StairRules {
  /** Long runs nearer to each other than this are the same. */
  readonly sameMetres: number;
  /** The longest that may follow a recent longest. */
  readonly grownMost: (recentMetres: number) => number;
  /** What it costs that a week gives way to a smaller one after it: volume never falls between build weeks. */
  readonly costOfGivingWay: (last: WeekChoice, next: WeekChoice) => number;
}

/** A way up to some week: what it costs, and the long runs of its last two weeks. */
interface Way extends Choice {
  readonly previous: Way | null;
}

/**
 * Law L8 as a search: of all ways up, one long run from the choices of each week, the cheapest in which no
 * three build weeks in a row run the same distance. Null when there is none.
 */
export function climbStairs([first, ...rest]: readonly Tread[], rules: StairRules): readonly number[] | null {
  if (first === undefined) return null;
  let ways: readonly Way[] = first.choices.map((choice) => ({ ...choice, previous: null }));
  for (const tread of rest) ways = tread.choices.flatMap((choice) => stepsTo(choice, tread, ways, rules));
  const [way, ...others] = ways;
  if (way === undefined) return null;
  return pathOf(others.reduce((least, other) => (other.cost < least.cost ? other : least), way));
}

/** The cheapest way to a long run over each long run of the week before: more than that the weeks to come need not know. */
function stepsTo(choice: Choice, tread: Tread, ways: readonly Way[], rules: StairRules): readonly Way[] {
  const { metres, weekMetres, cost } = choice;
  const cheapest: Way[] = [];
  for (const previous of ways) {
    if (!mayFollow(previous, metres, rules)) continue;
    const total = previous.cost + cost + costOfStep(previous, choice, tread, rules);
    const at = cheapest.findIndex((way) => way.previous?.metres === previous.metres);
    const known = cheapest[at];
    if (known === undefined) cheapest.push({ cost: total, metres, weekMetres, previous });
    else if (total < known.cost) cheapest[at] = { cost: total, metres, weekMetres, previous };
  }
  return cheapest;
}

function mayFollow(previous: Way, metres: number, { sameMetres, grownMost }: StairRules): boolean {
  const last = previous.metres;
  const before = previous.previous?.metres ?? null;
  if (metres > grownMost(before === null ? last : Math.max(last, before))) return false;
  return before === null || Math.max(last, before, metres) - Math.min(last, before, metres) >= sameMetres;
}

/** A step down belongs after a cutback; elsewhere it costs more. */
function costOfStep(last: Way, next: Choice, tread: Tread, rules: StairRules): number {
  const down = Math.max(0, last.metres - next.metres) / rules.sameMetres;
  const downCost = down * (tread.afterCutback ? STEP_DOWN.afterCutback : STEP_DOWN.within);
  return downCost + rules.costOfGivingWay(last, next);
}

/** What a step down by one stair costs, where a week one stair off its aim costs one. */
const STEP_DOWN = { afterCutback: 0.25, within: 0.75 } as const;

function pathOf(way: Way): readonly number[] {
  const path: number[] = [];
  for (let at: Way | null = way; at !== null; at = at.previous) path.push(at.metres);
  return path.reverse();
}
