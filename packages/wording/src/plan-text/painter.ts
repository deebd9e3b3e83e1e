const CODES = {
  bold: "1",
  dim: "2",
  red: "31",
  green: "32",
  yellow: "33",
  blue: "34",
  magenta: "35",
  cyan: "36",
} as const;

export type Style = keyof typeof CODES;

/** Colours text for a terminal, or leaves it alone. Pad first, then paint: the codes have no width. */
export type Painter = (text: string, ...styles: readonly Style[]) => string;

export const createPainter =
  (colour: boolean): Painter =>
  (text, ...styles) =>
    colour && styles.length > 0 && text.trim() !== ""
      ? `\u001B[${styles.map((style) => CODES[style]).join(";")}m${text}\u001B[0m`
      : text;
