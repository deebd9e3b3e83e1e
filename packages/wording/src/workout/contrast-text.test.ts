import { generatePlan, type Contrast, type Way } from "@strideiq/engine";
import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { contrastText } from "./contrast-text.ts";

const way = (more: Partial<Way>): Way => ({
  kind: "threshold",
  ground: "any",
  form: "broken",
  zones: ["threshold"],
  pieces: 4,
  longestSeconds: 480,
  workSeconds: 1920,
  metres: 12_000,
  ...more,
});

const km = { units: "km", estimated: false } as const;
const whole = way({ form: "continuous", pieces: 1, longestSeconds: 1920 });

describe("the sentence about two options", () => {
  it.each<readonly [Contrast, string]>([
    [
      { by: "form", a: way({}), b: whole },
      "A is 4 pieces of 8 min at threshold effort, 32 min in all; B is 32 min at threshold effort in one piece.",
    ],
    [
      { by: "ground", a: whole, b: { ...whole, ground: "hills" } },
      "A is 32 min at threshold effort in one piece on any ground; B is 32 min at threshold effort in one piece over hills.",
    ],
    [
      { by: "ground", a: way({ form: "plain", kind: "long" }), b: way({ form: "plain", ground: "trail" }) },
      "A is 12 km without faster running on any ground; B is 12 km without faster running on trails.",
    ],
    [
      {
        by: "form",
        a: way({ form: "mixed", zones: ["marathon"] }),
        b: way({ form: "zones", zones: ["interval", "repetition"], pieces: 6, longestSeconds: 90 }),
      },
      "A is 4 pieces of up to 8 min at marathon pace, 32 min in all; B is 6 pieces at interval effort and repetition effort, the longest 90 s, 32 min in all.",
    ],
    [
      { by: "kind", a: way({ kind: "interval" }), b: way({ kind: "fartlek" }) },
      "A is intervals, 4 pieces of 8 min at threshold effort, 32 min in all; B is fartlek, 4 pieces of 8 min at threshold effort, 32 min in all.",
    ],
  ])("tells %j", (contrast, sentence) => {
    expect(contrastText(contrast, km)).toBe(sentence);
  });

  it("counts in miles for those who run in miles", () => {
    const easy = way({ form: "plain", metres: 16_093.44 });
    const contrast: Contrast = { by: "ground", a: easy, b: { ...easy, ground: "trail" } };
    expect(contrastText(contrast, { ...km, units: "mi" })).toContain("A is 10 mi without");
  });
});

describe("every session with a choice in a finished plan", () => {
  it.each([
    ["5k", "low", 4],
    ["10k", "mid", 5],
    ["half_marathon", "high", 6],
    ["marathon", "elite", 7],
  ] as const)("says how its options differ (%s, %s)", (distance, tier, daysPerWeek) => {
    const unknown = { weeklyMetres: null, longestMetres: null, result: null };
    const request = aRequest({ ...unknown, distance, tier, daysPerWeek, raceDate: onDate("2027-03-28") });
    const plan = generatePlan(request, realRulebook());
    const sessions = plan.ok
      ? plan.value.weeks.flatMap(({ days }) => days.flatMap((day) => day.sessions))
      : [];
    const choices = sessions.filter(({ optionB }) => optionB !== undefined);
    expect(choices.length).toBeGreaterThan(10);
    for (const { contrast, title } of choices) {
      expect(contrast, title).toBeDefined();
      if (contrast === undefined) continue;
      const { a, b } = contrast;
      const [one, other] = contrastText(contrast, km).slice("A is ".length, -1).split("; B is ");
      expect(one, title).not.toBe(other);
      if (a.form === "broken") expect(one, title).toContain(`${String(a.pieces)} pieces of`);
      if (b.form === "broken") expect(other, title).toContain(`${String(b.pieces)} pieces of`);
    }
    for (const { contrast, optionB } of sessions) if (optionB === undefined) expect(contrast).toBeUndefined();
  });
});
