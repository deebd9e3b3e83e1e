import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseRulebook } from "./parse-rulebook.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../../config/${name}`, import.meta.url), "utf8");
const RULES = read("plan_rules.yaml");
const LIBRARY = read("workout_library.yaml");

type Path = readonly (string | number)[];

const isGroup = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === "object" && value !== null;

/** The configuration with one value changed, or removed when it is undefined; JSON is YAML too. */
function edited(text: string, path: Path, value: unknown): string {
  const document: unknown = parse(text);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, key) => (isGroup(node) ? node[key] : undefined), document);
  if (!isGroup(parent)) throw new Error(`The configuration has no ${path.join(".")}.`);
  parent[path.at(-1) ?? ""] = value;
  return JSON.stringify(document);
}

const problemsIn = (rules: string, library = LIBRARY): readonly string[] => {
  const parsed = parseRulebook({
    planRules: { name: "rules", text: rules },
    workoutLibrary: { name: "library", text: library },
  });
  return parsed.ok ? [] : parsed.error.map(({ file, path, message }) => `${file} ${path}: ${message}`);
};

describe("contradictions in the rulebook", () => {
  it.each<[string, Path, unknown, string]>([
    [
      "a shortest plan longer than the longest",
      ["horizon", "weeksMin"],
      30,
      "rules horizon.weeksMin: horizon.weeksMin is 30, above weeksMax, which is 24.",
    ],
    [
      "tiers that do not rise",
      ["races", "5k", "tiers", "low", "fromMetres"],
      900_000,
      "rules races.5k.tiers.mid.fromMetres: races.5k.tiers.mid.fromMetres does not rise above the one before it.",
    ],
    [
      "tiers that leave beginners out",
      ["races", "5k", "tiers", "builder", "fromMetres"],
      1,
      "rules races.5k.tiers.builder.fromMetres: races.5k.tiers.builder.fromMetres must be 0: every runner has a tier.",
    ],
    [
      "a peak below the start",
      ["races", "5k", "tiers", "builder", "startMetres"],
      900_000,
      "rules races.5k.tiers.builder.startMetres: races.5k.tiers.builder.startMetres is 900000, above peakMetres",
    ],
    [
      "a taper that grows towards the race",
      ["races", "marathon", "taper", "volumeShare"],
      [0.8, 0.62, 0.34],
      "rules races.marathon.taper.volumeShare[1]: races.marathon.taper.volumeShare[1] does not rise above the one",
    ],
    [
      "a taper without shares for its weeks",
      ["races", "marathon", "taper", "volumeShare"],
      [0.34],
      "rules races.marathon.taper.volumeShare: races.marathon.taper.volumeShare needs a share for each",
    ],
    [
      "mesocycles out of order",
      ["races", "10k", "mesocycles", 0, "phase"],
      "peak",
      "rules races.10k.mesocycles[1].phase: races.10k.mesocycles[1].phase stands out of order",
    ],
    [
      "easy running faster than threshold",
      ["pace", "easy", "fast"],
      0.99,
      "rules pace.fast: pace.fast is 0.99, above threshold",
    ],
    [
      "records that fall with the distance",
      ["pace", "worldRecordSeconds", 1, "seconds"],
      1,
      "rules pace.worldRecordSeconds[1].seconds: pace.worldRecordSeconds[1].seconds does not rise",
    ],
    [
      "a standard plan longer than any plan",
      ["standardPlans", 0, "weeks"],
      28,
      "rules standardPlans[0].weeks: standardPlans[0].weeks lies outside the horizon.",
    ],
    [
      "a standard plan that stands twice",
      ["standardPlans", 1, "tier"],
      "low",
      "rules standardPlans[1]: standardPlans[1] stands twice: marathon in 18 weeks, low.",
    ],
    [
      "a stimulus that no workout trains",
      ["races", "5k", "program", "base", "touches"],
      ["threshold"],
      "rules races.5k.program.base.touches[0]: races.5k.program.base.touches[0] is threshold, and the library has no",
    ],
    [
      "a long run that no workout describes",
      ["races", "5k", "program", "base", "longRuns"],
      ["marathon_pace"],
      "rules races.5k.program.base.longRuns[0]: races.5k.program.base.longRuns[0] is marathon_pace, and the library",
    ],
    [
      "a phase after the base in which nothing is trained",
      ["races", "marathon", "program", "peak"],
      { primary: [], secondary: [], longRuns: ["easy"], touches: ["strides"] },
      "rules races.marathon.program.peak.primary: races.marathon.program.peak.primary is empty, and so is secondary",
    ],
    [
      "a stimulus in use that has no dose",
      ["quality", "doses", "interval"],
      undefined,
      "is interval, and quality.doses has no dose for it.",
    ],
  ])("refuses %s", (_title, path, value, complaint) => {
    expect(problemsIn(edited(RULES, path, value)).join("\n")).toContain(complaint);
  });

  it("refuses two workouts of one id", () => {
    expect(problemsIn(RULES, edited(LIBRARY, ["workouts", 3, "id"], "easy-run"))).toEqual([
      "library workouts[3].id: workouts[3].id is easy-run, and another workout has that id.",
    ]);
  });

  it("refuses a workout of the kind long that is no long run", () => {
    expect(problemsIn(RULES, edited(LIBRARY, ["workouts", 0, "kind"], "long")).join("\n")).toContain(
      "workouts[0].longRun is set for the kind long, and only for it.",
    );
  });
});
