import { parseDistance } from "@strideiq/wording";
import type { RaceDistance, Units } from "@strideiq/engine";
import type { WishDraft } from "./draft.ts";

/** Official race lengths in metres (World Athletics, Technical Rules). */
export const RACE_METRES: Readonly<Record<RaceDistance, number>> = {
  "5k": 5000,
  "10k": 10_000,
  half_marathon: 21_097.5,
  marathon: 42_195,
};

/** The length of the result that is being typed; null while there is none that can be read. */
export function resultMetres(draft: WishDraft, units: Units): number | null {
  if (draft.resultKind === "none") return null;
  if (draft.resultKind !== "other") return RACE_METRES[draft.resultKind];
  const metres = parseDistance(draft.resultDistance, units);
  return metres.ok && metres.value > 0 ? metres.value : null;
}
