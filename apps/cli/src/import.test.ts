import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plan, PlanDay } from "@strideiq/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { strideiq } from "./run-strideiq.fixture.ts";

const FIXTURES = fileURLToPath(new URL("../../../tests/fixtures/activities", import.meta.url));
const fixture = (name: string): string => join(FIXTURES, name);
const TODAY = ["--today", "2026-11-22", "--time-zone", "Europe/Zurich"];

let folder = "";
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-import-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("strideiq import", { timeout: 60_000 }, () => {
  it("tells what each file is, names duplicates and refusals, and goes on after them", async () => {
    const names = [
      "one-run-garmin-fenix-6.fit",
      "half-mile-repeats-workout.fit",
      "one-run-coros-pace-2.fit",
      "new-zealand-fr945.fit",
    ];
    const { code, err, out } = await strideiq(["import", ...names.map(fixture), ...TODAY]);
    expect([code, err]).toEqual([3, ""]);
    expect(out).toContain("Tuesday 7 January 2020 \u00B7 Run \u00B7 12.24 km");
    expect(out).toContain("refused: It holds a workout for a watch.");
    expect(out.match(/duplicate: the run is counted as Friday 7 May 2021/g)).toHaveLength(1);
    expect(out).toContain("4 files, 2 activities, 1 duplicate, 1 refused");
  });

  it("says the same whatever the order, and counts a file given twice once", async () => {
    const names = ["treadmill-fr945.fit", "beach-run-runkeeper.gpx", "intervals.tcx"].map(fixture);
    const json = async (some: readonly string[]): Promise<unknown> => {
      const { out } = await strideiq(["import", ...some, ...TODAY, "--format", "json"]);
      return (JSON.parse(out) as { activities: unknown }).activities;
    };
    const inOrder = await json(names);
    expect(await json(names.toReversed())).toEqual(inOrder);
    expect(await json([...names, ...names])).toEqual(inOrder);
  });

  it("says which option makes no sense", async () => {
    const { code, err } = await strideiq([
      "import",
      fixture("intervals.tcx"),
      "--today",
      "yesterday",
      "--time-zone",
      "Mars",
    ]);
    expect(code).toBe(4);
    expect(err).toContain("--time-zone: there is no zone Mars.");
    expect(err).toContain("--today: give a date");
  });
});

describe("strideiq import --plan", { timeout: 60_000 }, () => {
  const wish =
    "plan --race 10k --on 2026-12-20 --result 10k:44:40 --weekly-km 45 --longest-km 14 --days 5 --today 2026-10-05";

  async function planned(): Promise<Plan> {
    const { code } = await strideiq([
      ...wish.split(" "),
      "--time-zone",
      "Europe/Zurich",
      "--out",
      at("plan.json"),
    ]);
    expect(code).toBe(0);
    return JSON.parse(readFileSync(at("plan.json"), "utf8")) as Plan;
  }

  /** Runs the day's session at an even pace, from seven in the morning in Zurich, a point every ten seconds. */
  function ran(name: string, { date, sessions }: PlanDay, secondsPerKm: number): string {
    const seconds = Math.round(((sessions[0]?.metres ?? 0) / 1000) * secondsPerKm);
    const points = Array.from({ length: Math.floor(seconds / 10) + 1 }, (_, index) => {
      const latitude = 47.37 + (index * 10) / secondsPerKm / 111.195;
      const time = new Date(Date.parse(`${date}T06:00:00Z`) + index * 10_000).toISOString();
      return `<trkpt lat="${latitude.toFixed(7)}" lon="8.54"><ele>400</ele><time>${time}</time></trkpt>`;
    });
    const track = `<trk><type>running</type><trkseg>${points.join("")}</trkseg></trk>`;
    writeFileSync(at(name), `<?xml version="1.0"?><gpx version="1.1" creator="test">${track}</gpx>`);
    return at(name);
  }

  it("finds the sessions, tells easy from raced, and hands on to replan what was done", async () => {
    const plan = await planned();
    const easyDays = plan.weeks
      .flatMap(({ days }) => days)
      .filter(({ sessions }) => sessions[0]?.kind === "easy");
    const [first, second] = easyDays;
    if (first === undefined || second === undefined || plan.paces === null) throw new Error("No easy days.");
    const { easy, threshold } = plan.paces;
    const files = [
      ran("easy.gpx", first, (easy.fast + easy.slow) / 2),
      ran("raced.gpx", second, threshold.fast),
    ];
    const options = ["--plan", at("plan.json"), "--today", "2026-11-22", "--done-out", at("done.json")];
    const { code, out } = await strideiq(["import", ...files, ...options]);
    expect(code).toBe(0);
    const lines = out.split("\n").filter((line) => /Easy run.*: (nailed|missed) \u00B7/.test(line));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/: nailed \u00B7 volume (99|100|101) % \(nailed\), intent nailed$/);
    expect(lines[1]).toMatch(/: missed \u00B7 volume (99|100|101) % \(nailed\), intent missed \(too fast\)$/);
    expect(out).toMatch(/^Plan: 2 of \d+ done, 1 nailed, \d+ missed$/m);
    const replanned = await strideiq([
      "replan",
      at("plan.json"),
      "--from",
      "2026-11-22",
      "--done",
      at("done.json"),
    ]);
    expect([replanned.code, replanned.err]).not.toContain(4);
    expect([0, 2]).toContain(replanned.code);
  });
});
