/**
 * A runner of tests for Stryker that loads them once and runs them again and again in one process. Laws and their
 * tests keep no state, so that nothing has to be loaded anew for each mutant, which is what takes the time.
 */
import { globSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SLOW_FILES, TEST_FILES } from "../../tests/mutation/test-files.ts";
import { type CollectedTest, collectedTests } from "./collected-tests.ts";

/** What instrumented code reads and writes: the mutant that is on, and which mutants a test reached. */
interface Namespace {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
}

declare global {
  var __stryker__: Namespace | undefined;
}

interface MutantRun {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
}

/** `declareFactoryPlugin` of Stryker, without its package. */
export const strykerPlugins = [
  { kind: "TestRunner", name: "one-process", factory: Object.assign(runner, { inject: [] }) },
];

function runner() {
  return {
    capabilities: () => ({ reloadEnvironment: false }),
    init: () => load(process.cwd()),
    dryRun,
    mutantRun,
  };
}

/** Imports all tests from the sandbox, with the code of the sandbox in place of the packages. */
async function load(sandbox: string): Promise<void> {
  const urlOf = (path: string): string => pathToFileURL(join(sandbox, path)).href;
  const collecting = new URL("collected-tests.ts", import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) => {
      const [, name] = /^@strideiq\/([a-z-]+)$/.exec(specifier) ?? [];
      if (name === "catalog") return next(urlOf("tests/mutation/no-catalog.ts"), context);
      if (name !== undefined) return next(urlOf(`packages/${name}/src/index.ts`), context);
      return specifier === "vitest" && context.parentURL !== collecting
        ? next(collecting, context)
        : next(specifier, context);
    },
  });
  const files = globSync(TEST_FILES, { cwd: sandbox, exclude: SLOW_FILES }).toSorted();
  for (const file of files) await import(urlOf(file));
}

async function dryRun() {
  const namespace = (globalThis.__stryker__ ??= {});
  const tests = [];
  for (const test of collectedTests()) {
    namespace.currentTestId = test.id;
    const startedAt = performance.now();
    const failure = await failureOf(test);
    const { id, title, file, startPosition } = test;
    const result = {
      id,
      name: title,
      fileName: file,
      startPosition,
      timeSpentMs: performance.now() - startedAt,
    };
    tests.push(
      failure === null ? { ...result, status: 0 } : { ...result, status: 1, failureMessage: failure },
    );
  }
  namespace.currentTestId = undefined;
  return { status: "complete", tests, mutantCoverage: namespace.mutantCoverage };
}

/** The first test that fails is enough: the mutant is noticed. */
async function mutantRun({ activeMutant, testFilter, hitLimit }: MutantRun) {
  const wanted = testFilter === undefined ? null : new Set(testFilter);
  const tests = collectedTests().filter(({ id }) => wanted === null || wanted.has(id));
  const namespace = (globalThis.__stryker__ ??= {});
  Object.assign(namespace, { activeMutant: activeMutant.id, hitLimit, hitCount: 0 });
  for (const [index, test] of tests.entries()) {
    const failure = await failureOf(test);
    if (hitLimit !== undefined && (namespace.hitCount ?? 0) > hitLimit)
      return { status: "timeout", reason: "It runs in circles." };
    if (failure !== null)
      return { status: "killed", killedBy: [test.id], failureMessage: failure, nrOfTests: index + 1 };
  }
  return { status: "survived", nrOfTests: tests.length };
}

async function failureOf({ run }: CollectedTest): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
