import type { Generate } from "@strideiq/application";
import { Registry } from "prom-client";
import { watchGenerations } from "./generations.ts";
import type { Measured } from "./measured.ts";
import { measureCopies } from "./copies.ts";
import { measureProcess } from "./process-measures.ts";
import { createRequestWatch, type RequestWatch } from "./requests.ts";
import { measureStores } from "./stores.ts";

/** What this process tells an operator about itself, in the text format of Prometheus. */
export interface Metrics extends RequestWatch {
  readonly contentType: string;
  /** All figures as they stand now; the database is asked for those of the queue. */
  readonly read: () => Promise<string>;
  /** The same generator, whose plans and refusals are counted. */
  readonly watchGenerations: (generate: Generate) => Generate;
}

/** Figures of this process alone: two servers in one process, as in a test, do not share them. */
export function createMetrics(measured: Measured): Metrics {
  const registry = new Registry();
  measureProcess(registry);
  measureStores(registry, measured);
  measureCopies(registry, measured);
  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    ...createRequestWatch(registry),
    watchGenerations: watchGenerations(registry),
  };
}
