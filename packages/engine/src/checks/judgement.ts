import type { Verdict } from "../plan/plan.ts";
import type { Growth } from "../rulebook/law-limits.ts";

/** What a law found. `why` says what a verdict alone does not, in one plain clause without numbers. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly measured?: number;
  readonly limit?: number;
  readonly weeks?: readonly number[];
  readonly why?: string;
}

/** One thing that a law looked at: a week, a run, a pair of days. */
export interface Finding {
  readonly verdict: "pass" | "flag" | "breach";
  readonly measured: number;
  readonly limit: number;
  readonly week?: number;
  readonly why?: string;
}

const WORST_FIRST = ["breach", "flag", "pass"] as const;

/** Room for binary fractions only; no law is stretched by it. */
const ROUNDING = 1e-9;

export const isAtMost = (measured: number, limit: number): boolean =>
  measured <= limit + ROUNDING * Math.max(1, Math.abs(limit));

export const isAtLeast = (measured: number, limit: number): boolean => isAtMost(limit, measured);

export const notApplicable = (why: string): Judgement => ({ verdict: "not_applicable", why });

/**
 * The verdict on everything that was looked at: the worst one, with the figures of the finding that is
 * furthest over its limit (or closest to it, when all pass) and the weeks that share the verdict.
 */
export function judgementOf(findings: readonly Finding[], whyNone: string): Judgement {
  for (const verdict of WORST_FIRST) {
    const found = findings.filter((finding) => finding.verdict === verdict);
    const [first] = found;
    if (first === undefined) continue;
    const distance = verdict === "pass" ? (finding: Finding) => -excessOf(finding) : excessOf;
    const clearest = found.reduce((a, b) => (distance(b) > distance(a) ? b : a), first);
    return {
      verdict,
      measured: rounded(clearest.measured),
      limit: rounded(clearest.limit),
      ...(verdict === "pass" ? {} : weeksOf(found)),
      ...(clearest.why === undefined ? {} : { why: clearest.why }),
    };
  }
  return notApplicable(whyNone);
}

const excessOf = ({ measured, limit }: Finding): number =>
  Math.abs(measured - limit) / Math.max(1e-6, Math.abs(limit));

function weeksOf(findings: readonly Finding[]): { readonly weeks?: readonly number[] } {
  const weeks = new Set<number>();
  for (const { week } of findings) if (week !== undefined) weeks.add(week);
  return weeks.size === 0 ? {} : { weeks: [...weeks].sort((a, b) => a - b) };
}

/** Certificates are read by people: no seventeen digits. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** A finding that passes up to `limit` and gets `beyond` past it. */
export const atMost = (
  measured: number,
  limit: number,
  beyond: "breach" | "flag",
  more: Pick<Finding, "week" | "why"> = {},
): Finding => ({ ...more, verdict: isAtMost(measured, limit) ? "pass" : beyond, measured, limit });

/** A finding that passes from `limit` on and gets `below` under it. */
export const atLeast = (
  measured: number,
  limit: number,
  below: "breach" | "flag",
  more: Pick<Finding, "week" | "why"> = {},
): Finding => ({ ...more, verdict: isAtLeast(measured, limit) ? "pass" : below, measured, limit });

/** The largest next value that a growth rule lets follow on `base` metres. */
export const grownBy = (base: number, { growthMax, smallMetres, smallStepMetres }: Growth): number =>
  base < smallMetres ? Math.max(base * growthMax, base + smallStepMetres) : base * growthMax;
