import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { name: "kill", include: ["tests/kill/**/*.test.ts"] },
});
