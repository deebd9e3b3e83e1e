import type { ActivityRules, AnalysedFile, Home } from "@strideiq/activity";

/** What is to be read, and by which rules it is judged. */
export interface ReadingTask {
  readonly source: { readonly name: string; readonly content: { readonly path: string } };
  /** How many files of the source were read before. */
  readonly from: number;
  readonly home: Home;
  readonly rules: ActivityRules;
}

/** A source to read, or the wish for its next file. */
export type ToThread = { readonly task: ReadingTask } | { readonly next: true };

/** The next file; null after the last. */
export interface FromThread {
  readonly file: AnalysedFile | null;
}
