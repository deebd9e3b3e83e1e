import { err, ok, type Result } from "../../result/result.ts";
import { type NotationProblem, notationProblem } from "./problem.ts";

/**
 * Walks over a text once, from left to right. Parsers return null after `fail`; the first complaint is
 * the one that is told.
 */
export interface Reader {
  /** Offset of the next character that is no blank. */
  readonly at: () => number;
  readonly sees: (pattern: RegExp) => boolean;
  /** Takes what the pattern matches here; null, and not a step further, where it does not. */
  readonly take: (pattern: RegExp) => RegExpExecArray | null;
  readonly isAtEnd: () => boolean;
  readonly fail: (complaint: string, offset?: number) => null;
  readonly finish: <T>(value: T | null) => Result<T, NotationProblem>;
}

const BLANKS = /[ \t\r]*/y;

export function createReader(text: string): Reader {
  let offset = 0;
  let problem: NotationProblem | null = null;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    const sticky = new RegExp(pattern.source, "uy");
    sticky.lastIndex = at();
    return sticky.exec(text);
  };
  const at = (): number => {
    BLANKS.lastIndex = offset;
    return offset + (BLANKS.exec(text)?.[0].length ?? 0);
  };
  const fail = (complaint: string, where = at()): null => {
    problem ??= notationProblem(text, where, complaint);
    return null;
  };
  return {
    at,
    sees: (pattern) => match(pattern) !== null,
    take: (pattern) => {
      const found = match(pattern);
      if (found !== null) offset = found.index + found[0].length;
      return found;
    },
    isAtEnd: () => at() === text.length,
    fail,
    finish: (value) => {
      if (value === null) fail("This cannot be read.");
      else if (at() < text.length) fail("Nothing more is expected here.");
      return problem === null && value !== null ? ok(value) : err(problem ?? notationProblem(text, 0, ""));
    },
  };
}

/** Takes one of the words, or complains with all of them. */
export function readWord<T extends string>(reader: Reader, words: readonly T[], what: string): T | null {
  const start = reader.at();
  const [text] = reader.take(/[\p{L}\d_]+/u) ?? [];
  const choice = `Write one of ${words.join(", ")}.`;
  if (text === undefined) return reader.fail(`A ${what} belongs here. ${choice}`);
  return words.find((word) => word === text) ?? reader.fail(`${text} is no ${what}. ${choice}`, start);
}
