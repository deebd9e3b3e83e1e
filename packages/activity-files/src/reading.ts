import type { FileRefusal, Recording } from "@strideiq/activity";
import { err, type Result } from "@strideiq/engine";

/** A recording before it is known by which way it came; its id comes from the bytes. */
export type Unnamed = Omit<Recording, "id" | "source">;

/** What the bytes of one activity file hold: an activity at least, or the reason why not. */
export type Reading = Result<readonly Unnamed[], FileRefusal>;

export const refused = (refusal: FileRefusal): { readonly ok: false; readonly error: FileRefusal } =>
  err(refusal);

/** A finite number, or null: files hold NaN, infinities and text where numbers belong. */
export const numberIn = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;

/** Words of a file without what could steer a terminal or a page, cut to a sane length. */
export function wordsIn(value: unknown, lengthMax = 200): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const words = String(value)
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, " ")
    .trim()
    .slice(0, lengthMax);
  return words === "" ? null : copied(words);
}

/** A part of a text keeps the whole text alive in memory; thousands of names would keep thousands of files. */
const copied = (words: string): string => Buffer.from(words).toString();
