import { defineConfig } from "vitest/config";

const databaseTests = ["packages/*/src/**/*.db.test.ts", "apps/*/src/**/*.db.test.ts"];
/** What kills servers runs with `tests/kill`. */
const killTests = ["packages/*/src/**/*.kill.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // The tests share nothing but modules without state: loading those once halves the time.
          isolate: false,
          include: ["packages/*/src/**/*.test.{ts,tsx}", "apps/*/src/**/*.test.{ts,tsx}"],
          exclude: [...databaseTests, ...killTests],
          // A busy machine takes seconds for what takes half of one.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          isolate: false,
          include: databaseTests,
          globalSetup: ["packages/adapters/src/postgres/testing/test-database.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "repository",
          include: ["tests/repository/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: "golden", include: ["tests/golden/**/*.test.ts"], testTimeout: 60_000 },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["packages/engine/src/**/*.ts"],
      exclude: ["**/*.test.ts", "**/*.fixture.ts", "**/*.test-program.ts", "**/testing/**"],
      reportsDirectory: "coverage",
      reporter: ["text-summary", "html"],
      thresholds: { branches: 95 },
    },
  },
});
