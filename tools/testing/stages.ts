import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const REPORTS = join(ROOT, ".cache", "test");

export interface Stage {
  readonly name: string;
  /** Run one after the other; the first that fails ends the stage. */
  readonly commands: readonly (readonly string[])[];
  /** Where vitest leaves its count. A stage without one counts as one check. */
  readonly report?: string;
  /** How many of the two places it takes; a stage that uses both cores runs alone. */
  readonly places: 1 | 2;
  readonly isFast?: true;
}

const check = (name: string, ...commands: readonly (readonly string[])[]): Stage => ({
  name,
  commands,
  places: 1,
});

function tests(name: string, places: 1 | 2, ...args: readonly string[]): Stage {
  const report = join(REPORTS, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return { name, commands: [["vitest", "run", "--no-color", ...args, ...reporters]], report, places };
}

const fast = (stage: Stage): Stage => ({ ...stage, isFast: true });

/** Everything `npm test` runs, in the order in which it starts. */
export const STAGES: readonly Stage[] = [
  fast(check("types", ["tsc", "-b"], ["tsc", "-p", "tsconfig.tests.json"])),
  fast(
    check("format", [
      "prettier",
      "--check",
      "--log-level=warn",
      "--cache",
      "--cache-strategy=content",
      "--cache-location=.cache/prettier",
      ".",
    ]),
  ),
  fast(check("lint", ["eslint", "."])),
  check("walls", ["depcruise", "--config", ".dependency-cruiser.mjs", "packages", "apps"]),
  check("dead", ["knip"]),
  check("docs", ["node", "tools/docs.ts", "--check"]),
  tests("repository", 1, "--project=repository", "--maxWorkers=1"),
  tests("golden", 1, "--project=golden", "--maxWorkers=1"),
  tests("db", 1, "--project=db", "--maxWorkers=1"),
  tests("processes", 1, "--config=tests/processes/vitest.config.ts", "--maxWorkers=1"),
  tests("properties", 1, "--config=tests/properties/vitest.config.ts"),
  tests("kill", 1, "--config=tests/kill/vitest.config.ts"),
  fast(tests("unit", 2, "--project=unit")),
  tests("e2e", 2, "--config=tests/e2e/vitest.config.ts"),
];

/** The unit stage once more, with the share of the engine that its tests reach. */
export const COVERAGE: Stage = tests("coverage", 2, "--project=unit", "--coverage");
