import type { Result } from "../../result/result.ts";
import type { PlanWeek } from "../plan.ts";
import { RACE_DISTANCES, VOLUME_TIERS } from "../vocabulary.ts";
import { sessionReading } from "./parse-days.ts";
import type { SecondsPerMetre } from "./parse-steps.ts";
import { readDate, readWeek } from "./parse-week.ts";
import type { PlanInNotation } from "./print-plan.ts";
import type { NotationProblem } from "./problem.ts";
import { createReader, readWord, type Reader } from "./reader.ts";

/**
 * Reads a plan as `printPlan` writes it. Lines that begin with # are remarks. Sessions are numbered anew,
 * in their order.
 */
export function parsePlan(text: string, paces: SecondsPerMetre): Result<PlanInNotation, NotationProblem> {
  const reader = createReader(withoutRemarks(text));
  reader.take(/\s+/);
  const header = readHeader(reader);
  return reader.finish(header === null ? null : readWeeks(reader, header, paces));
}

/** The line stays, so that mistakes are found where they stand. */
const withoutRemarks = (text: string): string => text.replaceAll(/^[ \t]*#.*$/gm, "");

interface Header extends Omit<PlanInNotation, "weeks"> {
  readonly weeksAsWritten: number;
  /** Where the header stands. */
  readonly at: number;
}

const EXAMPLE = "A plan begins like this: marathon mid, 18 weeks, 5 days a week, race 2027-04-18.";

function readHeader(reader: Reader): Header | null {
  const at = reader.at();
  const distance = readWord(reader, RACE_DISTANCES, "race distance");
  const tier = distance === null ? null : readWord(reader, VOLUME_TIERS, "volume tier");
  if (distance === null || tier === null) return null;
  const [size, weeks, days] = reader.take(/,\s*(\d{1,3}) weeks?,\s*(\d) days? a week,\s*race(?= )/) ?? [];
  if (size === undefined) return reader.fail(EXAMPLE);
  const raceDate = readDate(reader);
  if (raceDate === null) return reader.fail(EXAMPLE);
  if (raceDate === undefined) return null;
  return { at, distance, tier, daysPerWeek: Number(days), raceDate, weeksAsWritten: Number(weeks) };
}

/** The number of weeks in the header tells a plan that was cut off from one that is whole. */
function readWeeks(reader: Reader, header: Header, paces: SecondsPerMetre): PlanInNotation | null {
  const { at, weeksAsWritten, ...plan } = header;
  const reading = sessionReading(paces);
  const weeks: PlanWeek[] = [];
  for (;;) {
    reader.take(/\s+/);
    if (reader.isAtEnd()) break;
    const week = readWeek(reader, reading);
    if (week === null) return null;
    weeks.push(week);
  }
  return weeks.length === weeksAsWritten
    ? { ...plan, weeks }
    : reader.fail(`The first line speaks of ${weeksAsWritten} weeks, but ${weeks.length} follow.`, at);
}
