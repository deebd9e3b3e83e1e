import type { Verdict } from "../plan/plan.ts";
import type { Quantity } from "../plan/vocabulary.ts";
import type { Growth } from "../rulebook/law-limits.ts";

/** What a law found. `why` says what a verdict alone does not, in one plain clause without numbers. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly measured?: number;
  readonly limit?: number;
  /** What the two numbers count, where it is not what the law's numbers usually do. */
  readonly quantity?: Quantity;
  readonly weeks?: readonly number[];
  readonly why?: string;
  /** Every finding that broke the law, for hindsight to weigh one by one; no part of a certificate. */
  readonly breaches?: readonly Finding[];
}

/** One thing that a law looked at: a week, a run, a pair of days. */
export interface Finding {
  readonly verdict: "pass" | "flag" | "breach";
  readonly measured: number;
  readonly limit: number;
  readonly week?: number | undefined;
  readonly why?: string | undefined;
  /** What the two numbers count, where it is not what the law's numbers usually do. */
  readonly quantity?: Quantity | undefined;
  /** Nothing that was lost or run is the reason for it, and nothing of that excuses it. */
  readonly unexcused?: true;
}

/** Room for binary fractions only; no law is stretched by it. */
const ROUNDING = 1e-9;

const isAtMost = (measured: number, limit: number): boolean =>
  measured <= limit + ROUNDING * Math.max(1, Math.abs(limit));

const isAtLeast = (measured: number, limit: number): boolean => isAtMost(limit, measured);

export const notApplicable = (why: string): Judgement => ({ verdict: "not_applicable", why });

const RANK = { pass: 0, flag: 1, breach: 2 } as const satisfies Record<Finding["verdict"], number>;

/**
 * The verdict on everything that was looked at: the worst one, with the figures of the finding that is
 * furthest over its limit (or closest to it, when all pass) and the weeks that share the verdict.
 */
export function judgementOf(findings: readonly Finding[], whyNone: string): Judgement {
  let clearest: Finding | null = null;
  for (const finding of findings) if (clearest === null || isClearer(finding, clearest)) clearest = finding;
  if (clearest === null) return notApplicable(whyNone);
  const { verdict, measured, limit, quantity, why } = clearest;
  return {
    verdict,
    ...told(measured, limit),
    ...(quantity === undefined ? {} : { quantity }),
    ...(verdict === "pass" ? {} : weeksOf(findings, verdict)),
    ...(why === undefined ? {} : { why }),
    ...(verdict === "breach" ? { breaches: findings.filter((one) => one.verdict === "breach") } : {}),
  };
}

function isClearer(finding: Finding, than: Finding): boolean {
  const rank = RANK[finding.verdict] - RANK[than.verdict];
  if (rank !== 0) return rank > 0;
  const excess = excessOf(finding) - excessOf(than);
  return finding.verdict === "pass" ? excess < 0 : excess > 0;
}

const excessOf = ({ measured, limit }: Finding): number =>
  Math.abs(measured - limit) / Math.max(1e-6, Math.abs(limit));

function weeksOf(
  findings: readonly Finding[],
  verdict: Finding["verdict"],
): { readonly weeks?: readonly number[] } {
  const weeks = new Set<number>();
  for (const finding of findings)
    if (finding.verdict === verdict && finding.week !== undefined) weeks.add(finding.week);
  return weeks.size === 0 ? {} : { weeks: [...weeks].sort((a, b) => a - b) };
}

/** Certificates are read by people: no seventeen digits, and as many as tell a number from the limit that it misses. */
function told(measured: number, limit: number): Pick<Finding, "measured" | "limit"> {
  const [found, bound] = [rounded(measured), rounded(limit)];
  const isHidden = found === bound && !(isAtMost(measured, limit) && isAtLeast(measured, limit));
  return isHidden
    ? { measured: rounded(measured, FINEST), limit: rounded(limit, FINEST) }
    : { measured: found, limit: bound };
}

/** Parts of a unit: as fine as a law tells two numbers apart. */
const FINEST = 1e9;

const rounded = (value: number, parts = 10_000): number => Math.round(value * parts) / parts;

/** Where a finding was made, what its numbers count, and what to say of it when it does not pass. */
type Remark = Pick<Finding, "quantity" | "week" | "why">;

/** A finding that passes up to `limit` and gets `beyond` past it. */
export const atMost = (
  measured: number,
  limit: number,
  beyond: "breach" | "flag",
  remark: Remark = {},
): Finding => findingOf(isAtMost(measured, limit), measured, limit, beyond, remark);

/** A finding that passes from `limit` on and gets `below` under it. */
export const atLeast = (
  measured: number,
  limit: number,
  below: "breach" | "flag",
  remark: Remark = {},
): Finding => findingOf(isAtLeast(measured, limit), measured, limit, below, remark);

const findingOf = (
  passes: boolean,
  measured: number,
  limit: number,
  otherwise: "breach" | "flag",
  { quantity, week, why }: Remark,
): Finding =>
  passes
    ? { verdict: "pass", measured, limit, quantity, week, why: undefined }
    : { verdict: otherwise, measured, limit, quantity, week, why };

/** Findings about something else than a law's numbers usually count: of those that pass there is nothing to tell. */
export const unlessPassed = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ verdict }) => verdict !== "pass");

/** What either holds or breaks the law, without a figure of its own. */
export const holdsOrBreaks = (holds: boolean, why: string, week?: number): Finding =>
  findingOf(holds, holds ? 0 : 1, 0, "breach", { quantity: "count", week, why });

/** The largest next value that a growth rule lets follow on `base` metres. */
export const grownBy = (base: number, { growthMax, smallMetres, smallStepMetres }: Growth): number =>
  base < smallMetres ? Math.max(base * growthMax, base + smallStepMetres) : base * growthMax;
