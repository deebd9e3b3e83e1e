import { performance } from "node:perf_hooks";
import process from "node:process";
import { generatePlan, type Plan, type PlanRequest, type Rulebook } from "@strideiq/engine";
import { quantile } from "./quantile.ts";

const ROUNDS = 3;

/** What the rounds of one wish took, in milliseconds. */
export interface TimedRequest {
  readonly request: PlanRequest;
  readonly isPlan: boolean;
  readonly rounds: readonly number[];
  /** The middle round: what is left when other programs take the processor in between. */
  readonly middle: number;
  /** Copying the finished plan, each time right after it was made. */
  readonly copies: readonly number[];
}

/** Makes every plan several times, all of them in each round. */
export function timeRequests(requests: readonly PlanRequest[], rulebook: Rulebook): readonly TimedRequest[] {
  const timed = requests.map((request) => ({
    request,
    isPlan: false,
    rounds: [] as number[],
    copies: [] as number[],
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const each of timed) {
      const started = performance.now();
      const made = generatePlan(each.request, rulebook);
      const ended = performance.now();
      each.rounds.push(ended - started);
      each.isPlan = made.ok;
      if (!made.ok) continue;
      structuredClone(made.value);
      each.copies.push(performance.now() - ended);
    }
  }
  return timed.map((each) => ({ ...each, middle: quantile(each.rounds, 0.5) }));
}

/** Wishes and copied plans per second of one core, by processor time: other programs do not count. */
export function throughputOf(
  requests: readonly PlanRequest[],
  rulebook: Rulebook,
): { readonly made: number; readonly copied: number } {
  const plans: Plan[] = [];
  const making = processorSeconds(() => {
    for (const request of requests) {
      const made = generatePlan(request, rulebook);
      if (made.ok) plans.push(made.value);
    }
  });
  const copying = processorSeconds(() => {
    for (const plan of plans) structuredClone(plan);
  });
  return { made: requests.length / making, copied: plans.length / copying };
}

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
