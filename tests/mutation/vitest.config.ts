import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

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
    include: [
      "packages/engine/src/checks/**/*.test.ts",
      "packages/engine/src/periodization/**/*.test.ts",
      "packages/engine/src/plan/{as-run,facts,pieces}.test.ts",
      "tests/golden/judgements.test.ts",
    ],
    // They make dozens of plans each, or read what the real rulebook made: slow, and proofs of more than one law.
    exclude: [
      "packages/engine/src/checks/{same-input-same-plan,same-peak-with-more-weeks,tiers-in-order,units-change-labels-only,what-a-file-says}.test.ts",
    ],
    isolate: false,
    testTimeout: 60_000,
  },
});
