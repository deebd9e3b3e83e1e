import type { WhatIfAnswer } from "@strideiq/contracts";
import type { LawId, Units } from "@strideiq/engine";
import { explainChangeRefusal } from "@strideiq/wording";
import type { Wanted } from "./wanted.ts";

type Refused = Extract<WhatIfAnswer, { status: "refused" }>;
type Facts = Pick<Refused, "law" | "measured" | "limit" | "quantity" | "why" | "weeks">;

/** Why a change cannot be: the server says lengths in the units of the plan, the page in those of its reader. */
export function refusedWords({ law, measured, limit, quantity, why, weeks }: Facts, units: Units): string {
  const told = {
    type: "ChangeRefusal",
    law: law as LawId,
    measured,
    limit,
    quantity,
    why,
    ...(weeks === undefined ? {} : { weeks }),
    nearest: null,
  } as const;
  return explainChangeRefusal(told, units).reason;
}

/**
 * Another change to offer. To leave the plan as it is, with what was told of it, is none that was asked for, unless
 * illness or pain was told: that must be heard, with a pause or without.
 */
export const nearestOther = (
  { nearest }: Pick<Refused, "nearest">,
  { wish, done }: Wanted,
): Refused["nearest"] =>
  nearest?.wish.kind === "adapt" && wish.kind !== "adapt" && (done?.health ?? null) === null ? null : nearest;
