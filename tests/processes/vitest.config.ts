import { join } from "node:path";
import { defineConfig } from "vitest/config";

const TEST_DATABASE = join(
  import.meta.dirname,
  "../../packages/adapters/src/postgres/testing/test-database.ts",
);

/** What holds for four processes, two that answer and two that work; and the tests of the API once more, on as many. */
export default defineConfig({
  test: {
    name: "processes",
    isolate: false,
    include: ["apps/server/src/**/*.db.test.ts", "tests/processes/**/*.test.ts"],
    globalSetup: [TEST_DATABASE],
    env: { STRIDEIQ_TEST_PROCESSES: "4" },
    testTimeout: 60_000,
    // Four processes and a database are started for each file, which takes a busy machine a minute.
    hookTimeout: 180_000,
  },
});
