import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { configProblemText } from "./config-problem.ts";
import { parseRulebook } from "./parse-rulebook.ts";
import { proveRulebook } from "./prove-rulebook.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../../config/${name}`, import.meta.url), "utf8");
const RULES = read("plan_rules.yaml");
const workoutLibrary = { name: "workout_library.yaml", text: read("workout_library.yaml") };

type Path = readonly (string | number)[];

/** The rules with one value changed, and the line on which it stands. */
function planted(path: Path, value: unknown): { readonly text: string; readonly line: number } {
  const document = parseDocument(RULES);
  if (!document.hasIn(path)) throw new Error(`The configuration has no ${path.join(".")}.`);
  document.setIn(path, value);
  const text = document.toString();
  return { text, line: lineOf(text, path) };
}

function lineOf(text: string, path: Path): number {
  const node = parseDocument(text).getIn(path, true);
  const range: unknown = typeof node === "object" && node !== null && "range" in node ? node.range : [];
  return text.slice(0, Array.isArray(range) ? Number(range[0]) : 0).split("\n").length;
}

const files = (text: string) => ({ planRules: { name: "plan_rules.yaml", text }, workoutLibrary });

const refusalOf = (text: string): readonly string[] => {
  const proved = proveRulebook(files(text));
  return proved.ok ? [] : proved.error.map(configProblemText);
};

describe("a number that no plan may hold", () => {
  it.each<[string, Path, number, RegExp]>([
    [
      "three hard days a week for everybody",
      ["quality", "perWeek", 0, "sessions"],
      3,
      /is 3; law H2 takes at most 2/,
    ],
    [
      "a long run of most of its week",
      ["longRun", "shareOfWeekMax", 1, "share"],
      0.7,
      /is 0\.7; law L5 takes at most 0\.5/,
    ],
    [
      "a marathon without a taper",
      ["races", "marathon", "taper", "weeksMin"],
      0,
      /is 0; law T1 takes at least 2/,
    ],
    [
      "fifty minutes at threshold",
      ["quality", "doses", "threshold", "seconds", "mid", "max"],
      3000,
      /law I3 takes at most 2400/,
    ],
    [
      "eleven kilometres of intervals",
      ["quality", "doses", "interval", "metresMax"],
      11_000,
      /law I3 takes at most 10000/,
    ],
    [
      "a fifth of the week at threshold",
      ["quality", "doses", "threshold", "shareOfWeekMax"],
      0.2,
      /law I4 takes at most 0\.17/,
    ],
    ["weeks that grow by half", ["volume", "growthHard"], 1.5, /law V1 takes at most 1\.3/],
    ["cutbacks that nobody notices", ["volume", "cutbackShare"], 0.97, /law V5 takes at most 0\.92/],
    ["cutbacks of half the week", ["volume", "cutbackShare"], 0.5, /law V5 takes at least 0\.6/],
    [
      "five build weeks on end for beginners",
      ["volume", "streakMax", "builder"],
      5,
      /law V5 takes at most 3/,
    ],
    ["a peak of three first weeks", ["volume", "peakGrowthHard"], 3, /law V7 takes at most 2\.5/],
    ["long runs that grow by half", ["longRun", "growthExact"], 1.5, /law L3 takes at most 1\.3/],
    ["a second long run in every week", ["longRun", "secondLongestAim"], 0.95, /law L2 takes at most 0\.9/],
    [
      "two thirds of the peak in race week",
      ["races", "10k", "taper", "volumeShare", 0],
      0.66,
      /law T2 takes at most 0\.5/,
    ],
    [
      "a long run of 45 km",
      ["races", "marathon", "tiers", "elite", "longRunPeakMetres"],
      45_000,
      /law L1 takes at most 40000/,
    ],
    [
      "a 5K plan of 125 km a week",
      ["races", "5k", "tiers", "elite", "peakMetres"],
      125_000,
      /law E4 takes at most 120000/,
    ],
    [
      "a standard plan of 10 km a week",
      ["standardPlans", 18, "startMetres"],
      8000,
      /standardPlans\[18\]\.peakMetres.*law V7/,
    ],
  ])("is refused at its line: %s", (_title, path, value, complaint) => {
    const { text, line } = planted(path, value);
    const [first = ""] = refusalOf(text);
    expect(first).toMatch(complaint);
    const isElsewhere = path[0] === "standardPlans";
    expect(first).toMatch(new RegExp(`^plan_rules[.]yaml:${isElsewhere ? "\\d+" : String(line)}:\\d+: `));
    expect(parseRulebook(files(text)).ok).toBe(false);
  });
});

describe("numbers that make no plan together", { timeout: 60_000 }, () => {
  it("prove to be none in the configuration of this repository", () => {
    expect(refusalOf(RULES)).toEqual([]);
  });

  it.each<[string, Path, number, RegExp, Path]>([
    [
      "run days that the law takes back",
      ["standardPlans", 0, "daysPerWeek"],
      7,
      /standardPlans\[0\] \(marathon in 18 weeks, low\) keeps law H4 only by giving way: days_per_week is 6 and not 7/,
      ["standardPlans", 0],
    ],
    [
      "a peak long run that takes too many hours",
      ["laws", "L1", "tierMetresMin", "marathon", "mid"],
      38_000,
      /standardPlans\[1\] \(marathon in 18 weeks, mid\) keeps law L6 only by giving way: long_run .*See longRun/,
      ["longRun"],
    ],
    [
      "a steadiness that no plan has, at the limit that was tightened",
      ["laws", "V6", "share", "min"],
      1.09,
      /standardPlans\[0\].* breaks law V6 \(.* against .*\) in week \d.*, and no other way keeps it. See laws.V6.share.min/,
      ["laws", "V6", "share", "min"],
    ],
    [
      "a marathon that needs more weeks than its plan has",
      ["races", "marathon", "weeksMin"],
      20,
      /standardPlans\[0\] \(marathon in 18 weeks, low\)/,
      ["standardPlans", 0],
    ],
  ])("are refused with the first plan and its law: %s", (_title, path, value, complaint, place) => {
    const { text } = planted(path, value);
    const problems = refusalOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(complaint);
    expect(problems[0]).toMatch(new RegExp(`^plan_rules[.]yaml:${String(lineOf(text, place))}:\\d+: `));
    expect(parseRulebook(files(text)).ok).toBe(true);
  });

  it("are not looked for where the file itself is wrong", () => {
    expect(refusalOf(RULES.replace("weeksMax: 24", "weeksMaxx: 24"))[0]).toContain("weeksMaxx is no key");
  });
});
