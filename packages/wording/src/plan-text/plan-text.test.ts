import type { Session } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { certificateLine, certificateText } from "./certificate-text.ts";
import { handMadePlan } from "./hand-made-plan.fixture.ts";
import { planText } from "./plan-text.ts";
import { wrap } from "./wrap.ts";

const text = (
  options: { units?: "km" | "mi"; width?: number; colour?: boolean; estimated?: boolean } = {},
): string =>
  planText(handMadePlan({ estimated: options.estimated ?? false }), {
    units: options.units ?? "km",
    width: options.width ?? 120,
    colour: options.colour ?? false,
  });

const line = (page: string, start: RegExp): string =>
  page.split("\n").find((candidate) => start.test(candidate)) ?? "";

describe("a plan for the fridge", () => {
  it("opens with the race, the dates and the figures a runner knows a plan by", () => {
    expect(text().split("\n").slice(0, 4)).toEqual([
      "HALF MARATHON  Sunday 3 January 2027",
      "6 weeks from Mon 23 Nov · 4 run days a week · mid volume",
      "222 km in all · biggest week 44.9 km (week 4) · longest run 18 km",
      "Paces from a 10K in 45:10: Running Performance Index (RPI) 45.2",
    ]);
  });

  it("gives each week a row with its dates, total and seven days", () => {
    expect(line(text(), /^ 4 /)).toMatch(
      /^ 4 14–20 Dec +44\.9 +rest +11\.9 I 5x1k +rest +9 E +rest +6 E +18 L 8k HM/,
    );
  });

  it("promises no hard sessions in a phase that holds none", () => {
    const plan = handMadePlan();
    const calm = (session: Session): Session => ({ ...session, quality: false });
    const weeks = plan.weeks.map((week) => ({
      ...week,
      days: week.days.map((day) => ({ ...day, sessions: day.sessions.map(calm) })),
    }));
    const page = planText({ ...plan, weeks }, { units: "km", width: 120, colour: false });
    expect(text()).toContain("BUILD 2 weeks: hard sessions");
    expect(page).toContain("BUILD 2 weeks: easy running");
  });

  it("heads a phase that comes again after a break anew, and the way back with what it is for", () => {
    const plan = handMadePlan();
    const weeks = plan.weeks.map((week, index) =>
      index === 1 ? { ...week, phase: "peak" as const, kind: "return" as const } : week,
    );
    const heads = planText({ ...plan, weeks }, { units: "km", width: 120, colour: false })
      .split("\n")
      .filter((row) => /^(BASE|BUILD|PEAK|TAPER) /.test(row))
      .map((row) => row.split(":")[0]);
    expect(plan.weeks.map(({ phase }) => phase).slice(0, 4)).toEqual(["base", "build", "build", "peak"]);
    expect(heads.slice(0, 4)).toEqual(["BASE 1 week", "PEAK 1 week", "BUILD 1 week", "PEAK 1 week"]);
    expect(planText({ ...plan, weeks }, { units: "km", width: 120, colour: false })).toContain(
      "PEAK 1 week: after a break, easy running",
    );
  });

  it("names the phases, the cutback and the race week", () => {
    const page = text();
    expect(page).toContain("BUILD 2 weeks:");
    expect(line(page, /^ 3 /)).toMatch(/cutback$/);
    expect(line(page, /^ 6 /)).toMatch(/21\.1 RACE .*race week$/);
  });

  it("writes every hard session out with its recoveries", () => {
    expect(text()).toContain(
      "2  Tue 1 Dec   Cruise intervals, 11.1 km: 15 min easy, 4 x 6 min threshold (2 min jog), 10 min easy",
    );
  });

  it("gives a pace to each zone that is run in, and leaves out the jogs between repeats", () => {
    const page = text();
    expect(page).toMatch(/^T +Threshold +4:36–4:40 \/km +comfortably hard, a few words at a time$/m);
    expect(page).not.toMatch(/^Rec +Recovery/m);
  });

  it("says where the wish gave way, and what the certificate remarks on", () => {
    const page = text({ width: 200 });
    expect(page).toContain("- You asked for 5 run days a week; the plan has 4, because");
    expect(page).toContain("3 laws: 1 pass, 1 remark, 0 broken, 1 does not apply");
    expect(page).toMatch(
      /L5 +Long run in its week +long run as a share of its week: 53 %, at most 50 %, weeks 2 to 4/,
    );
  });

  it("speaks miles when asked to", () => {
    expect(text({ units: "mi" })).toContain("138 mi in all");
    expect(text({ units: "mi" })).toMatch(/Threshold +7:24–7:31 \/mi/);
  });

  it("shows a runner without a result times and efforts, and no pace at all", () => {
    const page = text({ estimated: true });
    expect(line(page, /^ 2 /)).toMatch(/~41\.1 +rest +57' T 4x6' +rest +47' E/);
    expect(page).toContain("4 x 6 min comfortably hard (2 min jog)");
    expect(page).toContain("longest run ~18 km");
    expect(page).not.toMatch(/\d:\d\d/);
    expect(page).not.toMatch(/\/km|PACES/);
  });

  it("keeps the race in its distance even where training is told by time", () => {
    expect(line(text({ estimated: true }), /^ 6 /)).toContain("21.1 RACE");
  });
});

describe("the width of the page", () => {
  it("never writes past its last column", () => {
    for (let width = 40; width <= 140; width += 1)
      for (const units of ["km", "mi"] as const)
        for (const estimated of [false, true])
          for (const row of text({ units, width, estimated }).split("\n"))
            expect(row.length, row).toBeLessThanOrEqual(width);
  });

  it("puts what is inside a session below it where a line is too short", () => {
    const rows = text({ width: 80 }).split("\n");
    const week = rows.findIndex((row) => row.startsWith(" 2 "));
    expect(rows[week]).toContain("11.1 T");
    expect(rows[week + 1]).toMatch(/^ +4x6'$/);
  });

  it("lists the days one by one on a narrow page, with the session in words", () => {
    const page = text({ width: 60 });
    expect(page).toContain("Week 3 · 7–13 Dec · Build · cutback · 33.4 km");
    expect(page).toContain(
      "Tue 1 Dec   11.1 km  Cruise intervals\n    15 min easy, 4 x 6 min threshold (2 min jog), 10 min\n    easy",
    );
    expect(page).not.toContain("HARD SESSIONS");
  });

  it("shows every session once whatever the width", () => {
    for (const width of [50, 80, 120]) expect(text({ width }).match(/(?<!full )\brest\b/g)?.length).toBe(20);
  });
});

describe("colour", () => {
  const codes = /\u001B\[[\d;]*m/g;

  it("changes nothing but the colour", () => {
    expect(text({ colour: true }).replaceAll(codes, "")).toBe(text());
    expect(text({ colour: true, width: 60 }).replaceAll(codes, "")).toBe(text({ width: 60 }));
  });

  it("stays out unless asked for", () => {
    expect(text()).not.toMatch(codes);
    expect(text({ colour: true })).toMatch(codes);
  });
});

describe("the certificate as text", () => {
  const { certificate } = handMadePlan();

  it("counts the verdicts", () => {
    expect(certificateLine(certificate)).toBe("3 laws: 1 pass, 1 remark, 0 broken, 1 does not apply");
    expect(certificateLine({ laws: [{ id: "H1", verdict: "breach" }] })).toBe(
      "1 law: 0 pass, 0 remarks, 1 broken",
    );
  });

  it("names every law with its numbers", () => {
    expect(certificateText(certificate, { units: "km", width: 100, colour: false })).toBe(
      [
        "3 laws: 1 pass, 1 remark, 0 broken, 1 does not apply",
        "ok      E1  Enough running to start from  weekly distance to start from: 40 km, at least 15 km",
        "note    L5  Long run in its week          long run as a share of its week: 53 %, at most 50 %, weeks",
        "                                          2 to 4",
        "-       S8  Same wish, same plan          proved by test",
      ].join("\n"),
    );
  });
});

describe("breaking lines", () => {
  it("keeps a bracket in one piece, and the first indent", () => {
    expect(wrap("  4 x 8 min threshold (2 min jog), 10 min easy", 30, "    ")).toEqual([
      "  4 x 8 min threshold",
      "    (2 min jog), 10 min easy",
    ]);
  });
});
