import type { CalendarDate, Units } from "@strideiq/engine";
import type { WishDraft } from "./draft.ts";
import type { FieldErrors } from "./to-wish.ts";

/** What every part of the form receives. */
export interface SectionProps {
  readonly draft: WishDraft;
  readonly change: (changes: Partial<WishDraft>) => void;
  readonly errors: FieldErrors;
  readonly units: Units;
  readonly today: CalendarDate;
}
