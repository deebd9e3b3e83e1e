import { bookedZone, type Booking } from "./doses.ts";
import { isRepeat, type Step } from "./plan.ts";
import type { Ground, Zone } from "./vocabulary.ts";

/** A stretch of a run in one zone, without a break in it. */
export interface Piece {
  readonly zone: Zone;
  readonly metres: number;
  readonly seconds: number;
}

/** A session as its pieces one after another; neighbours in the same zone are one piece. */
export function piecesOf(steps: readonly Step[], booking: Booking): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (some: readonly Step[]): void => {
    for (const step of some) {
      if (isRepeat(step)) {
        for (let time = 0; time < step.repeat; time += 1) add(step.steps);
        continue;
      }
      const zone = bookedZone(step, booking);
      const last = pieces.at(-1);
      if (last?.zone !== zone) pieces.push({ zone, metres: step.metres, seconds: step.seconds });
      else {
        const metres = last.metres + step.metres;
        pieces[pieces.length - 1] = { zone, metres, seconds: last.seconds + step.seconds };
      }
    }
  };
  add(steps);
  return pieces;
}

/** Longest piece in a zone, in seconds; 0 where there is none. */
export function longestSecondsIn(pieces: readonly Piece[], zone: Zone): number {
  let longest = 0;
  for (const piece of pieces) if (piece.zone === zone && piece.seconds > longest) longest = piece.seconds;
  return longest;
}

/** Zones that are no work, whatever the session. */
export const UNHURRIED: readonly Zone[] = ["walk", "recovery", "easy"];

/** Everything faster than easy, strides included. */
export const workPiecesOf = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.filter((piece) => !UNHURRIED.includes(piece.zone));

/** Two sessions with the same text have the same work, to half a minute a piece. */
export function workText(pieces: readonly Piece[]): string {
  let text = "";
  for (const { zone, seconds } of pieces)
    if (!UNHURRIED.includes(zone))
      text += `${zone}${String(seconds < 120 ? Math.round(seconds) : Math.round(seconds / 30) * 30)} `;
  return text;
}

const WORDS_OF_GROUND = /hill|trail|track/i;

/** Reads the ground from the title, or from the efforts: "uphill, strong". */
export function groundOf(title: string, steps: readonly Step[]): Ground {
  const word = WORDS_OF_GROUND.exec(title)?.[0] ?? groundOfEfforts(steps);
  switch (word?.toLowerCase()) {
    case "hill":
      return "hills";
    case "trail":
      return "trail";
    case "track":
      return "track";
    default:
      return "any";
  }
}

function groundOfEfforts(steps: readonly Step[]): string | undefined {
  for (const step of steps) {
    const word = isRepeat(step)
      ? groundOfEfforts(step.steps)
      : step.effort && WORDS_OF_GROUND.exec(step.effort)?.[0];
    if (word) return word;
  }
  return undefined;
}
