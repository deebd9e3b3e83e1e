import type { Phase, PlanWeek } from "@strideiq/engine";
import type { Style } from "./painter.ts";

export const PHASE_STYLES: Readonly<Record<Phase, Style>> = {
  base: "cyan",
  build: "yellow",
  peak: "magenta",
  taper: "green",
};

/** What is worth saying about a week beside its phase. */
export const WEEK_REMARKS: Readonly<Record<PlanWeek["kind"], string>> = {
  build: "",
  cutback: "cutback",
  taper: "",
  race: "race week",
  tune_up: "tune-up",
  return: "return",
};

const CODE_STYLES: Readonly<Record<string, readonly Style[]>> = {
  L: ["bold", "blue"],
  RACE: ["bold", "red"],
  "TUNE-UP": ["bold", "red"],
};

/** Easy running stays quiet; what a runner looks for in a week stands out. */
export const sessionStyles = (code: string, quality: boolean): readonly Style[] =>
  CODE_STYLES[code] ?? (quality ? ["bold", "yellow"] : []);
