import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "properties",
    isolate: false,
    include: ["tests/properties/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
