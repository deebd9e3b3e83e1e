import { aPlan, aRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { certify } from "./certify.ts";
import { LAWS } from "./registry.ts";

describe("the registry of laws", () => {
  it("holds sixty-two laws, each id and name once", () => {
    expect(LAWS).toHaveLength(62);
    expect(new Set(LAWS.map((law) => law.id)).size).toBe(LAWS.length);
    expect(new Set(LAWS.map((law) => law.name)).size).toBe(LAWS.length);
  });

  it("holds a law for every group of limits in the rulebook", () => {
    expect(LAWS.map((law) => law.id).toSorted()).toEqual(Object.keys(aRulebook().laws).toSorted());
  });

  it("puts one verdict per law on a certificate, in its own order", () => {
    const { laws } = certify(aPlan(), aRulebook());
    expect(laws.map((law) => law.id)).toEqual(LAWS.map((law) => law.id));
  });
});
