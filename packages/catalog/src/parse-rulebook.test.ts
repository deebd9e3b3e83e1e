import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { configProblemText } from "./config-problem.ts";
import { parseRulebook } from "./parse-rulebook.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../../config/${name}`, import.meta.url), "utf8");
const RULES = read("plan_rules.yaml");
const LIBRARY = read("workout_library.yaml");

const parse = (rules: string, library = LIBRARY) =>
  parseRulebook({
    planRules: { name: "plan_rules.yaml", text: rules },
    workoutLibrary: { name: "workout_library.yaml", text: library },
  });

const problemsIn = (rules: string, library = LIBRARY): readonly string[] => {
  const parsed = parse(rules, library);
  return parsed.ok ? [] : parsed.error.map(configProblemText);
};

interface Planted {
  readonly text: string;
  /** `line:column` of what was planted, as an editor counts. */
  readonly place: string;
}

type Path = readonly (string | number)[];

/** The text with another value written at a path, whatever a coach has put there. */
function plant(text: string, path: Path, value: string): Planted {
  const node = parseDocument(text).getIn(path, true);
  return splice(text, rangeOf(node, path), value);
}

/** The text with the last key of a path spelt differently. */
function misspell(text: string, path: Path, spelling: string): Planted {
  const key = String(path.at(-1));
  const { start } = rangeOf(parseDocument(text).getIn(path, true), path);
  const at = text.lastIndexOf(`${key}:`, start);
  return splice(text, { start: at, end: at + key.length }, spelling);
}

function rangeOf(node: unknown, path: Path): { readonly start: number; readonly end: number } {
  const range: unknown =
    typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
  if (!Array.isArray(range)) throw new Error(`The configuration has no ${path.join(".")}.`);
  return { start: Number(range[0]), end: Number(range[1]) };
}

function splice(text: string, { start, end }: { start: number; end: number }, part: string): Planted {
  const before = text.slice(0, start).split("\n");
  const place = `${String(before.length)}:${String((before.at(-1) ?? "").length + 1)}`;
  return { text: text.slice(0, start) + part + text.slice(end), place };
}

describe("parseRulebook", () => {
  it("reads the configuration of this repository", () => {
    expect(problemsIn(RULES)).toEqual([]);
    const parsed = parse(RULES);
    expect(parsed.ok && parsed.value.races.half_marathon.metres).toBe(21_097.5);
    expect(parsed.ok && parsed.value.standardPlans).toHaveLength(24);
  });

  it("hands a changed number on to the engine", () => {
    const parsed = parse(plant(RULES, ["pace", "threshold"], "0.91").text);
    expect(parsed.ok && parsed.value.pace.threshold).toBe(0.91);
  });

  it("names a misspelt key, where it stands and what was meant, once", () => {
    const { text, place } = misspell(RULES, ["volume", "weekSecondsMax"], "weekSecondMax");
    expect(problemsIn(text)).toEqual([
      `plan_rules.yaml:${place}: volume.weekSecondMax is no key of this file; did you mean weekSecondsMax?`,
    ]);
  });

  it("lists the known keys where nothing is near, and what is missing then", () => {
    const { text, place } = misspell(RULES, ["horizon", "weeksMin"], "mood");
    const group = plant(RULES, ["horizon"], "").place;
    const [line] = group.split(":");
    expect(problemsIn(text)).toEqual(
      [
        `plan_rules.yaml:${String(Number(line) - 1)}:1: horizon.weeksMin is missing; ` +
          "expected a whole number of weeks from 0 to 60.",
        `plan_rules.yaml:${place}: horizon.mood is no key of this file; known here: weeksMin, weeksMax, source.`,
      ].toSorted(),
    );
  });

  it("names a misspelt dose", () => {
    const { text, place } = misspell(RULES, ["quality", "doses", "fartlek"], "fartleg");
    expect(problemsIn(text)).toEqual([
      `plan_rules.yaml:${place}: quality.doses.fartleg is no key of this file; did you mean fartlek?`,
    ]);
  });

  it("names a misspelt word and the words it knows", () => {
    const { text, place } = plant(LIBRARY, ["workouts", 1, "rungs", 0, "set", 0, "zone"], "repetiton");
    expect(problemsIn(RULES, text)).toEqual([
      `workout_library.yaml:${place}: workouts[1].rungs[0].set[0].zone is "repetiton"; expected one of walk, ` +
        "recovery, easy, steady, marathon, half_marathon, threshold, ten_k, interval, repetition, sprint, race " +
        "(did you mean repetition?).",
    ]);
  });

  it.each<[string, Path, string, string]>([
    ["a share above one", ["pace", "threshold"], "88", "is 88; expected a share from 0 to 1."],
    [
      "a negative distance",
      ["volume", "growthStepMetres"],
      "-6000",
      "is -6000; expected metres from 0 to 1000000.",
    ],
    [
      "half a week",
      ["horizon", "weeksMax"],
      "24.5",
      "is 24.5; expected a whole number of weeks from 0 to 60.",
    ],
    ["a number that is text", ["pace", "interval"], "fast", 'is "fast"; expected a share from 0 to 1.'],
    ["a number that is none", ["pace", "interval"], ".nan", "is NaN; expected a share from 0 to 1."],
    ["a number that is left out", ["pace", "interval"], "~", "is empty; expected a share from 0 to 1."],
    [
      "a number without end",
      ["pace", "slowRunnerRule", "offset"],
      ".inf",
      "is Infinity; expected an index from 0 to 100.",
    ],
    ["yes for true", ["pace", "slowRunnerRule", "enabled"], "yes", 'is "yes"; expected true or false.'],
    ["a version that is a number", ["version"], "2026.1", "is 2026.1; expected text."],
    [
      "a range upside down",
      ["days", "warmUpSeconds", "min"],
      "400000",
      "is 400000; expected min not above max.",
    ],
    [
      "an empty source",
      ["laws", "V6", "source"],
      '" "',
      'is " "; expected text that names where these numbers come from.',
    ],
    [
      "a list for a group",
      ["laws", "V6", "share"],
      "[0.62, 0.7]",
      "is a list of 2; expected a group of keys.",
    ],
    ["a group for a list", ["volume", "roundingMetres"], "{}", "is a group of keys; expected a list."],
  ])("refuses %s at its place", (_title, path, value, complaint) => {
    const { text, place } = plant(RULES, path, value);
    expect(problemsIn(text)).toEqual([`plan_rules.yaml:${place}: ${path.join(".")} ${complaint}`]);
  });

  it("refuses a piece of work that is sized twice", () => {
    const { text, place } = plant(
      LIBRARY,
      ["workouts", 1, "rungs", 0, "set", 0],
      "{ zone: sprint, seconds: 10, metres: 60 }",
    );
    expect(problemsIn(RULES, text)).toEqual([
      `workout_library.yaml:${place}: workouts[1].rungs[0].set[0] is a group of keys; ` +
        "expected exactly one of seconds, metres and dose.",
    ]);
  });

  it("tells mistakes of both files in the order of their lines", () => {
    const first = plant(RULES, ["pace", "threshold"], "88").text;
    const rules = plant(first, ["horizon", "weeksMax"], "-1").text;
    const library = plant(LIBRARY, ["workouts", 0, "frame"], "hole").text;
    expect(problemsIn(rules, library).map((text) => text.replace(/:.*?: /, " "))).toEqual([
      "plan_rules.yaml horizon.weeksMax is -1; expected a whole number of weeks from 0 to 60.",
      "plan_rules.yaml pace.threshold is 88; expected a share from 0 to 1.",
      'workout_library.yaml workouts[0].frame is "hole"; expected one of main, end, whole (did you mean whole?).',
    ]);
  });
});
