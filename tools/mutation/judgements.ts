import type { Survivor } from "./report.ts";

/** Why a change that no test notices is none, or does no harm. */
interface Judgement {
  readonly file: RegExp;
  /** What stood there. */
  readonly was: RegExp;
  readonly why: string;
}

const JUDGEMENTS: readonly Judgement[] = [];

export const judgementOn = ({ file, was }: Survivor): string | undefined =>
  JUDGEMENTS.find((one) => one.file.test(file) && one.was.test(was))?.why;
