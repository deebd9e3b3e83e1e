import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT, type Stage } from "./stages.ts";
import { readTally, type Tally } from "./vitest-report.ts";

/** Tests start the server more than three hundred times: what one start compiled, none of the others has to. */
const COMPILED = join(ROOT, ".cache", "compiled");
/** A stage that hangs is a failure, not a night without an answer. */
const STAGE_LIMIT_MILLISECONDS = 20 * 60_000;

export interface StageResult {
  readonly stage: Stage;
  readonly tally: Tally;
  readonly seconds: number;
  /** What the tools printed, for the reader of a failure. */
  readonly output: string;
}

const running = new Set<ChildProcess>();

/** Ends every tool that still runs, with all that it started. */
export function endAll(): void {
  for (const child of running) endGroup(child);
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // It ended in the meantime.
  }
}

/** Runs a stage's commands and counts what they found. */
export async function runStage(stage: Stage): Promise<StageResult> {
  const begun = performance.now();
  if (stage.report !== undefined) rmSync(stage.report, { force: true });
  let output = "";
  let isGood = true;
  for (const command of stage.commands) {
    if (!isGood) break;
    const result = await run(command);
    output += result.output;
    isGood = result.code === 0;
  }
  return { stage, tally: tally(stage, isGood), seconds: (performance.now() - begun) / 1000, output };
}

function tally({ report }: Stage, isGood: boolean): Tally {
  if (report === undefined) return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, notRun: [] };
  const counted = readTally(report);
  return isGood || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

function run([tool = "", ...args]: readonly string[]): Promise<{ code: number; output: string }> {
  const path = [join(ROOT, "node_modules", ".bin"), process.env["PATH"]].join(delimiter);
  const child = spawn(tool, args, {
    cwd: ROOT,
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, PATH: path },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  running.add(child);
  let output = "";
  const limit = setTimeout(() => {
    output += `\n${tool} ran for more than ${STAGE_LIMIT_MILLISECONDS / 60_000} minutes and was ended.\n`;
    endGroup(child);
  }, STAGE_LIMIT_MILLISECONDS);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  return new Promise((resolve) => {
    const end = (code: number): void => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code, output });
    };
    child.on("error", (error) => {
      output += error.message;
      end(1);
    });
    child.on("close", (code) => {
      end(code ?? 1);
    });
  });
}
