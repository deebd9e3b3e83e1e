import { describe, expect, it } from "vitest";
import { newUuidV7 } from "./uuid-v7.ts";

describe("newUuidV7", () => {
  it("writes version 7, variant 10 and the moment as RFC 9562 lays them out", () => {
    // The moment of RFC 9562, appendix A.6.
    expect(newUuidV7(0x017f22e279b0)).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("sorts by the moment, and never repeats", () => {
    const moments = Array.from({ length: 2_000 }, (_, index) => 1_790_000_000_000 + index);
    const ids = moments.map(newUuidV7);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(Array.from({ length: 2_000 }, () => newUuidV7(1_790_000_000_000))).size).toBe(2_000);
  });
});
