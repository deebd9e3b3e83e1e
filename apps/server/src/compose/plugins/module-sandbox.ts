import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join, sep } from "node:path";
import { createContext, type Module, runInContext, SourceTextModule } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import type { Said } from "./read-module.ts";

/*
 * A thread that reads one plugin. It stands between a plugin's mistakes and plans, not between a server and an enemy:
 * whoever puts code into the folder of an installation owns it anyway.
 */

const path = String(workerData);
const folder = dirname(path) + sep;

/** The language alone: nothing of Node is in a context of its own, and what differs from day to day is taken out. */
const context = createContext(Object.create(null) as object, {
  codeGeneration: { strings: false, wasm: false },
});
runInContext(
  `(() => {
    const refuse = (what) => () => { throw new Error("it asks for " + what + ", and a plan depends on neither day nor chance"); };
    const forbid = (what) => new Proxy(function () {}, { apply: refuse(what), construct: refuse(what), get: refuse(what) });
    for (const name of ["Date", "Temporal"])
      Object.defineProperty(globalThis, name, { value: forbid("the time") });
    Object.defineProperty(Math, "random", { value: refuse("chance") });
  })()`,
  context,
);

function moduleAt(file: string): SourceTextModule {
  const text = readFileSync(file, "utf8");
  const source = file.endsWith(".ts") ? stripTypeScriptTypes(text, { sourceUrl: file }) : text;
  return new SourceTextModule(source, { context, identifier: file });
}

const link = (specifier: string, { identifier }: Module): SourceTextModule => {
  const file = join(dirname(identifier), specifier);
  if (!/^[.]{1,2}[/]/.test(specifier) || !file.startsWith(folder))
    throw new Error(`it imports ${specifier}, and a plugin is made of its own files`);
  return moduleAt(file);
};

async function read(): Promise<Said> {
  try {
    const module = moduleAt(path);
    await module.link(link);
    await module.evaluate();
    const { default: handedOver = null } = module.namespace as { readonly default?: unknown };
    return { text: JSON.stringify(handedOver) };
  } catch (problem) {
    return { problem: `breaks: ${messageOf(problem)}`, ...placeOf(problem) };
  }
}

/** Where in the plugin's own text it broke, as the stack has it. */
function placeOf(problem: unknown): { readonly line?: number; readonly column?: number } {
  const stack =
    typeof problem === "object" && problem !== null && "stack" in problem ? String(problem.stack) : "";
  const own = stack.split("\n").find((frame) => frame.includes(path));
  const [, line, column = "1"] = /:(\d+)(?::(\d+))?\)?$/.exec(own ?? "") ?? [];
  return line === undefined ? {} : { line: Number(line), column: Number(column) };
}

/** What is thrown in another context is no error of this one. */
const messageOf = (problem: unknown): string =>
  typeof problem === "object" && problem !== null && "message" in problem
    ? String(problem.message)
    : "it throws";

parentPort?.postMessage(await read());
