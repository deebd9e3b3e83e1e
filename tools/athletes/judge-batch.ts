import { createHash } from "node:crypto";
import { performance } from "node:perf_hooks";
import type { PlanRequest, Rulebook } from "@strideiq/engine";
import {
  auditOf,
  type Census,
  censusOf,
  type Fault,
  NOBODY,
  repetitionFaults,
  sumOfCensuses,
} from "@strideiq/testing";
import { athletesOf, type Batch } from "./batch.ts";

/** Every how many athletes one is asked again with a rulebook read anew. */
const REPEATED_EVERY = 20;

/** A fault and the athlete who met it, so that it can be looked at alone. */
export interface FaultFound extends Fault {
  readonly athlete: number;
  readonly request: PlanRequest;
}

export interface JudgedBatch {
  readonly batch: Batch;
  readonly census: Census;
  readonly faults: readonly FaultFound[];
  /** How long each answer took, in milliseconds. */
  readonly planMilliseconds: readonly number[];
  readonly refusalMilliseconds: readonly number[];
  /** Of all answers, in their order. */
  readonly digest: string;
}

export interface Rulebooks {
  readonly first: Rulebook;
  /** The same, read anew: nothing that was kept with the first can serve the second. */
  readonly second: Rulebook;
}

/** Makes and judges the plans of a batch. */
export function judgeBatch(batch: Batch, { first, second }: Rulebooks): JudgedBatch {
  const hash = createHash("sha256");
  const faultsFound: FaultFound[] = [];
  const times = { plans: [] as number[], refusals: [] as number[] };
  let census = NOBODY;
  athletesOf(batch).forEach((request, index) => {
    const athlete = batch.from + index;
    const started = performance.now();
    const { answer, faults } = auditOf(request, first);
    (answer?.ok === false ? times.refusals : times.plans).push(performance.now() - started);
    const repeats = answer !== null && athlete % REPEATED_EVERY === 0;
    const all = repeats ? [...faults, ...repetitionFaults(request, answer, second)] : faults;
    const one = censusOf(request, { answer, faults: all }, first);
    census = sumOfCensuses([census, one, ...(repeats ? [{ ...NOBODY, totals: { madeTwice: 1 } }] : [])]);
    faultsFound.push(...all.map((fault) => ({ ...fault, athlete, request })));
    hash.update(JSON.stringify(answer));
  });
  const { plans: planMilliseconds, refusals: refusalMilliseconds } = times;
  return {
    batch,
    census,
    faults: faultsFound,
    planMilliseconds,
    refusalMilliseconds,
    digest: hash.digest("hex"),
  };
}
