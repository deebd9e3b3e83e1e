import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plan } from "@strideiq/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { strideiq } from "./run-strideiq.fixture.ts";

let folder = "";
const at = (name: string): string => join(folder, name);
const planAt = (name: string): Plan => JSON.parse(readFileSync(at(name), "utf8")) as Plan;

const replanned = (...args: readonly string[]): ReturnType<typeof strideiq> =>
  strideiq(["replan", at("plan.json"), "--from", "2026-12-21", ...args]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-replan-"));
  const plan = "plan --race marathon --weeks 18 --tier mid --today 2026-11-23".split(" ");
  expect((await strideiq([...plan, "--out", at("plan.json")])).code).toBe(0);
}, 30_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("strideiq replan", { timeout: 60_000 }, () => {
  it("changes what was asked for, says so, and writes a plan that check passes", async () => {
    const days = planAt("plan.json").weeks.flatMap((week) => week.days);
    const rest = days.find((day) => day.date > "2026-12-21" && day.sessions.length === 0)?.date ?? "";
    const easy = days.find((day) => day.date > "2026-12-23" && day.sessions[0]?.quality === false);
    const id = easy?.sessions[0]?.id ?? "";
    const { code, err, out } = await replanned("--block", rest, "--out", at("blocked.json"));
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Nothing changes.");
    const moved = await replanned("--move", `${id}:${rest}`, "--respace");
    expect(moved.out + moved.err).toContain(id);
    expect(await strideiq(["check", at("blocked.json")])).toMatchObject({ code: 0, err: "" });
  });

  it("refuses what breaks a law with the law and the nearest that can be done, and writes nothing", async () => {
    const hard = planAt("plan.json")
      .weeks.flatMap((week) => week.days)
      .filter((day) => day.date >= "2026-12-21" && day.sessions[0]?.quality === true);
    const [first, second] = hard;
    const { code, err, out } = await replanned(
      "--swap",
      `${first?.date ?? ""}:${second?.date ?? ""}`,
      "--format",
      "json",
    );
    expect([0, 2]).toContain(code);
    const { code: refused, err: why } = await replanned(
      "--move",
      `${first?.sessions[0]?.id ?? ""}:${second?.date ?? ""}`,
      "--out",
      at("never.json"),
    );
    expect(refused).toBe(2);
    expect(why).toMatch(/\(law [A-Z]\d+\)/);
    expect(why).toContain("The nearest that can be done:");
    expect(why).toContain("never.json was not written.");
    expect(() => readFileSync(at("never.json"))).toThrow();
    expect(err + out).not.toBe("");
  });

  it.each([
    [["--move", "s999:2026-12-24"], 4, "The plan has no session s999."],
    [["--move", "s030"], 4, "--move: takes a session and a day"],
    [["--swap", "2026-12-24:soon"], 4, '--swap: "soon" is not a day on the calendar'],
    [["--block", "2026-12-24..2026-12-20"], 4, "is no range of days"],
    [["--resume"], 4, "Nothing is suspended."],
    [["--long-run-day", "sat", "--resume"], 4, "That is more than one change."],
    [[], 4, "Say one thing that shall change"],
    [["--done", "/nowhere/done.json"], 3, "there is no such file"],
  ] as const)("answers %s with code %i and a sentence", async (args, code, sentence) => {
    const ended = await replanned(...args);
    expect([ended.code, ended.out]).toEqual([code, ""]);
    expect(ended.err).toContain(sentence);
  });

  it("names the field of a report that cannot be read", async () => {
    writeFileSync(at("done.json"), JSON.stringify({ sessions: [{ session: "s001", status: "tired" }] }));
    const { code, err } = await replanned("--done", at("done.json"));
    expect(code).toBe(3);
    expect(err).toContain("sessions[0].status");
  });
});

describe("strideiq check --choose", { timeout: 60_000 }, () => {
  const choosing = (...options: readonly string[]): ReturnType<typeof strideiq> =>
    strideiq(["check", at("plan.json"), ...options.flatMap((option) => ["--choose", option])]);

  it("judges the plan as it is with every option B, or with some", async () => {
    const session = planAt("plan.json")
      .weeks.flatMap((week) => week.days.flatMap((day) => day.sessions))
      .find(({ optionB }) => optionB !== undefined);
    for (const options of [["b"], [`${session?.id ?? ""}=b`], ["b", `${session?.id ?? ""}=a`]]) {
      const { code, err, out } = await choosing(...options);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toContain("0 broken");
    }
  });

  it("names a choice that it cannot read, and a session that the plan does not have", async () => {
    const unreadable = await choosing("c");
    expect([unreadable.code, unreadable.err]).toEqual([4, expect.stringContaining("names no option")]);
    const unknown = await choosing("s999=b");
    expect([unknown.code, unknown.err]).toEqual([
      3,
      expect.stringContaining("The plan has no session s999."),
    ]);
  });
});

describe("strideiq replan of a runner who is not well", { timeout: 60_000 }, () => {
  it("tells the certificate once, with the plan below what changes", async () => {
    const { out } = await replanned("--block", "2027-01-07");
    expect(out.match(/laws: \d+ pass/gu)).toHaveLength(1);
  });

  it("takes days of illness: past runs as lost, days to come as a break, and nothing hard until --resume", async () => {
    const days = ["2026-12-18..2026-12-24", "--out", at("ill.json")];
    const { code, err, out } = await replanned("--ill", ...days);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("(law C5)");
    const ill = planAt("ill.json");
    expect(ill.changes?.at(-1)?.wish).toEqual({ kind: "pause", first: "2026-12-21", last: "2026-12-24" });
    const told = ill.changes?.[0];
    expect(told?.done?.health).toEqual({ kind: "illness", date: "2026-12-18" });
    const lost = ill.weeks
      .flatMap((week) => week.days)
      .filter(({ date }) => date >= "2026-12-18" && date < "2026-12-21")
      .flatMap(({ sessions }) => sessions.map(({ id }) => id));
    expect(lost.length).toBeGreaterThan(0);
    expect(told?.done?.sessions.map(({ session }) => session)).toEqual(lost);
    const resume = ["replan", at("ill.json"), "--from", "2026-12-28", "--resume", "--out", at("well.json")];
    expect(await strideiq(resume)).toMatchObject({ code: 0, err: "" });
    expect(await strideiq(["check", at("ill.json"), at("well.json")])).toMatchObject({ code: 0, err: "" });
  });

  it("takes the first day of an illness alone for one that lasts: no run since then, and a short long run first", async () => {
    const { code, err } = await replanned("--ill", "2026-12-16", "--out", at("since.json"));
    expect([code, err]).toEqual([0, ""]);
    const since = planAt("since.json");
    const days = since.weeks.flatMap((week) => week.days);
    const told = since.changes?.at(-1);
    expect(told?.wish).toEqual({ kind: "adapt" });
    expect(told?.done?.sessions.map(({ session }) => session)).toEqual(
      days
        .filter(({ date }) => date >= "2026-12-16" && date < "2026-12-21")
        .flatMap(({ sessions }) => sessions.map(({ id }) => id)),
    );
    const longOf = (plan: Plan): number =>
      plan.weeks
        .flatMap((week) => week.days)
        .filter(({ date }) => date >= "2026-12-21" && date < "2026-12-28")
        .flatMap(({ sessions }) => sessions)
        .filter(({ kind }) => kind === "long")
        .reduce((sum, { metres }) => sum + metres, 0);
    expect(longOf(since)).toBeLessThan(longOf(planAt("plan.json")) * 0.75);
  });

  it("takes pain on one day, and asks for one of the two where both are told", async () => {
    const { code } = await replanned("--injured", "2026-12-20", "--out", at("pain.json"));
    expect(code).toBe(0);
    const told = planAt("pain.json").changes?.at(-1);
    expect(told?.wish).toEqual({ kind: "adapt" });
    expect(told?.done?.health).toEqual({ kind: "pain", date: "2026-12-20" });
    const both = await replanned("--injured", "2026-12-20", "--ill", "2026-12-20");
    expect(both).toMatchObject({ code: 4, out: "" });
    expect(both.err).toContain("one at a time");
    expect((await replanned("--ill", "christmas")).err).toContain("is not a day on the calendar");
  });
});
