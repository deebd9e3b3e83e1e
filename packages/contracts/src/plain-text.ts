import { z } from "zod";

/** Marks that turn the direction of text around: what follows them reads as something else than it is. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const LINE_BREAKS_AND_CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]/u;

export const turnsDirection = (text: string): boolean => DIRECTION_MARKS.test(text);

/** A short text that is shown to others: one line that reads as it is written. */
export const OneLine = (lengthMax: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .refine(
      (text) => !LINE_BREAKS_AND_CONTROLS.test(text) && !turnsDirection(text),
      "one line of text, without control characters and marks of direction",
    );

/** What mail programs make a link of, in whatever letters it is written. */
const WEB_ADDRESS = /:\/\/|\bwww\.|[\p{L}\p{N}]\.\p{L}{2,}/iu;

/** A name as it may stand in a letter to somebody who knows nobody here. */
export const PersonName = OneLine(200).refine(
  (name) => !WEB_ADDRESS.test(name.normalize("NFKC")),
  "a name without the address of a web page; put a space after a full stop",
);
