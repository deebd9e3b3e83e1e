import type { Ground, SessionKind, Zone } from "./vocabulary.ts";

/** How the work of a session is cut: none, one piece, equal pieces, unequal pieces, or pieces in several zones. */
export const WORK_FORMS = ["plain", "continuous", "broken", "mixed", "zones"] as const;
export type WorkForm = (typeof WORK_FORMS)[number];

/** One of the two ways to run a session, by what can set it apart from the other. */
export interface Way {
  readonly kind: SessionKind;
  readonly ground: Ground;
  readonly form: WorkForm;
  /** Zones of the work, in the order in which they come. */
  readonly zones: readonly Zone[];
  /** Pieces of work, and how long the longest and all of them are. */
  readonly pieces: number;
  readonly longestSeconds: number;
  readonly workSeconds: number;
  readonly metres: number;
}

/** In what the two options of a session differ, as law O2 asks: the ground, the form of the work, or the kind. */
export interface Contrast {
  readonly by: "ground" | "form" | "kind";
  readonly a: Way;
  readonly b: Way;
}
