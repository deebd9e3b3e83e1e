import type { Result } from "../../result/result.ts";
import type { SingleStep, Step } from "../plan.ts";
import type { Zone } from "../vocabulary.ts";
import { type Amount, readAmount } from "./amounts.ts";
import type { NotationProblem } from "./problem.ts";
import { createReader, type Reader } from "./reader.ts";
import { ZONE_SYMBOLS, zoneOf } from "./symbols.ts";

/** Seconds per metre in a zone: what turns a distance into a time and back. */
export type SecondsPerMetre = (zone: Zone) => number;

/**
 * Reads one line of steps: `2km E, 4 x 8min T (2min jog), 2km E`. Zone, effort and the prescribed
 * quantity are as written, the other quantity follows from `paces`, rounded to whole metres or seconds.
 */
export function parseSteps(text: string, paces: SecondsPerMetre): Result<readonly Step[], NotationProblem> {
  const reader = createReader(text);
  const steps = reader.isAtEnd() ? [] : readSteps(reader, paces);
  if (steps !== null && !reader.isAtEnd()) reader.fail(complaintAfterStep(reader));
  return reader.finish(steps);
}

/** Levels of repeats inside repeats; three are more than any workout on paper has. */
const DEPTH_MAX = 8;
const REPEAT_MAX = 100;

/** Takes steps that commas divide. */
export function readSteps(reader: Reader, paces: SecondsPerMetre, depth = 0): readonly Step[] | null {
  const steps: Step[] = [];
  do {
    const step = readStep(reader, paces, depth);
    if (step === null) return null;
    steps.push(step);
  } while (reader.take(/,/) !== null);
  return steps;
}

function readStep(reader: Reader, paces: SecondsPerMetre, depth: number): Step | null {
  const start = reader.at();
  const [, times] = reader.take(/(\d+)\s*[x×](?!\p{L})/u) ?? [];
  if (times === undefined) return readSingle(reader, paces);
  const repeat = Number(times);
  if (repeat < 1 || repeat > REPEAT_MAX)
    return reader.fail(`A repeat is run 1 to ${REPEAT_MAX} times, not ${times}.`, start);
  if (depth === DEPTH_MAX) return reader.fail(`Repeats stand ${DEPTH_MAX} deep at most.`, start);
  const work = readWork(reader, paces, depth + 1);
  if (work === null) return null;
  const rest = readRest(reader, paces);
  return rest === null ? null : { repeat, steps: [...work, ...rest] };
}

/** How a group of steps opens, and closes: printed in brackets, and read in parentheses too, as many coaches write it. */
const GROUPS = [
  { opens: /\[/, closes: /\]/ },
  { opens: /\(/, closes: /\)/ },
] as const;

/** One step, or several in brackets. */
function readWork(reader: Reader, paces: SecondsPerMetre, depth: number): readonly Step[] | null {
  const open = reader.at();
  const group = GROUPS.find(({ opens }) => reader.take(opens) !== null);
  if (group === undefined) {
    const only = readSingle(reader, paces);
    return only === null ? null : [only];
  }
  if (reader.take(group.closes) !== null) return [];
  const steps = readSteps(reader, paces, depth);
  if (steps === null || reader.take(group.closes) !== null) return steps;
  return reader.isAtEnd()
    ? reader.fail("This bracket is never closed.", open)
    : reader.fail(complaintAfterStep(reader));
}

/** The recovery in parentheses; none is no mistake. */
function readRest(reader: Reader, paces: SecondsPerMetre): readonly SingleStep[] | null {
  const open = reader.at();
  if (reader.take(/\(/) === null) return [];
  const rest = readSingle(reader, paces);
  if (rest === null || reader.take(/\)/) !== null) return rest === null ? null : [rest];
  return reader.isAtEnd()
    ? reader.fail("This parenthesis is never closed.", open)
    : reader.fail(
        "The parentheses hold one step; write several in brackets: 3 x [1km T, 60s walk, 60s jog].",
      );
}

function readSingle(reader: Reader, paces: SecondsPerMetre): SingleStep | null {
  const amount = readAmount(reader);
  const zone = amount === null ? null : readZone(reader);
  const effort = zone === null ? null : readQuoted(reader);
  if (amount === null || zone === null || effort === null) return null;
  const step = { zone, ...bothQuantities(amount, paces(zone)) };
  return effort === undefined ? step : { ...step, effort };
}

function bothQuantities(amount: Amount, pace: number): Pick<SingleStep, "by" | "metres" | "seconds"> {
  return amount.by === "distance"
    ? { ...amount, seconds: Math.round(amount.metres * pace) }
    : { ...amount, metres: Math.round(amount.seconds / pace) };
}

const SYMBOLS = Object.values(ZONE_SYMBOLS).join(", ");

function readZone(reader: Reader): Zone | null {
  const start = reader.at();
  const [word] = reader.take(/[\p{L}\d_]+/u) ?? [];
  if (word === undefined) return reader.fail(`A zone belongs here: ${SYMBOLS}.`);
  return zoneOf(word) ?? reader.fail(`${word} is no zone. Write one of ${SYMBOLS}.`, start);
}

/** Words in quotes, written as JSON writes them; undefined where there are none. */
export function readQuoted(reader: Reader): string | null | undefined {
  if (!reader.sees(/"/)) return undefined;
  const start = reader.at();
  const [quoted] = reader.take(/"(?:[^"\\\n]|\\[^\n])*"/) ?? [];
  if (quoted === undefined) return reader.fail("These quotes are never closed.", start);
  try {
    const words: unknown = JSON.parse(quoted);
    return String(words);
  } catch {
    return reader.fail('Inside quotes a backslash stands before " or another backslash only.', start);
  }
}

/** Why a text cannot go on as it does once a step is complete. */
export function complaintAfterStep(
  reader: Reader,
  expected = "A comma, or the end of the line, belongs here.",
): string {
  if (reader.sees(/\(/))
    return "A recovery in parentheses belongs to a repeat: write 4 x 8min T (2min jog), or put a comma before it.";
  return reader.sees(/[)\]]/) ? "This closes what was never opened." : expected;
}
