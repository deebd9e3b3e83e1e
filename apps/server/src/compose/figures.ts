import { type Copies, type JobQueue, poolUse } from "@strideiq/adapters";
import { ok, type Result } from "@strideiq/engine";
import { createMetrics, type Metrics } from "../metrics/metrics.ts";
import { serveMetrics } from "../metrics/serve-metrics.ts";
import type { Configuration } from "./configuration.ts";
import type { Store } from "./store.ts";

/** What counts and times in this process, when an operator asked for it. */
export interface Figures {
  readonly metrics: Metrics | undefined;
  /** Where Prometheus reads them. */
  readonly address: string | undefined;
  readonly stop: () => Promise<void>;
}

interface FiguresDeps {
  readonly store: Store;
  readonly queue: Pick<JobQueue, "unfinished">;
  readonly copies: Pick<Copies, "use">;
  readonly isRedisThere: (() => boolean) | undefined;
}

const NOBODY_ASKED: Figures = { metrics: undefined, address: undefined, stop: () => Promise.resolve() };

/** Begins to count, and to tell it. The error is a sentence for the terminal. */
export async function startFigures(
  { metrics: place }: Configuration,
  { store, queue, copies, isRedisThere }: FiguresDeps,
): Promise<Result<Figures, string>> {
  if (place === undefined) return ok(NOBODY_ASKED);
  const metrics = createMetrics({
    unfinished: queue.unfinished,
    poolUse: () => poolUse(store.db),
    copyUse: copies.use,
    isRedisThere,
  });
  const served = await serveMetrics(metrics, place);
  return served.ok ? ok({ metrics, ...served.value }) : served;
}
