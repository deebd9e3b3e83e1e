import { worldRecordSecondsOf } from "@strideiq/engine";
import type { Recording } from "../recording/recording.ts";
import type { ActivityRules, RecordRules } from "../rules/activity-rules.ts";
import type { Sport, Surface } from "./activity.ts";
import { sportOfTitle, sportOfType } from "./sport-words.ts";

export interface ToldSport {
  readonly sport: Sport;
  readonly surface: Surface;
  readonly caution: "sport_guessed" | "sport_unknown" | null;
}

/** Over the moving time; null where one of them is not known. */
export interface Amounts {
  readonly metres: number | null;
  readonly movingSeconds: number;
}

/**
 * Which sport it was: by the source's word, by its title, or else by its speed. A walk is not a run, whatever
 * the watch was set to hold it for: only the word decides, as slow runners are runners. A word that is not known
 * here says that it was something; then only the athlete can tell what.
 */
export function sportOf(
  { format, name, sportWord, subSportWord }: Recording,
  amounts: Amounts,
  rules: ActivityRules,
): ToldSport {
  const surface = surfaceIn(`${sportWord ?? ""} ${subSportWord ?? ""}`);
  const as = (sport: Sport, caution: ToldSport["caution"]): ToldSport => ({
    sport,
    surface: sport === "run" ? surface : "unknown",
    caution,
  });
  const told = sportIn(sportWord) ?? sportIn(subSportWord);
  if (told !== null) return as(told, null);
  if (!isVague(sportWord)) return as("other", "sport_unknown");
  const named = format === "fit" || name === null ? null : sportOfTitle(name);
  return as(named ?? sportBySpeed(amounts, rules), "sport_guessed");
}

/** Whether nobody has ever run so far in so short a time. */
export const isTooFastToRun = ({ metres, movingSeconds }: Amounts, records: RecordRules): boolean =>
  metres !== null && metres > 0 && movingSeconds < worldRecordSecondsOf(metres, records);

/** Old GPX files of Strava carry numbers; FIT numbers what its library does not know. */
const NUMBERS: Readonly<Record<string, Sport>> = {
  "1": "ride",
  "4": "hike",
  "9": "run",
  "10": "walk",
  "16": "swim",
};

const VAGUE = /^(generic|all|other|unknown|default|transition|multisport)$/i;

const isVague = (words: string | null): boolean =>
  words === null || words.trim() === "" || VAGUE.test(words.trim());

const sportIn = (words: string | null): Sport | null =>
  words === null || isVague(words) ? null : (NUMBERS[words] ?? sportOfType(words));

function surfaceIn(words: string): Surface {
  if (/treadmill|virtual|indoor|laufband|tapis/i.test(words)) return "treadmill";
  if (/trail|gelände/i.test(words)) return "trail";
  if (/track|bahn/i.test(words)) return "track";
  return /street|road/i.test(words) ? "road" : "unknown";
}

function sportBySpeed({ metres, movingSeconds }: Amounts, { records, sport }: ActivityRules): Sport {
  if (metres === null || metres <= 0 || movingSeconds <= 0) return "other";
  const fast = movingSeconds * sport.rideFromRecordShare;
  if (fast < worldRecordSecondsOf(metres, records)) return "ride";
  return metres / movingSeconds >= sport.runFrom ? "run" : "walk";
}
