import { type Zone, ZONES } from "../vocabulary.ts";

/** Letters for the zones, as training books use them; what has no letter there is a word. */
export const ZONE_SYMBOLS: Readonly<Record<Zone, string>> = {
  walk: "walk",
  recovery: "Rec",
  easy: "E",
  steady: "S",
  marathon: "M",
  half_marathon: "HM",
  threshold: "T",
  ten_k: "10K",
  interval: "I",
  repetition: "R",
  sprint: "sprint",
  race: "race",
};

/** Easy running between fast pieces. */
export const JOG = "jog";

/** Zones that a runner recovers in between two pieces. */
export const REST_ZONES: readonly Zone[] = ["walk", "recovery", "easy"];

/** Reads a symbol or the zone's own name, in capitals or not; undefined when it is neither. */
export function zoneOf(word: string): Zone | undefined {
  const wanted = word.toLowerCase();
  if (wanted === JOG) return "easy";
  return ZONES.find((zone) => zone === wanted || ZONE_SYMBOLS[zone].toLowerCase() === wanted);
}
