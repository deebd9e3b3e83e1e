import { readFileSync } from "node:fs";
import type { Rulebook } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { configProblemText } from "../config-problem.ts";
import { pathText } from "../config-file.ts";
import { parseRulebook } from "../parse-rulebook.ts";
import { contractContradictions } from "./contract-contradictions.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../../../config/${name}`, import.meta.url), "utf8");
const RULES = read("plan_rules.yaml");
const workoutLibrary = { name: "workout_library.yaml", text: read("workout_library.yaml") };

const parsed = parseRulebook({ planRules: { name: "rules", text: RULES }, workoutLibrary });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
const shipped = parsed.value;

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The rulebook of the house with one value changed, or removed when it is undefined. */
function withValue(place: string, value: unknown): Rulebook {
  const changed = structuredClone(shipped);
  const keys = place.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<unknown>((node, key) => (isGroup(node) ? node[key] : undefined), changed);
  if (!isGroup(holder) || !(last in holder)) throw new Error(`The rulebook has no ${place}.`);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return changed;
}

const complaints = (place: string, value: unknown): readonly string[] =>
  contractContradictions(withValue(place, value)).map(({ message }) => message);

describe("a must that a configuration loosens", () => {
  it("stands nowhere in the configuration of this repository", () => {
    expect(contractContradictions(shipped)).toEqual([]);
  });

  it.each<[string, number, string]>([
    ["laws.V1.growthMax", 1.9, "laws.V1.growthMax is 1.9; law V1 takes 1 to 1.3"],
    ["laws.V3.ratioMax", 1.6, "laws.V3.ratioMax is 1.6; law V3 takes 1 to 1.5"],
    ["laws.V5.depthMax", 0.5, "laws.V5.depthMax is 0.5; law V5 takes at most 0.4"],
    ["laws.V6.share.min", 0.9, "laws.V6.share.min is 0.9; law V6 takes at least 0.97"],
    ["laws.V7.ratioMax", 3, "laws.V7.ratioMax is 3; law V7 takes 1 to 2.5"],
    ["laws.E1.entryMetres.marathon", 15_000, "law E1 takes at least 21000"],
    ["laws.E4.peakMetres.5k.max", 140_000, "law E4 takes at most 120000"],
    ["laws.S3.daysMin", 1, "laws.S3.daysMin is 1; law S3 takes at least 3"],
    ["laws.L1.tierMetresMin.marathon.high", 31_000, "law L1 takes at least 32000"],
    ["laws.L2.secondShareMax", 1, "law L2 takes at most 0.9"],
    ["laws.L3.growthMax", 1.4, "law L3 takes 1 to 1.3"],
    ["laws.L6.secondsMax.marathon", 14_400, "law L6 takes at most 12600"],
    ["laws.L8.sameWeeksMax", 4, "law L8 takes at most 2"],
    ["laws.H2.perWeekMax", 3, "law H2 takes at most 2"],
    ["laws.H5.daysMin.marathon", 7, "law H5 takes at least 13"],
    ["laws.I1.weekShareMin", 0.5, "law I1 takes at least 0.65"],
    ["laws.I2.shareMax", 0.2, "law I2 takes at most 0.1"],
    ["laws.I3.thresholdSeconds", 3600, "law I3 takes at most 2400"],
    ["laws.I6.leastShare", 0.3, "law I6 takes at least 0.6"],
    ["laws.I7.marathon.rehearsalDays.min", 7, "law I7 takes at least 17"],
    ["laws.I8.sessions.10k.thresholdEveryWeeks", 5, "law I8 takes 1 to 3"],
    ["laws.T1.weeks.marathon.min", 1, "law T1 takes at least 2"],
    ["laws.T2.raceWeekShareMax", 0.7, "law T2 takes at most 0.5"],
    ["laws.T6.metresMax.low", 12_000, "law T6 takes at most 8000"],
    ["laws.O1.loadShare", 0.3, "law O1 takes at most 0.15"],
    ["laws.C4.pointsMax", 3, "law C4 takes at most 1"],
    ["laws.H1.mastersGapDays", 0, "laws.H1.mastersGapDays is 0; law H1 takes at least 3"],
    ["volume.mastersStreakMax", 4, "volume.mastersStreakMax is 4; law V5 takes 1 to 3"],
    ["builder.unbrokenSeconds", 300, "builder.unbrokenSeconds is 300; law H4 takes at least 1800"],
    ["races.marathon.metres", 42_000, "races.marathon.metres is 42000; law S1 takes 42195"],
    ["horizon.weeksMin", 2, "horizon.weeksMin is 2; StrideIQ takes at least 4"],
  ])("is refused where it stands: %s of %d", (place, value, sentence) => {
    const [first = "", ...others] = complaints(place, value);
    expect(first).toContain(sentence);
    expect(first).toMatch(/a configuration may only be more careful[.]$/);
    expect(others).toEqual([]);
  });

  it("is refused with file, line and column, before any plan is made", () => {
    const from = "growthMax: 1.3,\n      smallMetres: 30000";
    expect(RULES).toContain(from);
    const text = RULES.replace(from, from.replace("1.3", "1.9"));
    const line = RULES.slice(0, RULES.indexOf(from)).split("\n").length;
    const refused = parseRulebook({ planRules: { name: "plan_rules.yaml", text }, workoutLibrary });
    expect(refused.ok ? [] : refused.error.map(configProblemText)).toEqual([
      `plan_rules.yaml:${String(line)}:18: laws.V1.growthMax is 1.9; law V1 takes 1 to 1.3, and a configuration may only be more careful.`,
    ]);
  });

  it("is refused when a limit is struck out", () => {
    expect(complaints("laws.I8.sessions.marathon.thresholdEveryWeeks", null)).toEqual([
      expect.stringContaining(
        "laws.I8.sessions.marathon.thresholdEveryWeeks is missing; law I8 takes 1 to 4",
      ),
    ]);
    expect(complaints("races.marathon.shortHorizon", undefined).length).toBe(4);
  });

  it("is refused where threshold work or a race comes into the base", () => {
    expect(complaints("laws.S7.kinds.base", ["easy", "long", "threshold"])).toEqual([
      "laws.S7.kinds.base[2] is threshold; law I5 has no place for it there.",
    ]);
    expect(complaints("laws.S7.kinds.peak", ["easy", "race"])).toEqual([
      "laws.S7.kinds.peak[1] is race; law S7 has no place for it there.",
    ]);
  });
});

describe("a way back from a break", () => {
  it.each<[string, unknown, string]>([
    ["laws.C2.rows.0.easyRuns", 1, "laws.C2.rows[0] asks for 1 easy runs after a break of 3 days"],
    ["laws.C2.rows.0.easyDays", 0, "laws.C2.rows[0] asks for 0 easy days after a break of 3 days"],
    ["laws.C2.rows.0.qualityFewer", 0, "laws.C2.rows[0] gives up no quality session after a break of 3 days"],
    ["laws.C2.rows.0.daysMin", 5, "laws.C2.rows has no return after a break of 3 days"],
    ["laws.C2.rows.1.weekShare", null, "laws.C2.rows[1] asks for no lighter week after a break of 7 days"],
    ["laws.C2.rows.2.weekShare.max", 0.9, "laws.C2.rows[2] asks for a week of up to 0.9 of the last"],
    ["laws.C2.rows.2.retest", false, "laws.C2.rows[2] asks for no test after a break of 14 days"],
    ["laws.C2.rows.3.newBase", false, "laws.C2.rows[3] asks for no new base after a break of 28 days"],
  ])("may not be quicker than law C2: %s", (place, value, sentence) => {
    expect(complaints(place, value)).toEqual([expect.stringContaining(sentence)]);
  });

  it("may be slower", () => {
    expect(complaints("laws.C2.rows.0.easyDays", 3)).toEqual([]);
    expect(complaints("laws.C2.rows.2.weekShare.max", 0.55)).toEqual([]);
  });
});

describe("a must that a configuration tightens", () => {
  it.each<[string, number]>([
    ["laws.V1.growthMax", 1.2],
    ["laws.S3.daysMin", 4],
    ["laws.L6.secondsMax.marathon", 12_000],
    ["laws.I7.marathon.rehearsalDays.min", 19],
    ["laws.H1.mastersGapDays", 4],
  ])("is taken: %s of %d", (place, value) => {
    expect(complaints(place, value)).toEqual([]);
  });

  it("and an aim may be moved either way", () => {
    expect(complaints("laws.V2.growthMax", 1.2)).toEqual([]);
    expect(complaints("laws.L6.secondsAim.marathon", 12_000)).toEqual([]);
  });
});

describe("a slip of the pen", () => {
  it.each<[string, number, string]>([
    ["volume.weekSecondsMax", 4320, "law E4 takes at least 18000, and beyond that no plan can be made"],
    ["longRun.unitSeconds", 0, "law V5 takes 60 to 1800"],
    [
      "races.10k.taper.volumeShare.0",
      0.036,
      "races.10k.taper.volumeShare[0] is 0.036; law T4 takes at least 0.2",
    ],
    ["quality.doses.threshold.metresMax", 1300, "law I6 takes at least 2000"],
  ])("is refused where it stands: %s of %d", (place, value, sentence) => {
    expect(complaints(place, value)).toEqual([expect.stringContaining(sentence)]);
  });
});

describe("where a problem stands", () => {
  it("is told by the path of the value", () => {
    const problems = contractContradictions(withValue("laws.I4.shareMax.interval", 0.5));
    expect(problems.map(({ path }) => pathText(path))).toEqual(["laws.I4.shareMax.interval"]);
  });
});
