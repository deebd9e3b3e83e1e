import { formatDistance } from "../numbers/format-distance.ts";
import { formatMinutes } from "../numbers/format-duration.ts";

/** What a schema says of a value that is too large or too small; other things it finds have no size. */
interface Size {
  readonly maximum?: unknown;
  readonly minimum?: unknown;
  readonly origin?: unknown;
}

/**
 * How large or small a value may be, as its reader thinks of it: the API takes metres and seconds, and who typed
 * kilometres and minutes is told in these. Null where nothing of a size is wrong, or it is none of distance or time.
 */
export function explainSize(field: string, { maximum, minimum, origin }: Size): string | null {
  const say = sayerFor(field);
  if (say === null || origin !== "number") return null;
  if (typeof maximum === "number") return `This is at most ${say(maximum)}.`;
  return typeof minimum === "number" ? `This is at least ${say(minimum)}.` : null;
}

function sayerFor(field: string): ((value: number) => string) | null {
  if (/metres$/iu.test(field)) return (metres) => formatDistance(metres, "km");
  return /seconds$/iu.test(field) ? formatMinutes : null;
}
