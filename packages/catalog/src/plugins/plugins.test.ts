import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  mkdirSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generatePlan, parseCalendarDate, type Plan, type Rulebook, standardRequest } from "@strideiq/engine";
import { describe, expect, it, vi } from "vitest";
import { configProblemText } from "../config-problem.ts";
import { parseRulebook } from "../parse-rulebook.ts";
import { extendRulebook, type ExtendedRulebook } from "./extend-rulebook.ts";
import { judgeByRules } from "./judge-by-rules.ts";
import type { PluginFiles } from "./parse-plugin.ts";

const ROOT = join(import.meta.dirname, "../../../..");
vi.setConfig({ testTimeout: 30_000 });

const SHIPPED = ["hill-blocks", "polarized", "run-walk-gentle"] as const;

const text = (name: string) => ({ name, text: readFileSync(join(ROOT, name), "utf8") });
const parsed = parseRulebook({
  planRules: text("config/plan_rules.yaml"),
  workoutLibrary: text("config/workout_library.yaml"),
});
if (!parsed.ok) throw new Error(parsed.error.map(configProblemText).join("\n"));
const base: Rulebook = parsed.value;

/** A plugin folder as it lies on the disk. */
function readFolder(folder: string, name: string): PluginFiles {
  const one = (file: string) => {
    const path = join(folder, name, `${file}.yaml`);
    return existsSync(path)
      ? { [file]: { name: `plugins/${name}/${file}.yaml`, text: readFileSync(path, "utf8") } }
      : {};
  };
  return {
    plugin: { name: "", text: "" },
    ...one("plugin"),
    ...one("workouts"),
    ...one("phases"),
    ...one("rules"),
  };
}

const switchedOn = ({ plugin, ...files }: PluginFiles): PluginFiles => ({
  ...files,
  plugin: { ...plugin, text: plugin.text.replace("on: false", "on: true") },
});
const shipped = (name: string): PluginFiles => readFolder(join(ROOT, "plugins"), name);

const extended = (...folders: readonly PluginFiles[]): ExtendedRulebook => {
  const read = extendRulebook(base, folders);
  if (!read.ok) throw new Error(read.error.map(configProblemText).join("\n"));
  return read.value;
};
const problemsOf = (...folders: readonly PluginFiles[]): readonly string[] => {
  const read = extendRulebook(base, folders);
  return read.ok ? [] : read.error.map(configProblemText);
};

const raceDate = parseCalendarDate("2027-04-18");
function standardPlan({ rulebook, rules }: ExtendedRulebook, distance: string, tier: string): Plan {
  const standard = rulebook.standardPlans.find((plan) => plan.distance === distance && plan.tier === tier);
  if (!raceDate.ok || standard === undefined) throw new Error("no such plan");
  const plan = generatePlan(standardRequest(standard, raceDate.value), rulebook);
  if (!plan.ok) throw new Error(`refused by ${plan.error.law}`);
  return judgeByRules(plan.value, rules);
}
const workoutsIn = (plan: Plan): ReadonlySet<string> =>
  new Set(
    plan.weeks.flatMap(({ days }) =>
      days.flatMap(({ sessions }) => sessions.map(({ workout }) => workout ?? "")),
    ),
  );

describe("the plugins that ship", () => {
  it("are these, off until somebody wants them, and change nothing while they are off", () => {
    expect(readdirSync(join(ROOT, "plugins")).toSorted()).toEqual(SHIPPED);
    expect(extended(...SHIPPED.map(shipped))).toEqual({ rulebook: base, rules: [], plugins: [] });
  });

  it.each(SHIPPED)("%s makes every standard plan clean, and its version stands in the plan", (name) => {
    const plan = standardPlan(extended(switchedOn(shipped(name))), "10k", "mid");
    expect(plan.provenance.plugins).toEqual({ [name]: "1.0.0" });
    expect(plan.certificate.laws.filter(({ verdict }) => verdict === "breach")).toEqual([]);
    expect(plan.certificate.laws.filter(({ id }) => id.startsWith(`${name}/`)).length).toBeGreaterThan(0);
  });

  it("go together, whatever order their folders come in", () => {
    const all = SHIPPED.map((name) => switchedOn(shipped(name)));
    const plan = standardPlan(extended(...all), "10k", "mid");
    expect(standardPlan(extended(...all.toReversed()), "10k", "mid")).toEqual(plan);
    expect(Object.keys(plan.provenance.plugins)).toEqual(SHIPPED);
  });

  it("put hills into a 10K plan, and less threshold into a polarized one", () => {
    const plain = standardPlan({ rulebook: base, rules: [], plugins: [] }, "10k", "mid");
    expect(workoutsIn(plain)).not.toContain("hill-block");
    expect(workoutsIn(standardPlan(extended(switchedOn(shipped("hill-blocks"))), "10k", "mid"))).toContain(
      "hill-block",
    );
    const sessions = (plan: Plan): number =>
      plan.weeks
        .flatMap(({ days }) => days.flatMap(({ sessions }) => sessions))
        .filter(({ kind }) => kind === "threshold").length;
    const polarized = standardPlan(extended(switchedOn(shipped("polarized"))), "10k", "mid");
    expect(sessions(polarized)).toBeLessThan(sessions(plain));
  });
});

describe("a YAML workout that is dropped into plugins/", () => {
  it("changes a plan, without a line of code", () => {
    const folder = mkdtempSync(join(tmpdir(), "strideiq-plugins-"));
    const drop = (file: string, content: string): void => {
      mkdirSync(join(folder, "club"), { recursive: true });
      writeFileSync(join(folder, "club", `${file}.yaml`), content);
    };
    drop(
      "plugin",
      "id: club\nversion: 2.1.0\ntitle: Our club\ndescription: What we run on Tuesdays.\non: true\n",
    );
    drop("workouts", clubWorkouts);
    const plan = standardPlan(extended(readFolder(folder, "club")), "10k", "mid");
    rmSync(folder, { recursive: true });
    expect(workoutsIn(plan)).toContain("club-minutes");
    expect(plan.workouts["club-minutes"]?.title).toBe("Club minutes");
    expect(plan.provenance.plugins).toEqual({ club: "2.1.0" });
  });
});

const clubWorkouts =
  shipped("hill-blocks")
    .workouts?.text.replace("hill-block", "club-minutes")
    .replace("Short climbs", "Club minutes")
    .replace("kind: hills", "kind: interval")
    .replace("surface: hills", "surface: any") ?? "";

const head = (id: string, on = true) => ({
  name: `plugins/${id}/plugin.yaml`,
  text: `id: ${id}\nversion: 1.0.0\ntitle: A\ndescription: B\non: ${String(on)}\n`,
});
const rule = (holds: string, id = "mine"): PluginFiles => ({
  plugin: head(id),
  rules: {
    name: `plugins/${id}/rules.yaml`,
    text: `rules:\n  - id: r\n    sentence: S.\n    holds: ${holds}\n    source: us\n`,
  },
});
const workouts = (change: (text: string) => string, id = "mine"): PluginFiles => ({
  plugin: head(id),
  workouts: { name: `plugins/${id}/workouts.yaml`, text: change(clubWorkouts) },
});

describe("a plugin is refused, with file, line and column,", () => {
  it.each([
    [
      "for a workout that the library has",
      (t: string) => t.replace("id: club-minutes", "id: easy-run"),
      /workouts[.]yaml:2:9: The workout easy-run is in the library already/,
    ],
    [
      "for a zone that nobody knows",
      (t: string) => t.replace("zone: interval", "zone: warp"),
      /workouts[.]yaml:\d+:\d+: .*rungs\[0\][.]set\[0\][.]zone is "warp"; expected one of/,
    ],
    ["for a misspelt key", (t: string) => t.replace("purpose:", "porpoise:"), /did you mean purpose/],
    [
      "for a title with a number",
      (t: string) => t.replace("Club minutes", "Club 400s"),
      /workouts[.]yaml:3:12/,
    ],
  ])("%s", (_, change, message) => {
    expect(problemsOf(workouts(change))).toContainEqual(expect.stringMatching(message));
  });

  it.each([
    ["that uses matches", 'week.phase.matches("a+")', /rules[.]yaml:4:12: .*uses matches/],
    [
      "that uses matches inside a loop",
      "week.sessions.exists(s, s.kind.matches('(a+)+$'))",
      /rules[.]yaml:4:36: .*uses matches/,
    ],
    [
      "about something that a week does not have",
      "week.miles > 10.0",
      /rules[.]yaml:4:17: .*No such key: miles/,
    ],
    [
      "in quotes about something that is not there",
      '"week.miles > 10.0"',
      /rules[.]yaml:4:18: .*No such key: miles/,
    ],
    ["that compares a number with a word", 'week.km > "ten"', /no such overload/],
    ["that is no yes or no", "week.km", /rules[.]yaml:4:12: .*is double; expected true or false/],
    ["that breaks off", "week.km >", /rules[.]yaml:4:21: .*Unexpected token/],
    [
      "that looks into its own loop three times",
      "week.sessions.all(a, week.sessions.all(b, week.sessions.all(c, a.km <= b.km + c.km)))",
      /costs \d+ steps; at most 2000/,
    ],
    ["that asks the clock", "timestamp('2026-01-01T00:00:00Z') < now()", /cannot be read/],
    ["that is far too long", `week.km > 1.0${" && week.km > 1.0".repeat(40)}`, /at most 500 characters/],
  ])("for a rule %s", (_, holds, message) => {
    expect(problemsOf(rule(holds))).toContainEqual(expect.stringMatching(message));
  });

  it("for an id that another plugin has, be it on or off", () => {
    expect(problemsOf({ plugin: head("twin") }, { plugin: head("twin", false) })).toEqual([
      "plugins/twin/plugin.yaml:1:5: There is a plugin twin already.",
    ]);
    expect(
      problemsOf(
        workouts((t) => t, "one"),
        workouts((t) => t, "two"),
      ),
    ).toEqual(["plugins/two/workouts.yaml:2:9: The workout club-minutes is in the plugin one already."]);
  });

  it("for phases that make no clean standard plan, with that plan and the law", () => {
    const phases = {
      name: "plugins/mine/phases.yaml",
      text: "programs:\n  - { distance: 5k, phase: taper, primary: [], touches: [] }\nsource: us\n",
    };
    expect(problemsOf({ plugin: head("mine"), phases })).toEqual([
      expect.stringMatching(/^plugins\/mine\/phases[.]yaml:1:1: .*5k in 12 weeks.*breaks law T4/),
    ]);
  });

  it.each([
    [
      "at the list that is empty",
      "{ distance: marathon, phase: peak, primary: [], secondary: [] }",
      /^plugins\/mine\/phases[.]yaml:2:49: races[.]marathon[.]program[.]peak[.]primary is empty, and so is secondary/,
    ],
    [
      "at the workout that the phase cannot hold",
      "{ distance: 10k, phase: build, secondary: [interval, sharpener] }",
      /^plugins\/mine\/phases[.]yaml:2:58: races[.]10k[.]program[.]build[.]secondary\[1\] is sharpener/,
    ],
  ])("for phases that train nothing that there is, %s", (_, program, message) => {
    const phases = { name: "plugins/mine/phases.yaml", text: `programs:\n  - ${program}\nsource: us\n` };
    expect(problemsOf({ plugin: head("mine"), phases })).toContainEqual(expect.stringMatching(message));
  });

  it("for a file of ten megabytes, and for anchors that explode", () => {
    const huge = { name: "plugins/mine/plugin.yaml", text: `# ${"x".repeat(10_000_000)}` };
    expect(problemsOf({ plugin: huge })[0]).toContain("more than 1000000 characters");
    const bomb = `a: &a [x, x]\nb: &b [${"*a, ".repeat(60)}*a]\nc: [${"*b, ".repeat(60)}*b]\n`;
    expect(problemsOf({ plugin: { name: "plugins/mine/plugin.yaml", text: bomb } })[0]).toContain("aliases");
  });
});

describe("a rule of a plugin", () => {
  it("flags the weeks in which it does not hold, in its own words, and refuses nobody", () => {
    const plan = standardPlan(extended(rule("week.km < 0.0")), "10k", "mid");
    const verdict = plan.certificate.laws.find(({ id }) => id === "mine/r");
    expect(verdict).toEqual({
      id: "mine/r",
      verdict: "flag",
      why: "S.",
      weeks: plan.weeks.map(({ week }) => week),
    });
  });

  it("that cannot be judged says so, and the plan goes on", () => {
    const plan = standardPlan(extended(rule("week.sessions[13].km >= 0.0")), "10k", "mid");
    expect(plan.certificate.laws.find(({ id }) => id === "mine/r")).toMatchObject({
      verdict: "not_applicable",
    });
  });
});
