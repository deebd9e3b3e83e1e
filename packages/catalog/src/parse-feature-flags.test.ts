import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FEATURES } from "@strideiq/access";
import { describe, expect, it } from "vitest";
import { configProblemText } from "./config-problem.ts";
import { parseFeatureFlags } from "./parse-feature-flags.ts";

const NAME = "config/feature_flags.yaml";
const shipped = readFileSync(join(import.meta.dirname, "../../..", NAME), "utf8");

const problemsOf = (text: string): readonly string[] => {
  const flags = parseFeatureFlags({ name: NAME, text });
  return flags.ok ? [] : flags.error.map(configProblemText);
};

describe("config/feature_flags.yaml", () => {
  it("says of every feature what it is and who decides about it", () => {
    const flags = parseFeatureFlags({ name: NAME, text: shipped });
    if (!flags.ok) throw new Error(flags.error.map(configProblemText).join("\n"));
    expect(Object.keys(flags.value).toSorted()).toEqual(FEATURES.toSorted());
    expect(new Set(Object.values(flags.value).map(({ description }) => description)).size).toBe(
      FEATURES.length,
    );
  });

  it("names line and column of a rollout of 140 %", () => {
    expect(problemsOf(shipped.replace("rolloutPercent: 100", "rolloutPercent: 140"))).toEqual([
      expect.stringMatching(
        /^config\/feature_flags[.]yaml:\d+:21: flags[.]account[.]guest[.]rolloutPercent: expected a percentage/,
      ),
    ]);
  });

  it("asks what a misspelt feature was meant to be, and misses the one it should be", () => {
    expect(problemsOf(shipped.replace("plan.option_ab:", "plan.optoin_ab:"))).toEqual([
      expect.stringContaining("did you mean plan.option_ab?"),
      expect.stringContaining("The flag of plan.option_ab is missing."),
    ]);
  });

  it.each(["", "flags: on", "- a", "flags: {", "a: &a [*a, *a]"])("refuses %j", (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });
});
