/** The unit tests of laws and periodization: they answer each change of them. */
export const TEST_FILES = [
  "packages/engine/src/checks/**/*.test.ts",
  "packages/engine/src/periodization/**/*.test.ts",
  "packages/engine/src/plan/{as-run,facts,pieces}.test.ts",
  "tests/golden/judgements.test.ts",
];

/** They make dozens of plans each, or read what the real rulebook made: slow, and proofs of more than one law. */
export const SLOW_FILES = [
  "packages/engine/src/checks/{same-input-same-plan,same-peak-with-more-weeks,tiers-in-order,units-change-labels-only,what-a-file-says}.test.ts",
];
