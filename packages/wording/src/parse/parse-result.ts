import { err, ok, type RaceResult, type Result } from "@strideiq/engine";
import { METRES_PER_MILE } from "../numbers/format-distance.ts";
import { formatDuration } from "../numbers/format-duration.ts";
import { parseDistance } from "./parse-distance.ts";
import { type ParseProblem, parseProblem } from "./parse-problem.ts";
import { parseTime } from "./parse-time.ts";
import { quoted } from "./quoted.ts";

/** Race distances by the names runners type, in metres (World Athletics, Competition and Technical Rules). */
const NAMED_METRES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    mile: METRES_PER_MILE,
    half: 21_097.5,
    half_marathon: 21_097.5,
    hm: 21_097.5,
    marathon: 42_195,
  }),
);

/** No race of any length has been run at two minutes a kilometre. */
const IMPOSSIBLE_SECONDS_PER_KM = 120;

/** Slower than a stroll: four kilometres an hour. */
const STROLLING_SECONDS_PER_KM = 900;

/** Reads a race result such as `half_marathon:1:38:20`, `10k:45:10` or `10mi:1:13:00`. */
export function parseResult(text: string): Result<RaceResult, ParseProblem> {
  const colon = text.indexOf(":");
  if (colon < 0)
    return err(
      parseProblem(
        text,
        `${quoted(text)} is not a race result. Write distance:time, such as half_marathon:1:38:20.`,
      ),
    );
  const metres = parseRace(text.slice(0, colon));
  if (!metres.ok) return metres;
  const clock = text.slice(colon + 1);
  const seconds = parseTime(clock);
  if (!seconds.ok) return seconds;
  if (isShortOfHours(clock, metres.value, seconds.value))
    return err(
      parseProblem(
        text,
        `${quoted(clock)} reads as ${formatDuration(seconds.value)}. Write the hours too: ${clock.trim()}:00 is hours, minutes and seconds.`,
      ),
    );
  return ok({ metres: metres.value, seconds: seconds.value });
}

/**
 * `1:38` for a half marathon means hours and minutes, but says minutes and seconds. `9:00` for 5 km does not: nobody
 * walks that slowly, and the engine says how fast it would be.
 */
function isShortOfHours(clock: string, metres: number, seconds: number): boolean {
  const secondsPerKm = (seconds / metres) * 1000;
  return (
    clock.split(":").length === 2 &&
    secondsPerKm < IMPOSSIBLE_SECONDS_PER_KM &&
    secondsPerKm * 60 < STROLLING_SECONDS_PER_KM
  );
}

function parseRace(text: string): Result<number, ParseProblem> {
  const name = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
  const named = NAMED_METRES.get(name);
  if (named !== undefined) return ok(named);
  const distance = /[a-z]$/.test(name) ? parseDistance(name, "km") : null;
  return distance?.ok === true
    ? distance
    : err(
        parseProblem(
          text,
          `${quoted(text)} is not a race distance. Write 5k, 10k, half_marathon, marathon, or a length such as 15km or 10mi.`,
        ),
      );
}
