import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { strideiq } from "./run-strideiq.fixture.ts";
import { strideiq as spawned } from "./spawn-strideiq.fixture.ts";

const TODAY = ["--today", "2026-11-23"];
const MARATHON = [
  ..."plan --race marathon --on 2027-04-18 --result half_marathon:1:38:20".split(" "),
  ..."--weekly-km 55 --longest-km 18 --days 5 --off mon".split(" "),
  ...TODAY,
];

describe("strideiq", { timeout: 30_000 }, () => {
  it("can be started from a shell", () => {
    const main = new URL("main.ts", import.meta.url);
    expect(statSync(main).mode & 0o111).toBe(0o111);
    expect(readFileSync(main, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it.each([[], ["plan"], ["check"], ["explain"], ["import"], ["standard"]])(
    "explains %s with examples and exit codes",
    async (...command) => {
      const { code, out, err } = await strideiq([...command, "--help"]);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toContain("Examples:");
      expect(out).toContain("2  the wish cannot be kept");
    },
  );

  it("names the command that was probably meant", async () => {
    const { code, err, out } = await strideiq(["pln"]);
    expect([code, out]).toEqual([4, ""]);
    expect(err).toBe("strideiq: Unknown command 'pln' (Did you mean plan?) See strideiq --help.\n");
  });
});

describe("strideiq plan", { timeout: 30_000 }, () => {
  it("prints the plan that was wished for", async () => {
    const { code, err, out } = await strideiq(MARATHON);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^MARATHON {2}Sunday 18 April 2027\n21 weeks from Mon 23 Nov · \d run days a week/);
    expect(out).toContain("Paces from a half marathon in 1:38:20");
    expect(out).toMatch(/^\d+ laws: .*, 0 broken/m);
  });

  it("prints the same in a process of its own", async () => {
    expect(spawned(MARATHON)).toEqual(await strideiq(MARATHON));
  });

  it("takes miles for kilometres, and keeps speaking miles", async () => {
    const { code, out } = await strideiq([
      "plan",
      "--race",
      "10k",
      "--on",
      "2027-02-14",
      "--weekly-mi",
      "25",
      "--days",
      "4",
      ...TODAY,
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^~\d+ mi in all/m);
  });

  it("puts the race of a standard plan so many weeks after the next week start", async () => {
    const { out } = await strideiq([
      "plan",
      "--race",
      "5k",
      "--weeks",
      "8",
      "--tier",
      "low",
      "--today",
      "2026-11-25",
    ]);
    expect(out).toMatch(
      /^5K {2}Sunday 24 January 2027\n8 weeks from Mon 30 Nov · 4 run days a week · low volume/,
    );
  });

  it("fits the terminal, and colours it only where that is wanted", async () => {
    const narrow = (await strideiq(MARATHON, { COLUMNS: "60" })).out;
    for (const line of narrow.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
    expect(narrow).not.toContain("\u001B[");
    expect((await strideiq(MARATHON, { FORCE_COLOR: "1" })).out).toContain("\u001B[");
    expect((await strideiq(MARATHON, { FORCE_COLOR: "1", NO_COLOR: "1" })).out).not.toContain("\u001B[");
  });

  it("keeps a Tuesday within its limit and the days off free", async () => {
    const { out } = await strideiq([...MARATHON, "--limit", "tue=45min", "--format", "json"]);
    const plan = JSON.parse(out) as {
      request: { dayLimits: unknown; unavailable: unknown };
      weeks: { days: { sessions: { seconds: number }[] }[] }[];
    };
    expect(plan.request).toMatchObject({ dayLimits: { tue: 2700 }, unavailable: ["mon"] });
    for (const { days } of plan.weeks) {
      expect(days[0]?.sessions).toEqual([]);
      for (const { seconds } of days[1]?.sessions ?? []) expect(seconds).toBeLessThanOrEqual(2700);
    }
  });

  it("prints a standard plan in notation, a line for each session", async () => {
    const args = "plan --race 5k --weeks 8 --tier low --today 2026-11-25 --format notation";
    const { code, out } = await strideiq(args.split(" "));
    expect(code).toBe(0);
    expect(out).toMatch(
      /^5k low, 8 weeks, 4 days a week, race 2027-01-24\n\nW1 2026-11-30 base\/build [\d.]+km\n/,
    );
    expect(out).toMatch(/^ {2}sun +~5\.0km race\* Race day: 5km race\n$/m);
  });

  it("refuses what is unsafe with the reason, and prints the nearest plan", async () => {
    const { code, err, out } = await strideiq([
      "plan",
      "--race",
      "marathon",
      "--on",
      "2026-12-27",
      "--weekly-km",
      "15",
      "--days",
      "4",
      ...TODAY,
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/^strideiq: .*weeks.*\nstrideiq: The nearest plan that is safe: /);
    expect(out).toMatch(/^(5K|10K|HALF MARATHON|MARATHON) {2}/);
    expect(out).toContain(", 0 broken");
  });

  it("tells all that is wrong at once", async () => {
    const { err } = await strideiq(["plan", "--days", "x", "--age", "old"]);
    expect(
      err
        .trim()
        .split("\n")
        .map((line) => line.split(":")[1]?.trim()),
    ).toEqual(["--race", "--on", "--days", "--age"]);
  });
});
