import type { LawLimits, Rulebook } from "@strideiq/engine";
import { contradictionAt, type Contradictions } from "../contradiction.ts";

type ReturnRow = LawLimits["C2"]["rows"][number];

/** The least that a break of so many days asks for on the way back. */
interface LeastReturn {
  readonly daysMin: number;
  readonly easyRuns: number;
  readonly easyDays: number;
  readonly qualityFewer: number;
  /** First week as a share of the last completed one, at most; null: no more than planned. */
  readonly weekShareMax: number | null;
  readonly retest: boolean;
  readonly newBase: boolean;
}

/** Feely 2023 (breaks of 300,000 runners); Mujika and Padilla 2000; Coyle 1984; Daniels (return after breaks). */
const LEAST: readonly LeastReturn[] = [
  {
    daysMin: 3,
    easyRuns: 2,
    easyDays: 2,
    qualityFewer: 1,
    weekShareMax: null,
    retest: false,
    newBase: false,
  },
  { daysMin: 7, easyRuns: 2, easyDays: 2, qualityFewer: 0, weekShareMax: 0.8, retest: false, newBase: false },
  { daysMin: 14, easyRuns: 2, easyDays: 7, qualityFewer: 0, weekShareMax: 0.6, retest: true, newBase: false },
  { daysMin: 28, easyRuns: 2, easyDays: 7, qualityFewer: 0, weekShareMax: 0.6, retest: true, newBase: true },
];

/** Law C2: after each break comes at least as careful a return as the studies ask for. */
export function returnRowContradictions({ laws }: Rulebook): Contradictions {
  const { rows } = laws.C2;
  return LEAST.flatMap((least) => {
    const index = rows.findLastIndex(({ daysMin }) => daysMin <= least.daysMin);
    const row = rows[index];
    const missing = row === undefined ? "has no return" : complaintOf(row, least);
    return missing === null
      ? []
      : contradictionAt(
          ["laws", "C2", "rows", ...(row === undefined ? [] : [index])],
          `${missing} after a break of ${String(least.daysMin)} days; law C2 takes ${demand(least)}`,
        );
  });
}

function complaintOf(row: ReturnRow, least: LeastReturn): string | null {
  if (row.easyRuns < least.easyRuns) return `asks for ${String(row.easyRuns)} easy runs`;
  if (row.easyDays < least.easyDays) return `asks for ${String(row.easyDays)} easy days`;
  if (row.qualityFewer < least.qualityFewer) return "gives up no quality session";
  if (least.weekShareMax !== null && (row.weekShare?.max ?? Infinity) > least.weekShareMax)
    return row.weekShare === null
      ? "asks for no lighter week"
      : `asks for a week of up to ${String(row.weekShare.max)} of the last`;
  if (least.retest && !row.retest) return "asks for no test";
  return least.newBase && !row.newBase ? "asks for no new base" : null;
}

const demand = ({ easyRuns, easyDays, qualityFewer, weekShareMax, retest, newBase }: LeastReturn): string =>
  [
    `at least ${String(easyRuns)} easy runs`,
    `at least ${String(easyDays)} easy days`,
    ...(qualityFewer > 0 ? [`${String(qualityFewer)} quality session fewer`] : []),
    ...(weekShareMax === null ? [] : [`a first week of at most ${String(weekShareMax)} of the last`]),
    ...(retest ? ["a test before any quality"] : []),
    ...(newBase ? ["a new base"] : []),
  ].join(", ");
