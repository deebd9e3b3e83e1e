const LENGTH_MAX = 60;

/** What somebody typed, as it may stand in a sentence: in quotes, and cut where it goes on for ever. */
export const quoted = (text: string): string =>
  text.length > LENGTH_MAX ? `"${text.slice(0, LENGTH_MAX)}…"` : `"${text}"`;
