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
    expect(found.athletes).toMatchObject({ asked: 200, changed: 0, measures: [], most: [], refused: [] });
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
    const [plan] = found.plans;
    expect(plan?.after?.peakMetres).toBeLessThan(plan?.before?.peakMetres ?? 0);
    expect(plan?.after?.totalMetres).toBeLessThan(plan?.before?.totalMetres ?? 0);
    expect([plan?.after?.weeks, plan?.after?.taperWeeks]).toEqual([
      plan?.before?.weeks,
      plan?.before?.taperWeeks,
    ]);
    expect(plan?.examples.length).toBeGreaterThan(0);
  }, 120_000);

  it("sums up for whom which number goes which way, names who changes most, and stays small", () => {
    const { found } = examine(changed("volume:\n  growthAim: 1.1\n", "volume:\n  growthAim: 1.05\n"));
    const { athletes } = found;
    expect(athletes.changed).toBeGreaterThan(athletes.most.length);
    expect(athletes.most).toHaveLength(10);
    const inAll = athletes.measures.find(({ measure }) => measure === "totalMetres");
    // Weeks that grow more slowly are shorter ones: no plan has more in all.
    expect(inAll).toMatchObject({ more: 0, most: { athlete: athletes.most[0]?.athlete } });
    expect(inAll?.less).toBeGreaterThan(10);
    expect(inAll?.most.after).toBeLessThan(inAll?.most.before ?? 0);
    expect(JSON.stringify(found).length).toBeLessThan(50_000);
  }, 120_000);
});

describe("the made-up athletes", () => {
  it("are the same each time, and no two are alike", () => {
    const wishes = madeUpAthletes().map((wish) => JSON.stringify(wish));
    expect(new Set(wishes).size).toBe(200);
    expect(madeUpAthletes().map((wish) => JSON.stringify(wish))).toEqual(wishes);
  });
});
