import { Worker } from "node:worker_threads";
import type { ConfigProblem, PluginFiles } from "@strideiq/catalog";
import { err, ok, type Result } from "@strideiq/engine";

const SANDBOX = new URL("./module-sandbox.ts", import.meta.url);
/** Reading a few tables takes milliseconds; what takes as long as this is caught in itself. */
const MILLISECONDS_MAX = 5_000;
const MEGABYTES_MAX = 64;
const PARTS = ["plugin", "workouts", "phases", "rules"] as const;

/** What the thread says. */
export type Said =
  { readonly text: string } | { readonly problem: string; readonly line?: number; readonly column?: number };

type Problems = readonly ConfigProblem[];

/**
 * Reads a plugin that is a module. It hands over data and nothing that runs: what a plan is made of is checked like
 * YAML, and can neither throw nor loop later. It is read twice, in threads of its own without clock, chance, network or
 * files; what is not the same both times is no plugin.
 */
export async function readModule(path: string, name: string): Promise<Result<PluginFiles, Problems>> {
  const problem = (message: string, { line = 1, column = 1 } = {}): Result<never, Problems> =>
    err([{ file: name, line, column, path: "", message: `This plugin ${message}.` }]);
  // One after the other: one that loops is caught at the first reading, and keeps one core busy instead of two.
  const once = await runOnce(path);
  if ("problem" in once) return problem(once.problem, once);
  const again = await runOnce(path);
  if ("problem" in again || once.text !== again.text) return problem("hands over something else each time");
  const parts: unknown = JSON.parse(once.text);
  if (typeof parts !== "object" || parts === null || !("plugin" in parts))
    return problem("has no default export with `plugin`, and `workouts`, `phases` or `rules`");
  const given = new Map(Object.entries(parts));
  const foreign = [...given.keys()].find((key) => !PARTS.some((part) => part === key));
  if (foreign !== undefined) return problem(`exports ${foreign}, which is no part of a plugin`);
  const files = PARTS.flatMap((part) =>
    given.has(part) ? [[part, { name: `${name}#${part}`, text: textOf(given.get(part)) }] as const] : [],
  );
  return ok({ plugin: { name, text: "" }, ...Object.fromEntries(files) });
}

const textOf = (value: unknown): string => JSON.stringify(value, null, 2);

function runOnce(path: string): Promise<Said> {
  const worker = new Worker(SANDBOX, {
    workerData: path,
    execArgv: ["--experimental-vm-modules", "--no-warnings"],
    env: {},
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_MAX },
  });
  const said = new Promise<Said>((resolve) => {
    const late = setTimeout(() => {
      resolve({ problem: `takes longer than ${String(MILLISECONDS_MAX / 1_000)} seconds` });
    }, MILLISECONDS_MAX);
    const end = (last: Said): void => {
      clearTimeout(late);
      resolve(last);
    };
    worker.once("message", end);
    worker.once("error", (problem: unknown) => {
      end({ problem: problem instanceof Error ? `breaks: ${problem.message}` : "breaks" });
    });
    worker.once("exit", () => {
      end({ problem: "ends its thread" });
    });
  });
  return said.finally(() => worker.terminate());
}
