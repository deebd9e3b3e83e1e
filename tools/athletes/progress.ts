import { performance } from "node:perf_hooks";
import type { JudgedBatch } from "./judge-batch.ts";

const TELL_EVERY_MILLISECONDS = 5000;

/** Tells now and then how far the run is, how fast it goes, and how long it will take. */
export function progressTo(count: number): (judged: JudgedBatch) => void {
  const started = performance.now();
  const done = { athletes: 0, plans: 0, faults: 0 };
  let told = started;
  return ({ census, faults }) => {
    done.athletes += census.totals["athletes"] ?? 0;
    done.plans += census.totals["plans"] ?? 0;
    done.faults += faults.length;
    const now = performance.now();
    if (now - told < TELL_EVERY_MILLISECONDS && done.athletes < count) return;
    told = now;
    const perSecond = (done.athletes / (now - started)) * 1000;
    const seconds = Math.round((count - done.athletes) / perSecond);
    console.log(
      `${done.athletes} of ${count} athletes, ${done.plans} plans, ${done.faults} faults, ` +
        `${Math.round(perSecond)} a second, ${seconds} s to go`,
    );
  };
}
