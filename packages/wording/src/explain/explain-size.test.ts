import { describe, expect, it } from "vitest";
import { explainSize } from "./explain-size.ts";

describe("how large a value may be", () => {
  it("is told of distances in kilometres and of times in minutes and hours", () => {
    expect(explainSize("metres", { origin: "number", maximum: 300_000 })).toBe("This is at most 300 km.");
    expect(explainSize("longestMetres", { origin: "number", minimum: 1000 })).toBe("This is at least 1 km.");
    expect(explainSize("seconds", { origin: "number", maximum: 172_800 })).toBe("This is at most 48 h.");
  });

  it("is left to others where it is none of a distance or a time", () => {
    expect(explainSize("week", { origin: "number", maximum: 24 })).toBeNull();
    expect(explainSize("metres", { origin: "string", maximum: 5 })).toBeNull();
    expect(explainSize("metres", {})).toBeNull();
  });
});
