import { Counter, Gauge, type Registry } from "prom-client";
import type { Measured } from "./measured.ts";

const RESULTS = ["hit", "miss", "bypassed"] as const;

type CopyMeasures = Pick<Measured, "copyUse" | "isRedisThere">;

/** How often copies spare the database a plan or a visitor, and the room that those in this process take. */
export function measureCopies(registry: Registry, { copyUse, isRedisThere }: CopyMeasures): void {
  const registers = [registry];
  new Counter({
    name: "strideiq_cache_reads_total",
    help: "Readings answered from a copy (hit), not from one (miss), or past copies that could not be trusted then (bypassed), by where copies lie",
    labelNames: ["tier", "cache", "result"],
    registers,
    collect() {
      this.reset();
      for (const [tier, caches] of Object.entries(copyUse()))
        for (const [cache, figures] of Object.entries(caches))
          for (const result of RESULTS) this.inc({ tier, cache, result }, figures[result]);
    },
  });
  new Gauge({
    name: "strideiq_cache_bytes",
    help: "Memory of this process that copies take, by what they are copies of",
    labelNames: ["cache"],
    registers,
    collect() {
      for (const [cache, { bytes }] of Object.entries(copyUse().process)) this.set({ cache }, bytes);
    },
  });
  if (isRedisThere !== undefined) measureRedis(registers, isRedisThere);
}

function measureRedis(registers: Registry[], isRedisThere: () => boolean): void {
  new Gauge({
    name: "strideiq_redis_up",
    help: "1 while Redis answers this process, 0 while it is passed by",
    registers,
    collect() {
      this.set(isRedisThere() ? 1 : 0);
    },
  });
}
