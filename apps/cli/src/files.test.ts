import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Plan, type Session } from "@strideiq/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUSE_CONFIG } from "./config.ts";
import { strideiq } from "./run-strideiq.fixture.ts";
import { strideiq as spawned } from "./spawn-strideiq.fixture.ts";

let folder = "";
const at = (...names: readonly string[]): string => join(folder, ...names);

const FIVE_K = "plan --race 5k --weeks 8 --tier low --today 2026-11-23".split(" ");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-cli-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The plan with its first week's runs doubled, and the certificate of the plan that it was. */
function spoilt(plan: Plan): unknown {
  const twice = (session: Session): Session => ({ ...session, metres: session.metres * 2 });
  const weeks = plan.weeks.map((week) =>
    week.week === 1
      ? { ...week, days: week.days.map((day) => ({ ...day, sessions: day.sessions.map(twice) })) }
      : week,
  );
  return { ...plan, weeks };
}

describe("plans in files", { timeout: 60_000 }, () => {
  it("writes JSON that check passes", async () => {
    expect(await strideiq([...FIVE_K, "--out", at("plan.json")])).toMatchObject({
      code: 0,
      out: `Wrote ${at("plan.json")}\n`,
    });
    const { code, err, out } = await strideiq(["check", at("plan.json")]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/5K, Sunday 17 January 2027, 8 weeks\n\d+ laws: .*, 0 broken/);
    expect(out).toMatch(/^ok {6}S1 {2}The race on its day/m);
  });

  it("judges a plan anew, whatever its own certificate says", async () => {
    const plan = JSON.parse(readFileSync(at("plan.json"), "utf8")) as Plan;
    writeFileSync(at("spoilt.json"), JSON.stringify(spoilt(plan)));
    const { code, out } = await strideiq(["check", at("spoilt.json")]);
    expect(code).toBe(1);
    expect(out).toMatch(/^BROKEN {2}S6 {2}Numbers that add up/m);
    expect(out).toContain("The file's own certificate says kept: S6 Numbers that add up is broken.");
  });

  it("reads a plan from a pipe, and gives several certificates as JSON", () => {
    const { code, out } = spawned(["check", "-", at("spoilt.json"), at("none.json"), "--format", "json"], {
      stdin: readFileSync(at("plan.json"), "utf8"),
    });
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject([
      { file: "-", verdict: "pass" },
      { file: at("spoilt.json"), verdict: "breach" },
      { file: at("none.json"), verdict: "unreadable" },
    ]);
  });

  it.each([
    ["plan.txt", "MARATHON", /plan\.txt: This is not JSON/],
    [
      "other.json",
      `{"schema":"strideiq.plan/9"}`,
      /other\.json: This is no plan: schema is "strideiq\.plan\/9"; expected/,
    ],
    ["half.json", `{"schema":"strideiq.plan/1","distance":"5k"}`, /half\.json: tier is missing; expected/],
  ])("says what is wrong with %s", async (name, content, sentence) => {
    writeFileSync(at(name), content);
    const { code, err, out } = await strideiq(["check", at(name)]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toMatch(sentence);
  });

  it("leaves no half file where it cannot write", async () => {
    mkdirSync(at("taken.json"));
    const { code, err } = await strideiq([...FIVE_K, "--out", at("taken.json")]);
    expect([code, err]).toEqual([3, `strideiq: ${at("taken.json")} could not be written: it is a folder.\n`]);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("strideiq standard", { timeout: 120_000 }, () => {
  it("writes every standard plan, all of them clean when checked, and the same each time", async () => {
    const { err, out } = await strideiq(["standard", "--out", at("plans")]);
    expect(err).toBe("");
    expect(out.trim().split("\n")).toHaveLength(24);
    const names = readdirSync(at("plans"));
    expect(names).toHaveLength(24);
    const checked = await strideiq(["check", ...names.map((name) => at("plans", name))]);
    expect(checked).toMatchObject({ code: 0, err: "" });
    expect(checked.out).toMatch(/\n24 of 24 clean\. \d+ to \d+ of 62 laws apply and ran on each\.\n$/);
    await strideiq(["standard", "--out", at("again"), "--text"]);
    expect(readdirSync(at("again")).filter((name) => name.endsWith(".txt"))).toHaveLength(24);
    for (const name of names)
      expect(readFileSync(at("again", name), "utf8"), name).toBe(readFileSync(at("plans", name), "utf8"));
  });
});

describe("the configuration", { timeout: 30_000 }, () => {
  it("proves itself on all standard plans", async () => {
    const { code, out } = await strideiq(["check-config"]);
    expect(out).toMatch(
      /makes all 24 standard plans as it wants them, with \d+ workouts and clean under \d+ laws/,
    );
    expect(code).toBe(0);
  });

  it("is refused with the first plan that it does not make", async () => {
    cpSync(HOUSE_CONFIG, at("config"), { recursive: true });
    const rules = readFileSync(at("config", "plan_rules.yaml"), "utf8");
    const seven = rules.replace("tier: low, daysPerWeek: 4", "tier: low, daysPerWeek: 7");
    writeFileSync(at("config", "plan_rules.yaml"), seven);
    const { code, err } = await strideiq(["--config", at("config"), "check-config"]);
    expect(err).toMatch(
      /plan_rules\.yaml:\d+:5: With these numbers standardPlans\[0\] .* law H4 only by giving way/,
    );
    expect(code).toBe(3);
  });

  it("is told by file, line and column where a key is misspelt", async () => {
    cpSync(HOUSE_CONFIG, at("config"), { recursive: true });
    const rules = readFileSync(at("config", "plan_rules.yaml"), "utf8");
    writeFileSync(at("config", "plan_rules.yaml"), rules.replace("weeksMax: 24", "weeksMaxx: 24"));
    const { code, err, out } = await strideiq(["--config", at("config"), ...FIVE_K]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toMatch(/plan_rules\.yaml:\d+:\d+: .*weeksMaxx/);
  });

  it("is missed in one sentence where the folder is another", async () => {
    const { code, err } = await strideiq(["--config", at("nowhere"), ...FIVE_K]);
    expect(code).toBe(3);
    expect(err).toMatch(
      /^strideiq: .*plan_rules\.yaml could not be read: there is no such file or folder\.\n$/,
    );
  });
});
