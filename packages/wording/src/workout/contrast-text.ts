import type { Contrast, Ground, Units, Way, Zone } from "@strideiq/engine";
import { listWords } from "../explain/explain-law.ts";
import { SESSION_KIND_NAMES, ZONE_NAMES } from "../names/names.ts";
import { formatDuration, formatMinutes } from "../numbers/format-duration.ts";
import { planDistance } from "../plan-text/figures.ts";

const GROUND_WORDS: Readonly<Record<Ground, string>> = {
  any: "on any ground",
  hills: "over hills",
  trail: "on trails",
  track: "on a track",
};

/** For whom two ways to run a session are told apart. */
export interface ContrastOptions {
  readonly units: Units;
  /** Set for plans without a race result: their distances are estimates. */
  readonly estimated: boolean;
}

/** How the two options of a session differ, in one sentence: `A: 4 pieces of 8 min, 32 min in all; B: ...`. */
export function contrastText({ a, b, by }: Contrast, options: ContrastOptions): string {
  const words = (way: Way): string => {
    const kind = by === "kind" ? `${SESSION_KIND_NAMES[way.kind].toLowerCase()}, ` : "";
    const ground = a.ground === b.ground ? "" : ` ${GROUND_WORDS[way.ground]}`;
    return `${kind}${workWords(way, options)}${ground}`;
  };
  return `A is ${words(a)}; B is ${words(b)}.`;
}

/** Seconds are told of what is short. */
const MINUTES_FROM = 180;

const long = (seconds: number): string =>
  seconds < MINUTES_FROM ? formatDuration(seconds) : formatMinutes(seconds);

function workWords(way: Way, { estimated, units }: ContrastOptions): string {
  const { form, longestSeconds, metres, pieces, workSeconds, zones } = way;
  const many = `${String(pieces)} pieces`;
  const all = `${long(workSeconds)} in all`;
  switch (form) {
    case "plain":
      return `${planDistance(metres, estimated, units)} without faster running`;
    case "continuous":
      return `${long(workSeconds)} ${zoneWords(zones)} in one piece`;
    case "broken":
      return brokenWords(way);
    case "mixed":
      return `${many} of up to ${long(longestSeconds)} ${zoneWords(zones)}, ${all}`;
    case "zones":
      return `${many} ${zoneWords(zones)}, the longest ${long(longestSeconds)}, ${all}`;
  }
}

/** Pieces are told so finely that they add up to what is told of all of them. */
function brokenWords({ longestSeconds, pieces, workSeconds, zones }: Way): string {
  const isExact = pieces * longestSeconds === workSeconds;
  const say = isExact && longestSeconds % 60 !== 0 ? formatDuration : long;
  const most = isExact || longestSeconds % 60 === 0 ? "" : "up to ";
  return `${String(pieces)} pieces of ${most}${say(longestSeconds)} ${zoneWords(zones)}, ${say(workSeconds)} in all`;
}

const zoneWords = (zones: readonly Zone[]): string => `at ${listWords(zones.map(effortWord))}`;

/** `threshold effort`, `marathon pace`, `10K pace`. */
function effortWord(zone: Zone): string {
  const name = ZONE_NAMES[zone].replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
  return name.endsWith("pace") ? name : `${name} effort`;
}
