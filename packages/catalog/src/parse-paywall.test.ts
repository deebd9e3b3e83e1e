import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { configProblemText } from "./config-problem.ts";
import { parsePaywall } from "./parse-paywall.ts";

const NAME = "config/paywall.yaml";
const shipped = readFileSync(join(import.meta.dirname, "../../..", NAME), "utf8");
const problemsOf = (text: string): readonly string[] => {
  const paywall = parsePaywall({ name: NAME, text });
  return paywall.ok ? [] : paywall.error.map(configProblemText);
};

describe("config/paywall.yaml", () => {
  it("ships open, so that who runs it at home pays nobody", () => {
    expect(parsePaywall({ name: NAME, text: shipped })).toMatchObject({ ok: true, value: { mode: "open" } });
  });

  it.each([
    [
      "a feature that no product holds",
      ["      - plan.custom\n", ""],
      /:\d+:\d+: No product holds plan[.]custom/,
    ],
    [
      "a feature in two products",
      ["- plan.gpt_coach", "- plan.gpt_coach\n      - plan.custom"],
      /plan[.]custom is in a product before/,
    ],
    ["a misspelt feature", ["- plan.custom", "- plan.costum"], /did you mean plan[.]custom/],
    ["a free product with a price", ["cents: 0", "cents: 100"], /What is free has no price/],
    ["a product for nothing", ["cents: 1500", "cents: 0"], /pro needs a price/],
    [
      "an unknown mode",
      ["mode: open", "mode: closed"],
      /^config\/paywall[.]yaml:4:7: mode is "closed"; expected one of open, tiers/,
    ],
    ["a trial of a thousand days", ["days: 30", "days: 1000"], /trial[.]days is 1000/],
  ] as const)("refuses %s", (_, [from, to], message) => {
    expect(shipped).toContain(from);
    expect(problemsOf(shipped.replace(from, to))).toContainEqual(expect.stringMatching(message));
  });
});
