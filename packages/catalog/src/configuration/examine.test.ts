import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Examined, type ExaminedFiles, examineConfiguration } from "./examine.ts";
import { madeUpAthletes } from "./made-up-athletes.ts";

const read = (name: string) => ({
  name,
  text: readFileSync(new URL(`../../../../config/${name}`, import.meta.url), "utf8"),
});
const standing = { planRules: read("plan_rules.yaml"), workoutLibrary: read("workout_library.yaml") };

const changed = (from: string, to: string): ExaminedFiles => {
  const text = standing.planRules.text.replace(from, to);
  if (text === standing.planRules.text) throw new Error(`no ${from}`);
  return { draft: { ...standing, planRules: { ...standing.planRules, text } }, standing, plugins: [] };
};

function examine(files: ExaminedFiles): { readonly found: Examined; readonly steps: number } {
  const work = examineConfiguration(files);
  let steps = 0;
  let step = work.next();
  while (step.done !== true) {
    expect(step.value).toEqual({ done: steps, total: 224 });
    steps += 1;
    step = work.next();
  }
  return { found: step.value, steps };
}

describe("a draft that is looked at", () => {
  it("is clean and changes nothing when nothing was changed, plan after plan", () => {
    const { found, steps } = examine({ draft: standing, standing, plugins: [] });
    expect(steps).toBe(224);
    expect(found.problems).toEqual([]);
    expect(found.plans).toEqual([]);
    expect(found.athletes).toMatchObject({ asked: 200, changed: 0 });
    expect(found.athletes.served).toBe(found.athletes.servedBefore);
    // Most are served, and some are not: both kinds have to be seen.
    expect(found.athletes.served).toBeGreaterThan(150);
  }, 120_000);

  it("says which standard plans a number changes, and how", () => {
    const [line = ""] = /distance: 5k.*tier: low.*/.exec(standing.planRules.text) ?? [];
    const peak = /peakMetres: (\d[\d_]*)/.exec(line)?.[1] ?? "";
    const less = String(Number(peak.replaceAll("_", "")) - 3_000);
    const { found } = examine(changed(line, line.replace(`peakMetres: ${peak}`, `peakMetres: ${less}`)));
    expect(found.plans.map(({ id }) => id)).toEqual(["5k-12-weeks-low"]);
    expect(found.plans[0]?.peakMetresAfter).toBeLessThan(found.plans[0]?.peakMetresBefore ?? 0);
    expect(found.plans[0]?.examples.length).toBeGreaterThan(0);
  }, 120_000);
});

describe("the made-up athletes", () => {
  it("are the same each time, and no two are alike", () => {
    const wishes = madeUpAthletes().map((wish) => JSON.stringify(wish));
    expect(new Set(wishes).size).toBe(200);
    expect(madeUpAthletes().map((wish) => JSON.stringify(wish))).toEqual(wishes);
  });
});
