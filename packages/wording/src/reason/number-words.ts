const COUNTS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
] as const;

const ORDINALS = [
  "",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
] as const;

/** `three`; in figures beyond twelve, as a book would. */
export const countWord = (count: number): string => COUNTS[count] ?? String(count);

/** `one week`, `three weeks`, `14 weeks`. */
export const countOf = (count: number, noun: string): string =>
  `${countWord(count)} ${noun}${count === 1 ? "" : "s"}`;

/** `third`, `13th`. */
export function ordinalWord(place: number): string {
  const word = ORDINALS[place];
  if (word !== undefined && word !== "") return word;
  const last = place % 100 >= 11 && place % 100 <= 13 ? 0 : place % 10;
  return `${String(place)}${["th", "st", "nd", "rd"][last] ?? "th"}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
