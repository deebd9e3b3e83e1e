import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { SLOW_FILES, TEST_FILES } from "./test-files.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The unit tests of laws and periodization alone, as light as they can be: they run once for each mutant. */
export default defineConfig({
  root: here("../.."),
  resolve: {
    alias: {
      "@strideiq/engine": here("../../packages/engine/src/index.ts"),
      "@strideiq/testing": here("../../packages/testing/src/index.ts"),
      // Laws are tested with a rulebook written by hand; reading the real one would cost more than the tests.
      "@strideiq/catalog": here("no-catalog.ts"),
    },
  },
  test: {
    include: TEST_FILES,
    exclude: SLOW_FILES,
    isolate: false,
    testTimeout: 60_000,
  },
});
