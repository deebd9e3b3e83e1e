import { collectDefaultMetrics, type Registry } from "prom-client";

/** Memory, processor time and delays of the event loop, under the names that Node's dashboards know. */
export function measureProcess(registry: Registry): void {
  collectDefaultMetrics({ register: registry });
}
