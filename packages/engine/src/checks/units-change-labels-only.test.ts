import { anyRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";

const rules = realRulebook();
const { weekShare } = rules.laws.S10;

it("gives a runner who thinks in miles the same weeks as one who thinks in kilometres", () => {
  fc.assert(
    fc.property(anyRequest(onDate("2026-11-23")), (request) => {
      const km = generatePlan({ ...request, units: "km" }, rules);
      const miles = generatePlan({ ...request, units: "mi" }, rules);
      expect(miles.ok).toBe(km.ok);
      if (!km.ok || !miles.ok) return;
      km.value.weeks.forEach(({ targetMetres }, index) => {
        const other = miles.value.weeks[index]?.targetMetres ?? 0;
        expect(Math.abs(other - targetMetres)).toBeLessThanOrEqual(weekShare * targetMetres);
      });
    }),
    { numRuns: 10 },
  );
});
