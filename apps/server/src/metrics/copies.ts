import { Counter, Gauge, type Registry } from "prom-client";
import type { Measured } from "./measured.ts";

const RESULTS = ["hit", "miss", "bypassed"] as const;

/** How often copies in this process spare a question to the database, and the room that they take. */
export function measureCopies(registry: Registry, { copyUse }: Pick<Measured, "copyUse">): void {
  const registers = [registry];
  new Counter({
    name: "strideiq_cache_reads_total",
    help: "Readings answered from a copy (hit), from the database (miss), or past copies that could not be trusted then (bypassed)",
    labelNames: ["cache", "result"],
    registers,
    collect() {
      this.reset();
      for (const [cache, figures] of Object.entries(copyUse()))
        for (const result of RESULTS) this.inc({ cache, result }, figures[result]);
    },
  });
  new Gauge({
    name: "strideiq_cache_bytes",
    help: "Memory that copies take, by what they are copies of",
    labelNames: ["cache"],
    registers,
    collect() {
      for (const [cache, { bytes }] of Object.entries(copyUse())) this.set({ cache }, bytes);
    },
  });
}
