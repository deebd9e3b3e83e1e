import { numberIn, wordsIn } from "../reading.ts";

/** A decoded message: whatever a damaged file put into it. */
export type Message = object;

/** Seconds from 1970 to the start of FIT's own calendar, 31 December 1989. */
const FIT_EPOCH_SECONDS = 631_065_600;

export const valueOf = (message: Message | undefined, field: string): unknown =>
  message === undefined ? undefined : Reflect.get(message, field);

export const numberOf = (message: Message | undefined, field: string): number | null =>
  numberIn(valueOf(message, field));

export const wordIn = (message: Message | undefined, field: string): string | null =>
  wordsIn(valueOf(message, field));

/** A FIT time in milliseconds since 1970. */
export function millisecondsIn(message: Message | undefined, field: string): number | null {
  const seconds = numberOf(message, field);
  return seconds === null ? null : (seconds + FIT_EPOCH_SECONDS) * 1000;
}
