import type { ApiProblem } from "../api/client.ts";
import { type FieldErrors, WISH_FIELDS, type WishField } from "./to-wish.ts";

export interface PlacedErrors {
  readonly fields: FieldErrors;
  /** What belongs to no field of the form. */
  readonly general: readonly string[];
}

/** Puts the server's messages at the fields they name: `dayLimits.mon` and `/dayLimits/mon` at the day limits. */
export function placeErrors(problem: ApiProblem): PlacedErrors {
  const fields: Partial<Record<WishField, string>> = {};
  const general: string[] = [];
  for (const { field, message } of problem.errors) {
    const name = field.replace(/^\//, "").split(/[./[]/)[0];
    const known = WISH_FIELDS.find((candidate) => candidate === name);
    if (known === undefined) general.push(message);
    else fields[known] ??= message;
  }
  if (problem.errors.length === 0)
    general.push(problem.detail === "" ? problem.title : `${problem.title} ${problem.detail}`);
  return { fields, general };
}
