import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "kill",
    include: ["tests/kill/**/*.test.ts", "packages/*/src/**/*.kill.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
