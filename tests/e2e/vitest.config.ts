import { defineConfig } from "vitest/config";

/** One browser, one server, one test at a time: what is slow here is the machine, not the waiting. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: "e2e",
    include: ["**/*.e2e.ts"],
    globalSetup: ["./house/global-setup.ts"],
    fileParallelism: false,
    // One process for all files: what they import is read once.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
