/** Where a text stops being notation, and what should stand there. */
export interface NotationProblem {
  readonly type: "NotationProblem";
  /** 1-based. */
  readonly line: number;
  /** 1-based, within the line. */
  readonly character: number;
  /** A sentence with the place, what stands there and what is wrong with it. */
  readonly message: string;
}

const EXCERPT_MAX = 24;

/** @param offset where the mistake begins, in characters from the start of the text */
export function notationProblem(text: string, offset: number, complaint: string): NotationProblem {
  const before = text.slice(0, offset).split("\n");
  const line = before.length;
  const character = (before.at(-1)?.length ?? 0) + 1;
  const place = text.includes("\n") ? `Line ${line}, character ${character}` : `Character ${character}`;
  const rest = text.slice(offset).split("\n")[0]?.trimEnd() ?? "";
  const excerpt = rest.length > EXCERPT_MAX ? `${rest.slice(0, EXCERPT_MAX)}...` : rest;
  const at = rest === "" ? "at the end" : `at "${excerpt}"`;
  return { type: "NotationProblem", line, character, message: `${place}, ${at}: ${complaint}` };
}
