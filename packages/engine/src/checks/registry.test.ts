import { aPlan, aRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { certify } from "./certify.ts";
import { LAWS, LAWS_TO_COME } from "./registry.ts";

const all = [...LAWS, ...LAWS_TO_COME];

describe("the registry of laws", () => {
  it("holds sixty-two laws, each id and name once", () => {
    expect(all).toHaveLength(62);
    expect(new Set(all.map((law) => law.id)).size).toBe(all.length);
    expect(new Set(all.map((law) => law.name)).size).toBe(all.length);
  });

  it("holds a law for every group of limits in the rulebook", () => {
    expect(all.map((law) => law.id).toSorted()).toEqual(Object.keys(aRulebook().laws).toSorted());
  });

  it("puts one verdict per law on a certificate, in its own order", () => {
    const { laws } = certify(aPlan(), aRulebook());
    expect(laws.map((law) => law.id)).toEqual(LAWS.map((law) => law.id));
    const come = certify(aPlan(), aRulebook(), LAWS_TO_COME);
    expect(come.laws.map((law) => law.id)).toEqual(LAWS_TO_COME.map((law) => law.id));
  });
});
