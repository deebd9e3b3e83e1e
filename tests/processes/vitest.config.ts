import { join } from "node:path";
import { defineConfig } from "vitest/config";

const TEST_DATABASE = join(
  import.meta.dirname,
  "../../packages/adapters/src/postgres/testing/test-database.ts",
);

/** Those start their service in the process of the tests, for what only one that is told so does: `db` has run them. */
const IN_ONE_PROCESS = ["admin-access", "at-once", "broken-plugins", "copies", "metrics", "phase-a", "redis"];

/** What holds for four processes, two that answer and two that work; and the tests of the API once more, on as many. */
export default defineConfig({
  test: {
    name: "processes",
    isolate: false,
    include: ["apps/server/src/**/*.db.test.ts", "tests/processes/**/*.test.ts"],
    exclude: [
      "apps/server/src/compose/**",
      ...IN_ONE_PROCESS.map((name) => `apps/server/src/${name}.db.test.ts`),
    ],
    globalSetup: [TEST_DATABASE],
    env: { STRIDEIQ_TEST_PROCESSES: "4" },
    testTimeout: 60_000,
    // Four processes and a database are started for each file, which takes a busy machine a minute.
    hookTimeout: 180_000,
  },
});
