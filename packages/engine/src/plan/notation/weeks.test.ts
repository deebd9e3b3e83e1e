import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanWeek } from "../plan.ts";
import { anyPlan, anyWeek, paces, prescribedWeek } from "./arbitraries.fixture.ts";
import { parsePlan } from "./parse-plan.ts";
import { parseWeek } from "./parse-week.ts";
import { printPlan } from "./print-plan.ts";
import { printWeek } from "./print-week.ts";

const read = (text: string): PlanWeek => {
  const week = parseWeek(text, paces);
  if (!week.ok) throw new Error(week.error.message);
  return week.value;
};

const LINE =
  "W7 2027-01-25 build/build 40.2km: mon rest | tue 9.9km interval* Short repeats: 3km E, 8 x 400m I (75s jog), 2km E" +
  " | or chosen 9.6km hills Hills: 3km E, 8 x 60s I (2min jog), 2km E | wed strength Core and hips: 30min" +
  ' | sun ~17.0km long* "Steady: last part": 100min E | sun 0.7km strides 4 x 20s R (60s walk)';

const BLOCK = `W7 2027-01-25 build/build 40.2km
  mon rest
  tue   9.9km interval* Short repeats: 3km E, 8 x 400m I (75s jog), 2km E
  or chosen   9.6km hills Hills: 3km E, 8 x 60s I (2min jog), 2km E
  wed strength Core and hips: 30min
  sun ~17.0km long* "Steady: last part": 100min E
  sun   0.7km strides 4 x 20s R (60s walk)`;

describe("the notation of a week", () => {
  it("stands in one line", () => {
    expect(printWeek(read(LINE))).toBe(LINE);
  });

  it("stands in a block, a line for each session", () => {
    expect(printWeek(read(LINE), "block")).toBe(BLOCK);
    expect(read(BLOCK)).toEqual(read(LINE));
  });

  it("finds the dates again, leaves out days that are not there and doubles days of two sessions", () => {
    expect(read(LINE).days.map(({ date, sessions }) => [date, sessions.length])).toEqual([
      ["2027-01-25", 0],
      ["2027-01-26", 1],
      ["2027-01-27", 1],
      ["2027-01-31", 2],
    ]);
  });

  it("reads kind, title, quality, estimate and option, and adds the steps up", () => {
    const [, tuesday, wednesday, sunday] = read(LINE).days;
    const restMetres = Math.round(75 / paces("easy"));
    expect(tuesday?.sessions[0]).toMatchObject({
      id: "s001",
      kind: "interval",
      title: "Short repeats",
      quality: true,
      metres: 3000 + 8 * (400 + restMetres) + 2000,
      chosen: "b",
      optionB: { kind: "hills", title: "Hills" },
    });
    expect(tuesday?.sessions[0]).not.toHaveProperty("estimated");
    expect(wednesday?.sessions[0]).toMatchObject({ id: "s002", metres: 0, seconds: 1800, steps: [] });
    expect(sunday?.sessions[0]).toMatchObject({ id: "s003", estimated: true, seconds: 6000 });
    expect(sunday?.sessions[1]).toMatchObject({ id: "s004", title: "", quality: false });
  });

  it("takes the distance before a session as a note, and reckons it anew", () => {
    const week = read("W1 2027-01-25 base/build 8km: mon 99km easy Easy run: 8km E");
    expect(week.days[0]?.sessions[0]?.metres).toBe(8000);
    expect(printWeek(week)).toBe("W1 2027-01-25 base/build 8km: mon 8.0km easy Easy run: 8km E");
  });

  it("is enough when typed by hand", () => {
    const typed = "W1 2027-01-25 base/build 8km\nmon easy 8km E\n\nwed rest";
    expect(printWeek(read(typed))).toBe("W1 2027-01-25 base/build 8km: mon 8.0km easy 8km E | wed rest");
  });

  it.each(["line", "block"] as const)("keeps all that is prescribed (%s)", (layout) => {
    fc.assert(
      fc.property(anyWeek, (week) => {
        const text = printWeek(week, layout);
        expect(text.split("\n").length === 1 || layout === "block").toBe(true);
        const once = read(text);
        expect(prescribedWeek(once)).toEqual(prescribedWeek(week));
        expect(read(printWeek(once, layout))).toEqual(once);
      }),
    );
  });
});

describe("a text that is no week", () => {
  const HEAD = "W7 2027-01-25 build/build 40km";

  it.each([
    ["7 build", 'Character 1, at "7 build": A week begins like this: W7 2027-01-25 build/cutback 51.9km.'],
    [
      "W7 2027-02-29 build/build 40km",
      'Character 4, at "2027-02-29 build/build 4...": 2027-02-29 is not a day on the calendar. Write it as YYYY-MM-DD, such as 2027-04-18.',
    ],
    [
      "W7 2027-01-25 rest/build 40km",
      'Character 15, at "rest/build 40km": rest is no phase. Write one of base, build, peak, taper.',
    ],
    [
      "W7 2027-01-25 build 40km",
      'Character 21, at "40km": A slash and the kind of week belong here. A week begins like this: W7 2027-01-25 build/cutback 51.9km.',
    ],
    [
      "W7 2027-01-25 build/build 40min",
      'Character 27, at "40min": A week is measured in kilometres, not in time.',
    ],
    [
      `${HEAD} mon rest`,
      'Character 32, at "mon rest": A colon or a line break belongs between a week and its days.',
    ],
    [
      `${HEAD}: tue rest`,
      'Character 33, at "tue rest": The week begins on 2027-01-25, which is not tue but mon.',
    ],
    [
      "W7 build/build 40km: mon rest",
      'Character 22, at "mon rest": A week with days says in its first line on which date it begins.',
    ],
    [
      `${HEAD}\n  mon rest\n  funday easy 8km E`,
      'Line 3, character 3, at "funday easy 8km E": funday is no weekday. Write one of mon, tue, wed, thu, fri, sat, sun.',
    ],
    [
      `${HEAD}\n  mon rest\n  mon easy 8km E`,
      'Line 3, character 3, at "mon easy 8km E": A day of rest has no session, and a day with a session is no rest.',
    ],
    [
      `${HEAD}: mon easy 8km E | mon rest`,
      'Character 50, at "mon rest": A day of rest has no session, and a day with a session is no rest.',
    ],
    [
      `${HEAD}\n  or easy 8km E`,
      'Line 2, character 3, at "or easy 8km E": An option stands behind a session, and there is one at most.',
    ],
    [
      `${HEAD}: mon easy 8km E | or easy 8km E | or easy 8km E`,
      'Character 66, at "or easy 8km E": An option stands behind a session, and there is one at most.',
    ],
    [
      `${HEAD}: mon easy 8km E | or hills* 8km E`,
      'Character 50, at "or hills* 8km E": The star stands with option A and counts for both.',
    ],
    [
      `${HEAD}: mon 40min easy 8km E`,
      'Character 37, at "40min easy 8km E": Before the kind stands nothing but a distance such as 8.4km; the steps come after it.',
    ],
    [
      `${HEAD}: mon jogging 8km E`,
      'Character 37, at "jogging 8km E": jogging is no kind of session. Write one of easy, recovery, long, medium_long, steady, progression, threshold, interval, repetition, race_pace, hills, fartlek, strides, tune_up_race, race, cross_training, strength.',
    ],
    [
      `${HEAD}: mon easy Easy run 8km E`,
      'Character 42, at "Easy run 8km E": This is a title without its colon, or steps that do not begin with a number.',
    ],
    [`${HEAD}: mon easy`, "Character 41, at the end: A title with a colon, or the steps, belong here."],
    [
      `${HEAD}: mon easy 8km E tue rest`,
      'Character 48, at "tue rest": A comma, a | or the end of the line belongs here.',
    ],
    [
      `${HEAD}: mon easy 8km E | tue easy 8km X`,
      'Character 63, at "X": X is no zone. Write one of walk, Rec, E, S, M, HM, T, 10K, I, R, sprint, race.',
    ],
    [
      `${HEAD}\n  mon rest\nW8 2027-02-01 build/build 40km`,
      'Line 3, character 1, at "W8 2027-02-01 build/buil...": Nothing more is expected here.',
    ],
  ])("%j is answered with the place and the cure", (text, message) => {
    const answer = parseWeek(text, paces);
    expect(answer.ok ? answer.value : answer.error.message).toBe(message);
  });
});

const PLAN = `5k low, 2 weeks, 3 days a week, race 2027-02-07

W1 2027-01-25 base/build 8km
  mon   8.0km easy Easy run: 8km E
  tue rest

W2 2027-02-01 taper/race 13km
  wed   8.0km easy Easy run: 8km E
  sun   5.0km race* Race day: 5km race
`.replace("wed   8", "mon rest\n  wed   8");

describe("the notation of a plan", () => {
  it("is a line about the whole and a block for each week", () => {
    const plan = parsePlan(PLAN, paces);
    expect(plan).toMatchObject({
      ok: true,
      value: { distance: "5k", tier: "low", daysPerWeek: 3, raceDate: "2027-02-07" },
    });
    expect(plan.ok && printPlan(plan.value)).toBe(PLAN);
  });

  it("numbers the sessions through all weeks", () => {
    const plan = parsePlan(PLAN, paces);
    const sessions = plan.ok
      ? plan.value.weeks.flatMap(({ days }) => days.flatMap((day) => day.sessions))
      : [];
    expect(sessions.map(({ id }) => id)).toEqual(["s001", "s002", "s003"]);
  });

  it("may hold remarks, on lines of their own", () => {
    const remarked = `# read it aloud\n${PLAN.replace("W2", '  # W9 is no week: "\nW2')}# the end`;
    expect(parsePlan(remarked, paces)).toEqual(parsePlan(PLAN, paces));
  });

  it.each([
    [
      "5k low",
      "Character 7, at the end: A plan begins like this: marathon mid, 18 weeks, 5 days a week, race 2027-04-18.",
    ],
    [
      "50k low, 2 weeks",
      'Character 1, at "50k low, 2 weeks": 50k is no race distance. Write one of 5k, 10k, half_marathon, marathon.',
    ],
    [
      PLAN.replace("2 weeks", "3 weeks"),
      'Line 1, character 1, at "5k low, 3 weeks, 3 days ...": The first line speaks of 3 weeks, but 2 follow.',
    ],
    [
      `# a remark\n${PLAN.replace("5km race", "5km sprnt")}`,
      'Line 11, character 35, at "sprnt": sprnt is no zone. Write one of walk, Rec, E, S, M, HM, T, 10K, I, R, sprint, race.',
    ],
  ])("%j is answered with the place and the cure", (text, message) => {
    const answer = parsePlan(text, paces);
    expect(answer.ok ? answer.value : answer.error.message).toBe(message);
  });

  it("keeps all that is prescribed", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const answer = parsePlan(printPlan(plan), paces);
        if (!answer.ok) throw new Error(answer.error.message);
        const { weeks, ...header } = answer.value;
        const { weeks: expected, ...expectedHeader } = plan;
        expect(header).toEqual(expectedHeader);
        expect(weeks.map(prescribedWeek)).toEqual(expected.map(prescribedWeek));
        expect(printPlan(answer.value)).toBe(printPlan({ ...plan, weeks }));
      }),
    );
  });
});
