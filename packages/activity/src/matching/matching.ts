/** What the athlete decided by hand; it outlives every import and every new match. */
export interface Links {
  readonly linked: readonly Link[];
  /** Pairs that the athlete took apart: they are never proposed again. */
  readonly unlinked: readonly { readonly sessionId: string; readonly runId: string }[];
}

export interface Link {
  readonly sessionId: string;
  readonly runIds: readonly string[];
}

export const NO_LINKS: Links = { linked: [], unlinked: [] };

export interface Match extends Link {
  readonly by: "hand" | "marker" | "likeness";
  /** 0 is the same; the scale is that of the matching rules. */
  readonly cost: number;
}

/** A match that only the athlete can make. */
export interface Question {
  readonly sessionId: string;
  readonly why: "alike" | "unlike" | "other_day";
  /** The likeliest first. */
  readonly candidates: readonly (readonly string[])[];
}

export interface Matching {
  readonly matches: readonly Match[];
  readonly questions: readonly Question[];
  /** Activities without a session: load, and no part of adherence. */
  readonly extra: readonly string[];
}
