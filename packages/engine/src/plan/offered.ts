import type { Booking } from "./doses.ts";
import type { OptionFacts } from "./measured-plan.ts";
import { groundOf, piecesOf } from "./pieces.ts";
import type { SessionOption } from "./plan.ts";
import { type Effort, EFFORTS, zonesOf } from "./stimulus.ts";
import type { Ground } from "./vocabulary.ts";

/** What a runner could have met so far: every ground, and the longest piece of each effort. */
export interface Offered {
  readonly grounds: ReadonlySet<Ground>;
  readonly pieceSeconds: ReadonlyMap<Effort, number>;
}

/** One way of running a session, as far as it can be new to a runner. */
export type Way = Pick<OptionFacts, "ground" | "pieces">;

/** A plan that nothing lies behind. */
export const NOTHING_OFFERED: Offered = { grounds: new Set(["any"]), pieceSeconds: new Map() };

/** A session or its option B, read as a way of running it. */
export const wayOf = ({ title, steps }: Pick<SessionOption, "title" | "steps">, booking: Booking): Way => ({
  ground: groundOf(title, steps),
  pieces: piecesOf(steps, booking),
});

/** What was offered before, and these ways of running with it. */
export function offeredWith(before: Offered, ways: readonly Way[]): Offered {
  const pieceSeconds = new Map(before.pieceSeconds);
  for (const way of ways)
    for (const effort of EFFORTS) {
      const longest = Math.max(pieceSeconds.get(effort) ?? 0, longestPieceOf(way, effort));
      if (longest > 0) pieceSeconds.set(effort, longest);
    }
  return { grounds: new Set([...before.grounds, ...ways.map(({ ground }) => ground)]), pieceSeconds };
}

/** Whether a way goes over ground that was offered, in pieces at most so many times as long as those offered. */
export const isFamiliarWay = (way: Way, { grounds, pieceSeconds }: Offered, pieceShareMax: number): boolean =>
  grounds.has(way.ground) &&
  EFFORTS.every((effort) => {
    const known = pieceSeconds.get(effort);
    return known === undefined || longestPieceOf(way, effort) <= known * pieceShareMax;
  });

/** Seconds of the longest piece of an effort; 0 where there is none. */
export function longestPieceOf({ pieces }: Pick<Way, "pieces">, effort: Effort): number {
  const zones = zonesOf(effort);
  let longest = 0;
  for (const { zone, seconds } of pieces) if (zones.includes(zone)) longest = Math.max(longest, seconds);
  return longest;
}
