import { readFileSync } from "node:fs";
import { parseRulebook } from "@strideiq/catalog";
import { anyRequest, onDate } from "@strideiq/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

const configText = (name: string): { readonly name: string; readonly text: string } => ({
  name,
  text: readFileSync(new URL(`../../../../config/${name}`, import.meta.url), "utf8"),
});

/** The rulebook read anew, so that nothing kept from the first plan can serve the second. */
const readRulebook = (): Rulebook => {
  const read = parseRulebook({
    planRules: configText("plan_rules.yaml"),
    workoutLibrary: configText("workout_library.yaml"),
  });
  if (!read.ok) throw new Error(read.error.map((problem) => problem.message).join("\n"));
  return read.value;
};

it("gives the same wish the same plan to the last byte", () => {
  const [first, second] = [readRulebook(), readRulebook()];
  fc.assert(
    fc.property(anyRequest(onDate("2026-11-23")), (request) => {
      const again = structuredClone(request);
      expect(JSON.stringify(generatePlan(again, second))).toBe(JSON.stringify(generatePlan(request, first)));
    }),
    { numRuns: 10 },
  );
});
