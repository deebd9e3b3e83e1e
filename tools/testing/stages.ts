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
  /** `fast`: in test:fast, too. `ci`: only where a change is judged before it lands. */
  readonly when: "fast" | "always" | "ci";
}

const check = (name: string, ...commands: readonly (readonly string[])[]): Stage => ({
  name,
  commands,
  when: "always",
});

function tests(name: string, ...args: readonly string[]): Stage {
  const report = join(REPORTS, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name,
    commands: [["vitest", "run", "--no-color", "--maxWorkers=1", ...args, ...reporters]],
    report,
    when: "always",
  };
}

const fast = (stage: Stage): Stage => ({ ...stage, when: "fast" });
const onlyInCi = (stage: Stage): Stage => ({ ...stage, when: "ci" });

/** What is killed and held up under load; `npm run test:faults` runs it alone and writes its report. */
export const FAULTS: Stage = tests("faults", "--config=tests/faults/vitest.config.ts");

/**
 * All stages in the order in which they start. Three run at a time on two cores, for those with a browser or a
 * database often wait. The long ones come first: a long one at the end would run alone.
 */
export const STAGES: readonly Stage[] = [
  fast(check("types", ["npm", "run", "--silent", "types"])),
  tests("e2e", "--config=tests/e2e/vitest.config.ts"),
  fast(tests("unit", "--project=unit")),
  tests("properties", "--config=tests/properties/vitest.config.ts"),
  tests("db", "--project=db"),
  check("lint", ["eslint", "."]),
  tests("repository", "--project=repository"),
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
  check("docs", ["node", "tools/docs.ts", "--check"]),
  check("dead", ["knip"]),
  tests("golden", "--project=golden"),
  onlyInCi(tests("processes", "--config=tests/processes/vitest.config.ts")),
  onlyInCi(tests("kill", "--config=tests/kill/vitest.config.ts")),
  onlyInCi(FAULTS),
];

/** What `npm test` runs. */
export const EVERY_DAY = STAGES.filter(({ when }) => when !== "ci");

/** The tests of the service, with the share of use cases and adapters that they reach; too low a share fails. */
export const SERVICE_COVERAGE: Stage = tests(
  "coverage-service",
  "--project=unit",
  "--project=db",
  "packages/application",
  "packages/adapters",
  "apps/server",
  "--coverage",
  "--coverage.include=packages/{application,adapters}/src/**/*.ts",
  "--coverage.thresholds.branches=85",
);

/** The unit stage once more, with the share of the engine that its tests reach. */
export const COVERAGE: Stage = tests("coverage", "--project=unit", "--coverage");
