import type { CalendarDate, Units } from "@strideiq/engine";
import type { WishDraft } from "./draft.ts";
import type { AnsweredDraft, ToldByRuns } from "./from-runs.ts";
import type { FieldErrors } from "./to-wish.ts";

/** What every part of the form receives. */
export interface SectionProps {
  readonly draft: AnsweredDraft;
  readonly change: (changes: Partial<WishDraft>) => void;
  readonly errors: FieldErrors;
  readonly units: Units;
  /** What the runner's own runs say; null where there are none. */
  readonly runs: ToldByRuns | null;
  readonly today: CalendarDate;
}
