import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import { isRepeat, type Plan, type Session } from "../plan/plan.ts";
import { generatePlan } from "./generate.ts";
import { runnerOf } from "./runner.ts";
import { runSecondsOf } from "./run-walk-start.ts";

const rulebook = realRulebook();
const fromNothing: Partial<PlanRequest> = {
  distance: "5k",
  weeklyMetres: 0,
  longestMetres: 0,
  result: null,
  daysPerWeek: 3,
};
const asked = (wish: Partial<PlanRequest>): PlanRequest => aRequest({ ...fromNothing, ...wish });

const unknown = { weeklyMetres: null, longestMetres: null, tier: "builder" } as const;

/** Seconds of running between walks with which a runner begins; null for who begins without walks. */
function firstPiece(wish: Partial<PlanRequest>): number | null {
  const { runWalk } = runnerOf(asked(wish), 12, rulebook);
  const rung = runWalk?.rungs[runWalk.firstStage];
  return rung === undefined ? null : runSecondsOf(rung);
}

function planOf(wish: Partial<PlanRequest>): Plan {
  const made = generatePlan(asked(wish), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law} (${made.error.field})`);
  return made.value;
}

const sessionsOf = ({ weeks }: Pick<Plan, "weeks">): readonly Session[] =>
  weeks.flatMap((week) => week.days).flatMap((day) => day.sessions);

/** The longest running without a break in a session, in seconds. */
const unbrokenIn = ({ steps }: Pick<Session, "steps">): number =>
  Math.max(
    0,
    ...steps.map((step) => (isRepeat(step) ? unbrokenIn(step) : step.zone === "easy" ? step.seconds : 0)),
  );

/** A refusal tries many plans before it finds the nearest; on a slow machine that takes a while. */
const TIME = { timeout: 60_000 };

describe("the way from walks to an hour of running", () => {
  const weeks = planOf({ raceDate: onDate("2027-03-14") }).weeks.filter(({ kind }) => kind !== "race");
  const longest = weeks.map((week) => Math.max(...sessionsOf({ weeks: [week] }).map(unbrokenIn)));

  it("keeps walks in the long run for a second week", () => {
    const walked = weeks.map((week) =>
      sessionsOf({ weeks: [week] }).some(({ workout }) => workout === "long-run-walk"),
    );
    const first = longest.findIndex((seconds) => seconds > 15 * 60);
    const builds = weeks.flatMap((week, i) => (week.kind === "build" && i >= first ? [i] : []));
    expect(builds.slice(0, 2).map((i) => walked[i])).toEqual([true, true]);
  });
});

describe("a new runner's long run", () => {
  const longRuns = sessionsOf(planOf({ raceDate: onDate("2027-01-31") })).filter(
    ({ kind }) => kind === "long",
  );

  it("has soft ground for its second way: the same minutes of running and walking", () => {
    expect(longRuns.length).toBeGreaterThan(6);
    for (const { optionB, seconds, metres, steps, title } of longRuns) {
      expect(optionB).toMatchObject({ title: `${title} on trails`, seconds, metres });
      expect(optionB?.steps.length).toBe(steps.length);
    }
  });

  it("is judged by O1 and O2 like anybody's", () => {
    const { certificate } = planOf({ raceDate: onDate("2027-01-31") });
    for (const id of ["O1", "O2"])
      expect(certificate.laws.find((law) => law.id === id)?.verdict).toBe("pass");
  });
});

describe("who begins with walks", () => {
  it("is who has not run for a month, a minute at a time", () => {
    expect(firstPiece({})).toBe(60);
  });

  it("begins well within what has been run lately: three minutes after a quarter of an hour", () => {
    expect(firstPiece({ weeklyMetres: 6000, longestMetres: 2200 })).toBe(300);
    expect(firstPiece({ weeklyMetres: 4000, longestMetres: 1600 })).toBe(180);
  });

  it("is not who has run for half an hour without a break, or raced, and runs enough for three real runs", () => {
    expect(firstPiece({ weeklyMetres: 12_000, longestMetres: 4500 })).toBeNull();
    expect(
      firstPiece({ weeklyMetres: 12_000, longestMetres: 3000, result: { metres: 5000, seconds: 1700 } }),
    ).toBeNull();
  });

  it("is who has too small a week for three real runs, whatever the longest", () => {
    expect(firstPiece({ weeklyMetres: 6000, longestMetres: 5000 })).not.toBeNull();
  });

  it("is a builder of whom nothing is known, not even a race", () => {
    expect(firstPiece(unknown)).toBe(60);
    expect(firstPiece({ ...unknown, distance: "marathon" })).toBe(60);
    expect(firstPiece({ ...unknown, result: { metres: 5000, seconds: 1700 } })).toBeNull();
  });

  it("is nobody of another tier", () => {
    expect(firstPiece({ weeklyMetres: 25_000, longestMetres: 5000 })).toBeNull();
    expect(firstPiece({ weeklyMetres: 25_000, longestMetres: 3000, tier: "low" })).toBeNull();
  });
});

describe("a builder of whom nothing is known, before one of the longer races", () => {
  const asks = (distance: PlanRequest["distance"], raceDate: string): ReturnType<typeof generatePlan> =>
    generatePlan(asked({ ...unknown, distance, raceDate: onDate(raceDate), daysPerWeek: 4 }), rulebook);

  it("is not led to a marathon in twelve weeks, but to a race that running and walking lead to", () => {
    const refused = asks("marathon", "2027-02-14");
    expect(refused).toMatchObject({ ok: false, error: { law: "E1", measured: 0, limit: 21_000 } });
    expect(refused.ok ? null : refused.error.nearest).toMatchObject({
      request: { distance: "5k" },
      plan: { tier: "builder" },
    });
  });

  it("begins a half marathon that is far enough away with a minute of running at a time", () => {
    const made = asks("half_marathon", "2027-04-18");
    const first = made.ok ? made.value.weeks.slice(0, 1) : [];
    expect(sessionsOf({ weeks: first }).map(({ title }) => title)).toContain("Run and walk");
    expect(first.every(({ targetMetres }) => targetMetres < 12_000)).toBe(true);
  });

  it("is another matter with a race", () => {
    const result = { metres: 10_000, seconds: 3900 };
    const wish = { ...unknown, distance: "marathon", raceDate: onDate("2027-04-18"), result } as const;
    expect(planOf(wish).request.weeklyMetres).toBeNull();
  });
});

describe("twelve weeks from nothing to a 5K", () => {
  const plan = planOf({ raceDate: onDate("2027-02-14") });

  it("begin on three days with a minute of running at a time", () => {
    const [first] = plan.weeks;
    expect(first?.days.flatMap((day) => day.sessions).map(({ title }) => title)).toEqual([
      "Run and walk",
      "Run and walk",
      "Long run and walk",
    ]);
  });

  it("have strides only when half an hour is near, and in every week of the taper", () => {
    const strides = plan.weeks.filter((week) =>
      sessionsOf({ weeks: [week] }).some(({ kind }) => kind === "strides"),
    );
    expect(Math.min(...strides.map(({ week }) => week))).toBeGreaterThanOrEqual(9);
    expect(strides.filter(({ phase }) => phase === "taper").map(({ week }) => week)).toEqual([11, 12]);
  });

  it("count running against running: the walks of the first week are no leap from nothing (V4)", () => {
    const verdict = plan.certificate.laws.find(({ id }) => id === "V4");
    expect(verdict?.measured).toBeLessThanOrEqual(3000);
    expect(plan.weeks[0]?.targetMetres).toBeGreaterThan(9000);
  });
});

describe("from nothing to a race that asks for more", () => {
  it("takes thirteen weeks for a 10K, and a 5K is offered when there are fewer", () => {
    expect(planOf({ distance: "10k", raceDate: onDate("2027-03-14") }).weeks).toHaveLength(16);
    const soon = generatePlan(asked({ distance: "10k", raceDate: onDate("2027-01-31") }), rulebook);
    expect(soon).toMatchObject({ ok: false, error: { law: "E1", nearest: { request: { distance: "5k" } } } });
  });

  it("is a shorter race for who wishes for a marathon, however far away", () => {
    const marathon = generatePlan(asked({ distance: "marathon", raceDate: onDate("2027-05-02") }), rulebook);
    expect(marathon).toMatchObject({
      ok: false,
      error: { nearest: { request: { distance: "half_marathon" } } },
    });
  });

  it("offers the shorter race to who chose a tier as well: the choice goes with it", TIME, () => {
    const wish = { raceDate: onDate("2027-05-16"), weeklyMetres: 6000, longestMetres: 2800 };
    const chosen = generatePlan(
      asked({ ...wish, distance: "marathon", daysPerWeek: 3, tier: "low" }),
      rulebook,
    );
    expect(chosen).toMatchObject({
      ok: false,
      error: { nearest: { request: { distance: "half_marathon", tier: null } } },
    });
  });

  it("takes back a tier that was chosen too high, rather than leave nothing", () => {
    const high = generatePlan(asked({ raceDate: onDate("2027-02-14"), tier: "mid" }), rulebook);
    expect(high).toMatchObject({
      ok: false,
      error: { nearest: { request: { distance: "5k", tier: null } } },
    });
  });
});
