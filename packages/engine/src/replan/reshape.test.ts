import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import type { Plan, PlanWeek, Session } from "../plan/plan.ts";
import { contextOf, type ChangeContext } from "./context.ts";
import { withoutSpeed } from "./ease.ts";
import { standardPlan } from "./replan.fixture.ts";
import { easedSession, pacingOf, shortened, workout } from "./reshape.ts";
import { sessionsOf } from "./weeks.ts";

const rulebook = realRulebook();
const plan = standardPlan("10k", 12, onDate("2027-04-18"), rulebook);
const from = plan.weeks[5]?.days[0]?.date ?? plan.raceDate;

function beginner(): Plan {
  const request = {
    distance: "5k",
    weeklyMetres: 0,
    longestMetres: 0,
    result: null,
    daysPerWeek: 3,
  } as const;
  const made = generatePlan(aRequest({ ...request, raceDate: onDate("2027-03-14") }), rulebook);
  if (!made.ok) throw new Error(`It breaks ${made.error.law}.`);
  return made.value;
}

const timesOf = ({ steps }: Session): readonly number[] =>
  steps.flatMap((step) => ("repeat" in step ? [step.repeat] : []));

describe("a run cut short", () => {
  const newRunner = beginner();
  const pacing = pacingOf(newRunner, rulebook);
  const walked = sessionsOf(newRunner.weeks).find(({ session }) =>
    timesOf(session).some((times) => times > 4),
  )?.session;
  if (walked === undefined) throw new Error("Nobody walks in this plan.");

  it("gives up whole sets where walks stand between the running, and the last set stays", () => {
    const half = shortened(walked, 0.5, pacing);
    expect(timesOf(half)).toEqual(timesOf(walked).map((times) => Math.floor(times / 2)));
    expect(half.metres).toBeLessThan(walked.metres);
    const least = shortened(walked, 0, pacing);
    expect(timesOf(least).every((times) => times > 1)).toBe(true);
    expect(least.metres).toBeGreaterThan(0);
  });

  it("keeps the work of a hard session, piece by piece", () => {
    const hard = sessionsOf(plan.weeks).find(({ session }) => session.kind === "interval")?.session;
    if (hard === undefined) throw new Error("There are no intervals.");
    const less = shortened(hard, 0.5, pacingOf(plan, rulebook));
    expect(less.steps.filter((step) => "repeat" in step)).toEqual(
      hard.steps.filter((step) => "repeat" in step),
    );
    expect(less.metres).toBeLessThan(hard.metres);
  });

  it("stays as it is where nothing is to give way", () => {
    expect(shortened(walked, 1, pacing)).toBe(walked);
  });

  it("made easy has no second way for a new runner, and one on trails for everybody else", () => {
    const long = sessionsOf(plan.weeks).find(({ session }) => session.kind === "long")?.session;
    if (long === undefined) throw new Error("There is no long run.");
    expect(easedSession(long, plan, rulebook).optionB?.title).toMatch(/trails/);
    expect(easedSession(long, { ...plan, tier: "builder" }, rulebook).optionB).toBeUndefined();
  });

  it("needs a workout that the library has", () => {
    expect(() => workout("no-such-run", rulebook)).toThrow('no "no-such-run"');
  });
});

describe("a plan with too much speed for what is left of its easy running", () => {
  const change = {
    from,
    wish: { kind: "adapt" },
    movedFrom: null,
    done: null,
    rpi: plan.rpi,
    idsGiven: 0,
  } as const;
  const context: ChangeContext = contextOf(plan, change, rulebook);
  const fast = (weeks: readonly PlanWeek[]): readonly string[] =>
    sessionsOf(weeks)
      .filter(({ session }) => session.quality && ["interval", "repetition"].includes(session.kind))
      .map(({ session, date }) => `${date} ${String(session.metres)}`);

  it("runs the shortest fast session to come easily, never one that is past", () => {
    const after = withoutSpeed(plan.weeks, context) ?? [];
    const gone = fast(plan.weeks).filter((one) => !fast(after).includes(one));
    expect(gone).toHaveLength(1);
    const coming = sessionsOf(plan.weeks).filter(
      ({ session, date }) =>
        session.quality && ["interval", "repetition"].includes(session.kind) && date >= from,
    );
    const least = Math.min(...coming.map(({ session }) => session.metres));
    expect(gone[0]).toContain(` ${String(least)}`);
    expect(gone[0] && gone[0] >= from).toBe(true);
  });

  it("has none to give up once all of it is past", () => {
    const late = { ...context, change: { ...change, from: plan.raceDate } };
    expect(withoutSpeed(plan.weeks, late)).toBeNull();
  });
});
