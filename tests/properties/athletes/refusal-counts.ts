import type { PlanRequest, Refusal } from "@strideiq/engine";

export interface Refused {
  readonly request: PlanRequest;
  readonly refusal: Refusal;
  readonly promised: boolean;
}

/** How many of the athletes were refused, and why: what `reports/athletes.json` holds. */
export interface RefusalCounts {
  readonly athletes: number;
  readonly planned: number;
  readonly refused: number;
  /** Refusals by law and by the field of the wish that would have to give way. */
  readonly byLaw: Readonly<Record<string, number>>;
  readonly byLawAndField: Readonly<Record<string, number>>;
  readonly withoutNearestPlan: number;
  /** Athletes inside the promise, and those of them whom the laws' own arithmetic shuts out. */
  readonly promised: number;
  readonly promisedButBeyondTheLaws: number;
}

export function countRefusals(
  athletes: number,
  promised: number,
  refused: readonly Refused[],
): RefusalCounts {
  return {
    athletes,
    planned: athletes - refused.length,
    refused: refused.length,
    byLaw: tally(refused, ({ refusal }) => refusal.law),
    byLawAndField: tally(refused, ({ refusal }) => `${refusal.law} ${refusal.field}`),
    withoutNearestPlan: refused.filter(({ refusal }) => refusal.nearest === null).length,
    promised,
    promisedButBeyondTheLaws: refused.filter((one) => one.promised).length,
  };
}

/** Counts by name, the commonest first. */
function tally(
  refused: readonly Refused[],
  nameOf: (one: Refused) => string,
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const one of refused) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a));
}
