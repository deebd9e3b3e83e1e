import type { RaceResult } from "../athlete/request.ts";
import type { RacePrediction } from "../plan/plan.ts";
import type { RaceDistance } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { raceSecondsOf, rpiOf } from "./rpi.ts";

/**
 * What a result says of a race: the time of the equations, and how far races usually lie from it. From a shorter race
 * they lie further on the slow side, most of all in the marathon: the equations know nothing of endurance.
 */
export function racePredictionOf(
  result: RaceResult,
  distance: RaceDistance,
  { races, pace: { prediction } }: Pick<Rulebook, "races" | "pace">,
): RacePrediction {
  const { metres } = races[distance];
  const seconds = raceSecondsOf(rpiOf(result), metres);
  const usual = prediction.eitherSideShare[distance];
  const fromShorter = prediction.slowerFromShorterShare[distance];
  const slower = result.metres < metres * prediction.sameRaceShare ? fromShorter : usual;
  return {
    seconds: Math.round(seconds),
    fastSeconds: Math.round(seconds * (1 - usual)),
    slowSeconds: Math.round(seconds * (1 + slower)),
  };
}
