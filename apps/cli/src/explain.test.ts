import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { strideiq } from "./run-strideiq.fixture.ts";
import { strideiq as spawned } from "./spawn-strideiq.fixture.ts";

let folder = "";
const at = (name: string): string => join(folder, name);

const explained = (...args: readonly string[]): ReturnType<typeof strideiq> =>
  strideiq(["explain", at("plan.json"), ...args]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-explain-"));
  const wish =
    "plan --race marathon --on 2027-04-18 --result half_marathon:1:38:20 --weekly-km 55 --longest-km 18 --days 5 --off mon";
  const made = await strideiq([...wish.split(" "), "--today", "2026-11-23", "--out", at("plan.json")]);
  expect(made.code).toBe(0);
}, 30_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("strideiq explain", { timeout: 60_000 }, () => {
  it("tells why that session, in numbers, with its week, its phase and both ways to run it", async () => {
    const { code, err, out } = await explained("--date", "2027-02-28");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^SUNDAY 28 FEBRUARY 2027\nWeek 14 of 21 · Peak · 49 days to the race\n/);
    expect(out).toMatch(/\nLONG RUN.*, \d+(\.\d)? km\n/);
    expect(out).toMatch(/\nWHY\n- \w+ of (\w+|14) long runs on the way up: /);
    expect(out).toContain("(law L8, a staircase of long runs)");
    expect(out).toMatch(
      /\nOPTION B: .*\n[^\n]*\nA is [^.]*(?:\.\d[^.]*)*; B is [^.]*(?:\.\d[^.]*)*\.\n +A \(yours\) +B\n/,
    );
    expect(out).toMatch(/\nLoad +\d+ +\d+\nDistance +[\d.]+ km +[\d.]+ km\nIn all +/);
    expect(out).toMatch(/\nWEEK 14: build week, [\d.]+ km\n- [\d.]+ km, /);
    expect(out).toMatch(/\nPEAK: weeks 13 to 18\n- Peak: /);
  });

  it("speaks miles when it is asked to", async () => {
    const { out } = await explained("--date", "2027-02-28", "--units", "mi");
    expect(out).toMatch(/ mi\b/);
    expect(out).not.toMatch(/\d km\b/);
  });

  it("tells why a day of rest is one", async () => {
    const { code, out } = await explained("--date", "2027-01-11");
    expect(code).toBe(0);
    expect(out).toContain("\nREST\n- Monday is not free for running. (your wish)\n");
    expect(out).not.toContain("OPTION B");
  });

  it("gives programs the data that the sentences are made from", async () => {
    const { code, out } = await explained("--date", "2027-02-28", "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      date: "2027-02-28",
      daysToRace: 49,
      sessions: [{ kind: "long", why: [{ kind: "long_step", law: "L8" }, {}, {}] }],
      comparisons: [{ a: {}, b: {} }],
      week: { week: 14, phase: "peak" },
      phase: { phase: "peak", firstWeek: 13, lastWeek: 18 },
      rest: [],
    });
  });

  it("reads a plan from standard input", () => {
    const stdin = readFileSync(at("plan.json"), "utf8");
    const { code, out } = spawned(["explain", "-", "--date", "2027-04-18"], { stdin });
    expect(code).toBe(0);
    expect(out).toContain("race day");
    expect(out).toContain("Everything is built back from here: 42.2 km after 21 weeks");
  });

  it("explains a session anew when option B was chosen", async () => {
    const text = readFileSync(at("plan.json"), "utf8").replaceAll('"chosen": "a"', '"chosen": "b"');
    writeFileSync(at("b.json"), text);
    const { out } = await strideiq(["explain", at("b.json"), "--date", "2027-02-28"]);
    expect(out).toMatch(
      /\nOPTION A: .*\n[^\n]*\nA is [^.]*(?:\.\d[^.]*)*; B is [^.]*(?:\.\d[^.]*)*\.\n +A +B \(yours\)\n/,
    );
  });

  it.each([
    ["2026-11-22", "is before the plan, which goes from Mon 23 Nov 2026 to Sun 18 Apr 2027."],
    ["2027-04-19", "is after the plan, which goes from Mon 23 Nov 2026 to Sun 18 Apr 2027."],
    ["2027-02-30", "is not a day on the calendar."],
    ["tomorrow", "is not a day on the calendar."],
  ])("says that %s %s", async (date, sentence) => {
    const { code, err, out } = await explained("--date", date);
    expect([code, out]).toEqual([4, ""]);
    expect(err).toContain(date);
    expect(err).toContain(sentence);
  });

  it("asks for a day, and for a file that is a plan", async () => {
    const { code: missing, err: told } = await explained();
    expect(missing).toBe(4);
    expect(told).toContain("'--date <date>'");
    writeFileSync(at("no-plan.json"), "{}");
    for (const file of ["nowhere.json", "no-plan.json"]) {
      const { code, err } = await strideiq(["explain", at(file), "--date", "2027-02-28"]);
      expect(code).toBe(3);
      expect(err).toContain(file);
    }
  });
});
