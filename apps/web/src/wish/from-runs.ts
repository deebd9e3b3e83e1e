import type { Answers } from "@strideiq/client";
import type { TrainingHistory, Units } from "@strideiq/engine";
import { distanceNumber } from "@strideiq/wording";
import type { Volume, WishDraft } from "./draft.ts";

/** What the runner's own runs say of the time before the plan. */
export interface ToldByRuns extends Pick<
  Answers["GET /v1/me/training-history"],
  "weeks" | "tier" | "sources" | "cappedWeeks"
> {
  readonly weeklyMetres: number;
  readonly longestMetres: number;
}

/** The form once the question what is run now has an answer of some kind. */
export type AnsweredDraft = WishDraft & { readonly volume: Volume };

/** Until the runner says otherwise the runs answer, and without runs one is asked in words. */
export function answeredWith(draft: WishDraft, runs: ToldByRuns | null, units: Units): AnsweredDraft {
  const { volume } = draft;
  if (runs === null) return { ...draft, volume: volume === "" ? "unknown" : withoutRuns(volume) };
  return volume === "" ? { ...draft, ...proposalOf(runs, units) } : { ...draft, volume };
}

/** Numbers that came from runs stay when the runs are gone. */
const withoutRuns = (volume: Volume): Volume => (volume === "runs" ? "known" : volume);

/** What the runs propose, as it would be typed. */
export const proposalOf = ({ longestMetres, weeklyMetres }: ToldByRuns, units: Units) =>
  ({
    volume: "runs",
    weekly: distanceNumber(weeklyMetres, units),
    longest: distanceNumber(longestMetres, units),
    tier: "",
  }) satisfies Partial<WishDraft>;

/** The weeks that the numbers stand for, as long as nobody has changed the numbers. */
export function historyBehind(
  draft: AnsweredDraft,
  runs: ToldByRuns | null,
  units: Units,
): TrainingHistory | null {
  if (runs === null || draft.volume !== "runs") return null;
  const { longest, weekly } = proposalOf(runs, units);
  return draft.weekly === weekly && draft.longest === longest ? { weeks: runs.weeks } : null;
}
