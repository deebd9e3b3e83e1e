import { describe, expect, it } from "vitest";
import { sameValue } from "./same-value.ts";

describe("two documents", () => {
  it("say the same in whatever order their keys stand", () => {
    expect(sameValue({ a: 1, b: [{ c: null, d: 2 }] }, { b: [{ d: 2, c: null }], a: 1 })).toBe(true);
    expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: null }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    ["1", 1],
  ])("differ where a value differs: %j and %j", (one, other) => {
    expect(sameValue(one, other)).toBe(false);
  });
});
