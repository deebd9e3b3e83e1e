import { err, ok, type Result } from "@strideiq/engine";
import { type ParseProblem, parseProblem } from "./parse-problem.ts";
import { quoted } from "./quoted.ts";

/** Reads a time on the clock into seconds: `19:48`, `1:38:20`. Minutes and seconds stay below 60. */
export function parseTime(text: string): Result<number, ParseProblem> {
  const match = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/.exec(text.trim());
  if (match === null)
    return err(
      parseProblem(
        text,
        `${quoted(text)} is not a time. Write minutes:seconds or hours:minutes:seconds, such as 1:38:20.`,
      ),
    );
  const hours = Number(match[1] ?? 0);
  const minutes = Number(match[2]);
  const seconds = Number(match[3]);
  if (seconds > 59) return err(outOfClock(text, "seconds", seconds));
  if (match[1] !== undefined && minutes > 59) return err(outOfClock(text, "minutes", minutes));
  return ok(hours * 3600 + minutes * 60 + seconds);
}

const outOfClock = (text: string, part: string, value: number): ParseProblem =>
  parseProblem(text, `${quoted(text)} has ${String(value)} ${part}; on a clock they go from 0 to 59.`);

/** Reads the room a day has into seconds: `45`, `45min`, `1h`, `1h15`, `1:15:00`. */
export function parseDuration(text: string): Result<number, ParseProblem> {
  const trimmed = text.trim().toLowerCase();
  if (trimmed.includes(":")) return parseTime(trimmed);
  const match = /^(?:(\d{1,2})\s*h\s*)?(?:(\d{1,3})\s*(?:m|min)?)?$/.exec(trimmed);
  if (match === null || trimmed === "")
    return err(
      parseProblem(text, `${quoted(text)} is not a duration. Write minutes or hours, such as 45min or 1h15.`),
    );
  return ok(Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60);
}
