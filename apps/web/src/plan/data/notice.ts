import { createWatched } from "../../preferences/stored.ts";

/** What just happened, said once, and the way back where there is one. */
export interface Notice {
  /** Distinguishes two notices of the same words. */
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

export const currentNotice = createWatched<Notice | null>(null);

let said = 0;

/** Replaces what was said before. */
export function sayNotice(text: string, undo?: () => void): void {
  said += 1;
  currentNotice.write({ id: said, text, ...(undo === undefined ? {} : { undo }) });
}

export const dismissNotice = (): void => {
  currentNotice.write(null);
};
