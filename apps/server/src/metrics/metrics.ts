import type { Generate } from "@strideiq/application";
import type { FastifyInstance } from "fastify";
import { Registry } from "prom-client";
import { watchGenerations } from "./generations.ts";
import type { Measured } from "./measured.ts";
import { measureCopies } from "./copies.ts";
import { measureProcess } from "./process-measures.ts";
import { watchRequests } from "./requests.ts";
import { measureStores } from "./stores.ts";

/** What this process tells an operator about itself, in the text format of Prometheus. */
export interface Metrics {
  readonly contentType: string;
  /** All figures as they stand now; the database is asked for those of the queue. */
  readonly read: () => Promise<string>;
  /** Times every request that the application answers. */
  readonly watchRequests: (app: FastifyInstance) => void;
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
    watchRequests: watchRequests(registry),
    watchGenerations: watchGenerations(registry),
  };
}
