import { addDays, type CalendarDate, parseCalendarDate, type PlanRequest } from "@strideiq/engine";
import { anyRequest } from "@strideiq/testing";
import fc from "fast-check";

/** How many athletes a worker takes at a time. */
export const BATCH = 500;

/** Athletes `from` to `to` (without) of the endless row that belongs to a seed, all of them in one batch. */
export interface Batch {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** The batches that hold `count` athletes from number `from` on. */
export function batchesOf(seed: number, from: number, count: number): readonly Batch[] {
  const batches: Batch[] = [];
  for (let start = from; start < from + count; start = (Math.floor(start / BATCH) + 1) * BATCH)
    batches.push({ seed, from: start, to: Math.min(from + count, (Math.floor(start / BATCH) + 1) * BATCH) });
  return batches;
}

const FIRST_TODAY = dayOf("2026-11-23");
/** Batches begin 37 days apart, so that plans lie over all ends of years and a leap day. */
const DAYS_BETWEEN = 37;
const DAYS_IN_ALL = 4 * 365 + 1;

/** The athletes of a batch. An athlete is the same whatever was asked for around it. */
export function athletesOf({ seed, from, to }: Batch): readonly PlanRequest[] {
  const index = Math.floor(from / BATCH);
  const today = addDays(FIRST_TODAY, (index * DAYS_BETWEEN) % DAYS_IN_ALL);
  // Neighbouring seeds begin alike; multiplied by the golden ratio they do not.
  const batchSeed = Math.imul(seed + index, 0x9e_37_79_b1) | 0;
  const all = fc.sample(anyRequest(today), { numRuns: to - index * BATCH, seed: batchSeed });
  return all.slice(from - index * BATCH);
}

function dayOf(text: string): CalendarDate {
  const day = parseCalendarDate(text);
  if (!day.ok) throw new Error(`${text} is no day`);
  return day.value;
}
