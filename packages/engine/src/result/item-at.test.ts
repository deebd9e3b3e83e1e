import { describe, expect, it } from "vitest";
import { itemAt } from "./item-at.ts";

describe("a place in a row", () => {
  it("holds its item, be it nothing at all", () => {
    expect(itemAt(["mon", "tue"], 1)).toBe("tue");
    expect(itemAt([null], 0)).toBeNull();
  });

  it("beyond the row is a mistake, and never passes for nothing", () => {
    expect(() => itemAt([1, 2, 3], 3)).toThrow("There is no item 3 of 3.");
    expect(() => itemAt([], -1)).toThrow(RangeError);
  });
});
