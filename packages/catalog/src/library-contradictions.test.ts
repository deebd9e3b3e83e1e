import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isMap, isSeq, parseDocument } from "yaml";
import { configProblemText } from "./config-problem.ts";
import { parseRulebook } from "./parse-rulebook.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../../config/${name}`, import.meta.url), "utf8");
const RULES = read("plan_rules.yaml");
const LIBRARY = read("workout_library.yaml");

/** The library with one value of one workout written anew, and which workout it is. */
function edited(id: string, key: string, value: unknown): { readonly text: string; readonly index: number } {
  const document = parseDocument(LIBRARY);
  const workouts = document.get("workouts");
  if (!isSeq(workouts)) throw new Error("The library has no workouts.");
  const index = workouts.items.findIndex((item) => isMap(item) && item.get("id") === id);
  if (index === -1) throw new Error(`The library has no ${id}.`);
  document.setIn(["workouts", index, ...key.split(".").map(asKey)], value);
  return { text: document.toString(), index };
}

const asKey = (key: string): string | number => (/^\d+$/.test(key) ? Number(key) : key);

function problemsWith(id: string, key: string, value: unknown): readonly string[] {
  const { text, index } = edited(id, key, value);
  const parsed = parseRulebook({
    planRules: { name: "rules", text: RULES },
    workoutLibrary: { name: "library", text },
  });
  return parsed.ok
    ? []
    : parsed.error.map((problem) =>
        `${problem.path}: ${problem.message}`.replaceAll(`workouts[${String(index)}]`, id),
      );
}

describe("the workout library", () => {
  const parsed = parseRulebook({
    planRules: { name: "rules", text: RULES },
    workoutLibrary: { name: "library", text: LIBRARY },
  });
  const workouts = parsed.ok ? parsed.value.workouts : [];

  it("holds at least sixty definitions", () => {
    expect(workouts.length).toBeGreaterThanOrEqual(60);
  });

  it("says kilometre or mile only where a runner runs pieces of that length, whatever units are shown", () => {
    const naming = workouts.filter(({ purpose, feel }) => /kilomet|\bmiles\b|\bkm\b/i.test(purpose + feel));
    const isLaidOut = ({ rungs }: (typeof workouts)[number]): boolean =>
      rungs.length > 0 && rungs.every((rung) => /"metres":(1000|1609)\b/.test(JSON.stringify(rung)));
    expect(naming.length).toBeGreaterThan(0);
    expect(naming.filter((workout) => !isLaidOut(workout)).map(({ id }) => id)).toEqual([]);
  });

  it("lets every key session choose between two", () => {
    const keySessions = workouts.filter(
      ({ role, quality, kind }) => role === "primary" && (quality || kind === "long"),
    );
    expect(keySessions.filter(({ partners }) => partners.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it("tells for every stop in one sentence when it holds, and uses each", () => {
    if (!parsed.ok) throw new Error(parsed.error.map(configProblemText).join("\n"));
    const { contraindications, stops } = parsed.value;
    const used = new Set([
      ...stops.everySession,
      ...stops.qualitySessions,
      ...workouts.flatMap(({ notIf }) => notIf),
    ]);
    expect(Object.keys(contraindications).filter((id) => ![...used].some((name) => name === id))).toEqual([]);
  });
});

describe("contradictions in the workout library", () => {
  it.each<[string, string, string, unknown, string]>([
    ["a partner that does not exist", "tempo-run", "partners.0", "hilly-temp", "and no workout has that id"],
    ["a workout as its own partner", "tempo-run", "partners.0", "tempo-run", "which is the workout itself"],
    [
      "a partner of another stimulus",
      "tempo-run",
      "partners.0",
      "repeats-800",
      "which trains something else",
    ],
    [
      "a partner of another long run",
      "long-easy",
      "partners.0",
      "long-progression",
      "which trains something else",
    ],
    [
      "an easy partner for a hard session",
      "long-strong-finish",
      "partners",
      ["long-fast-finish"],
      "and only one of the two is a quality session",
    ],
    [
      "a partner that is the same kind of session",
      "cruise-intervals",
      "partners.0",
      "long-cruise-intervals",
      "which differs neither in structure nor in surface",
    ],
    [
      "a partner for another phase",
      "minute-repeats",
      "phases",
      ["base"],
      "which shares no phase, race or tier with it",
    ],
    [
      "a long run without fuelling",
      "long-easy",
      "fuelling",
      null,
      "is of the kind long, which may outlast fuelling.fromSeconds, and has no fuelling",
    ],
    [
      "a partner of the same name",
      "tempo-run",
      "title",
      "Hilly tempo run",
      "is hilly-tempo-run, which has the same title",
    ],
    [
      "hills that no word tells",
      "long-trail",
      "title",
      "Another long run",
      "long-trail.surface is trail, and neither the title nor an effort says so",
    ],
    [
      "flat ground as the only difference",
      "dress-rehearsal-half-marathon",
      "partners.0",
      "half-marathon-pace-run",
      "which differs neither in structure nor in surface",
    ],
    [
      "a kind that its phase forbids",
      "tempo-run",
      "phases",
      ["base", "build"],
      "tempo-run.phases[0] is base, where laws.S7.kinds has no session of the kind threshold",
    ],
    [
      "repeats that cannot grow",
      "repeats-800",
      "rungs.0.times",
      { min: 5, max: 5 },
      "repeats-800.progress is repeats, and no rung leaves room for it",
    ],
    ["pieces that cannot grow", "repeats-800", "progress", "piece_length", "no rung leaves room for it"],
    ["a title with a number", "tempo-run", "title", "Tempo 24 min", "expected text without a number"],
    [
      "a purpose of two sentences",
      "tempo-run",
      "purpose",
      "One effort. It is long.",
      "expected one sentence with its full stop",
    ],
    ["a purpose that does not end", "tempo-run", "purpose", "One effort", "expected one sentence"],
    ["an id with capitals", "tempo-run", "id", "tempoRun", "expected lower-case words joined by hyphens"],
    ["a stop that is not known", "tempo-run", "notIf", ["knee_pian"], "(did you mean knee_pain?)"],
  ])("refuses %s", (_title, id, key, value, complaint) => {
    expect(problemsWith(id, key, value).join("\n")).toContain(complaint);
  });

  it("refuses an option that nothing offers", () => {
    expect(problemsWith("strides", "partners", []).join("\n")).toContain(
      "is the option hill-strides, and no workout names it among its partners.",
    );
  });

  it("refuses a program whose only workout is an option", () => {
    expect(problemsWith("marathon-pace-run", "role", "option").join("\n")).toContain(
      "races.marathon.program.peak.secondary[0] is marathon_pace, and the library has no such workout",
    );
  });

  it("names the line and column of a partner that does not exist", () => {
    const line = LIBRARY.split("\n").findIndex((text) => text.includes("partners: [hill-strides]")) + 1;
    const parsed = parseRulebook({
      planRules: { name: "rules", text: RULES },
      workoutLibrary: {
        name: "library",
        text: LIBRARY.replace("partners: [hill-strides]", "partners: [hill-stride]"),
      },
    });
    expect(parsed.ok ? [] : parsed.error.map(configProblemText)).toContain(
      `library:${String(line)}:16: workouts[1].partners[0] is hill-stride, and no workout has that id.`,
    );
  });
});

describe("contraindications", () => {
  it("miss no sentence", () => {
    const document = parseDocument(LIBRARY);
    document.deleteIn(["contraindications", "knee_pain"]);
    const parsed = parseRulebook({
      planRules: { name: "rules", text: RULES },
      workoutLibrary: { name: "library", text: document.toString() },
    });
    expect(parsed.ok ? [] : parsed.error.map(({ path }) => path)).toEqual(["contraindications.knee_pain"]);
  });
});
