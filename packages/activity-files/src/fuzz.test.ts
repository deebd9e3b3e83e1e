import { onDate, realActivityRules } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { mutated } from "./synthetic/mutate-bytes.fixture.ts";
import { seedFiles, survive } from "./synthetic/fuzz.fixture.ts";

const HOME = { timeZone: "Europe/Zurich", today: onDate("2026-11-22") };
const FILES = 2000;
/** A broken file that takes this long on a busy machine would hang an import. */
const SLOWEST_MILLISECONDS = 5000;
const MEMORY_BYTES = 300 * 2 ** 20;

describe("two thousand broken files", { timeout: 120_000 }, () => {
  it("break nothing, hang nothing, and fill no memory", async () => {
    const before = process.memoryUsage().heapUsed;
    const seeds = Array.from({ length: FILES }, (_, seed) => seed);
    const { activities, refused, slowestMilliseconds } = await survive(
      seedFiles(),
      seeds,
      HOME,
      realActivityRules(),
    );
    expect(slowestMilliseconds).toBeLessThan(SLOWEST_MILLISECONDS);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(MEMORY_BYTES);
    // Both happen often, or the files were not broken in the right places.
    expect(activities).toBeGreaterThan(FILES / 10);
    expect(refused).toBeGreaterThan(FILES / 10);
  });

  it("are the same two thousand next time", () => {
    const files = seedFiles();
    expect(mutated(files, 7)).toEqual(mutated(files, 7));
    expect(mutated(files, 7)).not.toEqual(mutated(files, 8));
  });
});
