import { tieUnits, untieUnits } from "../numbers/tie-units.ts";

/** Spaces where a line may break: not inside brackets, so that `(2 min jog)` stays in one piece. */
const BREAKS = / (?![^()]*\))/;

/** Breaks a text into lines of at most `width` characters at its spaces, never between a number and its unit; later lines are indented. */
export function wrap(text: string, width: number, indent = ""): readonly string[] {
  const tied = tieUnits(text);
  const start = /^ */.exec(tied)?.[0] ?? "";
  const lines: string[] = [];
  let line = start;
  for (const word of wordsOf(tied.slice(start.length), width - indent.length)) {
    const longer = line.trim() === "" ? line + word : `${line} ${word}`;
    if (longer.length > width && line.trim() !== "") {
      lines.push(line.trimEnd());
      line = indent + word;
    } else line = longer;
  }
  return [...lines, line].map(untieUnits);
}

const wordsOf = (text: string, width: number): readonly string[] =>
  text.split(BREAKS).flatMap((word) => (word.length > width ? word.split(" ") : [word]));
