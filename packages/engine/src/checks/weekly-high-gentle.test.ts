import { aPlan, aRulebook } from "@strideiq/testing";
import { expect, it } from "vitest";
import { certify, flagsOf } from "./certify.ts";

it("flags a new high of more than a tenth and more than six kilometres, and refuses nothing", () => {
  const certificate = certify(aPlan({ 10: "- I13 E13 - T13 E12 L19" }), aRulebook());
  expect(flagsOf(certificate).find((law) => law.id === "V2")).toMatchObject({
    measured: 70_000,
    limit: 62_000,
    weeks: [10],
  });
});

it("leaves a step of six kilometres alone", () => {
  const certificate = certify(aPlan({ 2: "- S9 E8 - E9 E7 L13" }), aRulebook());
  expect(flagsOf(certificate).map((law) => law.id)).not.toContain("V2");
});
