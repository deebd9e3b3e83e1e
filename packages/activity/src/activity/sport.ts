import type { Recording } from "../recording/recording.ts";
import type { SportRules } from "../rules/activity-rules.ts";
import type { Sport, Surface } from "./activity.ts";

export interface ToldSport {
  readonly sport: Sport;
  readonly surface: Surface;
  readonly isGuessed: boolean;
}

/**
 * Which sport it was: by the source's word, by its name, or else by its speed. A walk is not a run, whatever
 * the watch was set to hold it for: only the word decides, as slow runners are runners.
 */
export function sportOf(
  { format, name, sportWord, subSportWord }: Recording,
  metresPerSecond: number | null,
  rules: SportRules,
): ToldSport {
  const surface = surfaceIn(`${sportWord ?? ""} ${subSportWord ?? ""}`);
  const told = sportIn(sportWord) ?? sportIn(subSportWord);
  if (told !== null) return { sport: told, surface: told === "run" ? surface : "unknown", isGuessed: false };
  const named = format === "fit" ? null : sportIn(name);
  const sport = named ?? sportBySpeed(metresPerSecond, rules);
  return { sport, surface: sport === "run" ? surface : "unknown", isGuessed: true };
}

/** Parts of words, in the languages in which archives come, that say which sport it is; the first that fits counts. */
const WORDS: readonly (readonly [Sport, RegExp])[] = [
  ["walk", /walk|spazier|gehen|marche|camina|passeggiata|wandeling|wandelen|ga tur|散歩|ウォーキング|步行/i],
  ["hike", /hik|wander|randonn|senderis|escursion|mountaineer|excursión|ハイキング/i],
  [
    "run",
    /run|lauf|jog|course|corr|corsa|hardloop|hardlopen|løb|løp|löp|juoksu|bieg|běh|бег|koşu|ラン|跑|treadmill|laufband/i,
  ],
  ["ride", /rid|cycl|bik|rad|vélo|velo|cicl|bici|fiets|sykkel|cykel|pyörä|rower|ライド|骑行/i],
  ["swim", /swim|schwimm|nata|nage|nuoto|zwem|svøm|sim|水泳|游泳/i],
  ["strength", /strength|weight|kraft|muscul|fuerza|forza|gym|crossfit|pilates|yoga|floorclimbing/i],
  [
    "cross_training",
    /ellip|row|ski|skat|stair|training|workout|fitness|hiit|paddl|kayak|surf|climb|soccer|tennis/i,
  ],
];

/** Old GPX files of Strava carry numbers; FIT numbers what its library does not know. */
const NUMBERS: Readonly<Record<string, Sport>> = {
  "1": "ride",
  "4": "hike",
  "9": "run",
  "10": "walk",
  "16": "swim",
};

const VAGUE = /^(generic|all|other|unknown|default|transition|multisport)$/i;

function sportIn(words: string | null): Sport | null {
  if (words === null || VAGUE.test(words)) return null;
  return NUMBERS[words] ?? WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

function surfaceIn(words: string): Surface {
  if (/treadmill|virtual|indoor|laufband|tapis/i.test(words)) return "treadmill";
  if (/trail|gelände/i.test(words)) return "trail";
  if (/track|bahn/i.test(words)) return "track";
  return /street|road/i.test(words) ? "road" : "unknown";
}

function sportBySpeed(metresPerSecond: number | null, rules: SportRules): Sport {
  if (metresPerSecond === null) return "other";
  if (metresPerSecond >= rules.rideFrom) return "ride";
  return metresPerSecond >= rules.runFrom ? "run" : "walk";
}
