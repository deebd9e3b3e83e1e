import { totalsOf } from "../../workout/totals.ts";
import type { SessionOption, Step } from "../plan.ts";
import { SESSION_KINDS } from "../vocabulary.ts";
import { readAmount } from "./amounts.ts";
import { readQuoted, readSteps, type SecondsPerMetre } from "./parse-steps.ts";
import { readWord, type Reader } from "./reader.ts";

export interface ReadSession extends SessionOption {
  readonly quality: boolean;
  readonly estimated: boolean;
}

/** Takes `~8.4km interval* Short repeats: 9min E, 9 x 1:45min I (75s jog), 8min E`. */
export function readSession(reader: Reader, paces: SecondsPerMetre): ReadSession | null {
  const estimated = reader.take(/~/) !== null;
  if (!skipNote(reader)) return null;
  const kind = readWord(reader, SESSION_KINDS, "kind of session");
  if (kind === null) return null;
  const quality = reader.take(/\*/) !== null;
  const title = readTitle(reader);
  const body = title === null ? null : readBody(reader, paces);
  return title === null || body === null ? null : { kind, title, ...body, quality, estimated };
}

/** The distance before the kind is for the reader's eye: the steps say it exactly. */
function skipNote(reader: Reader): boolean {
  if (!reader.sees(/\d/) || reader.take(/\d{1,5}(?:\.\d+)?(?:km|mi)(?!\p{L})/u) !== null) return true;
  reader.fail("Before the kind stands nothing but a distance such as 8.4km; the steps come after it.");
  return false;
}

/** A title ends with a colon; steps that follow at once mean that there is none. */
function readTitle(reader: Reader): string | null {
  if (reader.sees(/\d/)) return "";
  const start = reader.at();
  const title = readQuoted(reader);
  if (title === null) return null;
  const name = title ?? reader.take(/[^:|"\n]+/u)?.[0].trim();
  if (name === undefined) return reader.fail("A title with a colon, or the steps, belong here.");
  if (reader.take(/:/) !== null) return name;
  return reader.fail("This is a title without its colon, or steps that do not begin with a number.", start);
}

type Body = Pick<SessionOption, "metres" | "seconds" | "steps">;

/** A time alone is a session without steps: strength, or cross-training. */
const TIME_ALONE = /[\d.:]+\s?(?:s|min)[ \t\r]*(?:$|[|\n])/u;

function readBody(reader: Reader, paces: SecondsPerMetre): Body | null {
  if (reader.sees(TIME_ALONE)) {
    const amount = readAmount(reader);
    return amount?.by === "time" ? { steps: [], metres: 0, seconds: amount.seconds } : null;
  }
  const steps: readonly Step[] | null = readSteps(reader, paces);
  return steps === null ? null : { steps, ...totalsOf(steps) };
}
