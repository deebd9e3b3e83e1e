import type { Phase, WeekKind } from "@strideiq/engine";

/** A week by hand: phase, kind, and seven cells in the order of the athlete's week; "" is rest. */
export type Row = readonly [phase: Phase, kind: WeekKind, cells: string];

/** Twelve weeks to a 10 km race on the last day of a week, five days, 40 km rising to 60. */
export const TEN_K: readonly Row[] = [
  ["base", "build", "- S7 E7 - E8 E6 L12"],
  ["base", "build", "- S8 E7 - E9 E6 L13"],
  ["base", "build", "- S8 E8 - E9 E7 L14"],
  ["base", "cutback", "- S7 E7 - E7 E5.5 L9.5"],
  ["build", "build", "- T9/5x0.8 E9 - E7.5 E6.5 L15"],
  ["build", "build", "- T9 E9 - I9 E8 G16"],
  ["build", "build", "- T10/3x1.6 E9 - I10/4x1 E9 L17"],
  ["build", "cutback", "- P8 E8.5 - S8 E7 L11.5"],
  ["peak", "build", "- I10/7x0.6 E9 - T10/2x2.5 E10 G17"],
  ["peak", "build", "- I11/4x1.2 E10 - T11/1x5.5 E10 L18"],
  ["taper", "taper", "- I9.5/4x0.8 E9 - S9.5 E7 L13"],
  ["taper", "race", "- P6 E6 - S6 E4 X10"],
];

/** The same runner, with the race on the Wednesday of the last week. */
export const TEN_K_MIDWEEK: readonly Row[] = [
  ...TEN_K.slice(0, 9),
  ["peak", "build", "- I11/4x1.2 E10 - T11/1x5 E10 L18"],
  ["taper", "taper", "- P6/6x0.2 E5 - S8 E6 E6"],
  ["taper", "race", "E4 - X10 - - - -"],
];

/** The same runner with weeks that begin with their long run, and so with the race. */
export const TEN_K_LONG_RUN_FIRST: readonly Row[] = [
  ["base", "build", "L12 - S7 E7 - E8 E6"],
  ["base", "build", "L13 - S8 E7 - E9 E6"],
  ["base", "build", "L14 - S8 E8 - E9 E7"],
  ["base", "cutback", "L9.5 - S7 E7 - E7 E5.5"],
  ["build", "build", "L15 - T9/5x0.8 E9 - E7.5 E6.5"],
  ["build", "build", "G16 - T9 E9 - I9 E8"],
  ["build", "build", "L17 - T10/3x1.6 E9 - I10/4x1 E9"],
  ["build", "cutback", "L11.5 - P8 E8.5 - S8 E7"],
  ["peak", "build", "G17 - I10/7x0.6 E9 - T10/2x2.5 E10"],
  ["peak", "build", "L18 - I11/4x1.2 E10 - T11/1x5.5 E10"],
  ["taper", "taper", "L13 - I9.5/4x0.8 E9 - S9.5 E7"],
  ["taper", "taper", "L10 - P6 E6 - S6 E4"],
  ["taper", "race", "X10 - - - - - -"],
];

/** Thirteen weeks to a marathon, five days, 56 km rising to 84. */
export const MARATHON: readonly Row[] = [
  ["base", "build", "- S9 E10 - E11 E8 L18"],
  ["base", "build", "- S10 E10 - E12 E8 L20"],
  ["base", "build", "- S11 E11 - E12 E8 L22"],
  ["base", "cutback", "- S9 E9 - E10 E7 L15"],
  ["build", "build", "- T11/4 E11 - E12 E8 L24"],
  ["build", "build", "- T12/4x1.2 E12 - E13 E8 G26"],
  ["build", "build", "- S12 E12 - E14 E10 L28/12"],
  ["build", "cutback", "- E11 T10 - E11 E8 L19"],
  ["peak", "build", "- S12 E12 - E15 E11 L28/14"],
  ["peak", "build", "- E12 E13 - E16 E13 L30/16"],
  ["taper", "taper", "- S12 E12 - M12 E6 L22"],
  ["taper", "taper", "- T10 E9 - S10 E6 L15"],
  ["taper", "race", "- S7 E8 - S6 E5 X42.195"],
];
