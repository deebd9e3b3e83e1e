import { defineConfig } from "vitest/config";

/** `npm run test:faults`: real processes and a real PostgreSQL, killed and held up under load. One after the other. */
export default defineConfig({
  test: {
    name: "faults",
    include: ["tests/faults/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
