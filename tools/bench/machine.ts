import { cpus, totalmem } from "node:os";
import process from "node:process";

/** What a figure depends on; no name of the machine. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGib: number;
  readonly platform: string;
  readonly node: string;
  readonly postgresql: string;
  /** Programs that wanted a core at the start and at the end; far more than there are spoil the figures. */
  readonly load: readonly number[];
}

export const machineOf = (postgresql: string, load: readonly number[]): Machine => ({
  cores: cpus().length,
  processor: cpus()[0]?.model.trim() ?? "unknown",
  memoryGib: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform} ${process.arch}`,
  node: process.versions.node,
  postgresql,
  load,
});

export const machineText = ({
  cores,
  processor,
  memoryGib,
  platform,
  node,
  postgresql,
  load,
}: Machine): string =>
  `${cores} cores (${processor}), ${memoryGib} GiB, ${platform}, Node ${node}, PostgreSQL ${postgresql}, load ${load
    .map((value) => value.toFixed(1))
    .join(" to ")}`;
