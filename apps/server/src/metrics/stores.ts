import { Gauge, type Registry } from "prom-client";
import type { Measured } from "./measured.ts";

/** What stands in the queue and how the connections to the database are used, asked anew for each reading. */
export function measureStores(registry: Registry, { unfinished, poolUse }: Measured): void {
  const registers = [registry];
  const age = new Gauge({
    name: "strideiq_oldest_job_seconds",
    help: "How long the oldest unfinished job could have been done already, by queue and state",
    labelNames: ["queue", "state"],
    registers,
  });
  new Gauge({
    name: "strideiq_jobs",
    help: "Unfinished jobs of all processes, by queue and state",
    labelNames: ["queue", "state"],
    registers,
    async collect() {
      this.reset();
      age.reset();
      for (const { queue, state, count, oldestSeconds } of await unfinished()) {
        this.set({ queue, state }, count);
        age.set({ queue, state }, oldestSeconds);
      }
    },
  });
  new Gauge({
    name: "strideiq_database_connections",
    help: "Connections of this process to the database, and requests that wait for one",
    labelNames: ["state"],
    registers,
    collect() {
      const { busy, idle, waiting } = poolUse();
      this.set({ state: "busy" }, busy);
      this.set({ state: "idle" }, idle);
      this.set({ state: "waiting" }, waiting);
    },
  });
}
