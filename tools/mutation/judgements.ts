import type { Survivor } from "./report.ts";

/** Why a change that no test notices is none, or does no harm. */
interface Judgement {
  readonly file: RegExp;
  /** What stood there. */
  readonly was: RegExp;
  readonly why: string;
}

const JUDGEMENTS: readonly Judgement[] = [
  {
    file: /checks\/judgement[.]ts$/,
    was: /^rank > 0$/,
    why: "Equivalent: findings of the same rank have been told apart by then.",
  },
  {
    file: /checks\/judgement[.]ts$/,
    was: /^(measured <= limit \+ ROUNDING|ROUNDING \*|Math[.]max\(1, Math[.]abs\(limit\)\))/,
    why: "Unimportant: a billionth more or less of room for binary fractions.",
  },
  {
    file: /checks\/peak-against-first-week[.]ts$/,
    was: /^b[.]metresMost > a[.]metresMost$/,
    why: "Unimportant: of two weeks of the same size either is the peak; the figures are the same.",
  },
];

export const judgementOn = ({ file, was }: Survivor): string | undefined =>
  JUDGEMENTS.find((one) => one.file.test(file) && one.was.test(was))?.why;
