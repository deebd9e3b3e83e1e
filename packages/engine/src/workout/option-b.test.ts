import { aRequest, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import { generatePlan } from "../generate/generate.ts";
import type { Session } from "../plan/plan.ts";

const rulebook = realRulebook();

function keySessionsOf(wish: Partial<PlanRequest>): readonly Session[] {
  const made = generatePlan(aRequest(wish), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law}`);
  const sessions = made.value.weeks.flatMap((week) => week.days).flatMap((day) => day.sessions);
  return sessions.filter(({ kind, quality }) => kind === "long" || (quality && kind !== "race"));
}

const RUNNERS: readonly Partial<PlanRequest>[] = [
  {},
  { result: null },
  { distance: "10k", weeklyMetres: 40_000 },
  { distance: "5k", weeklyMetres: 60_000, daysPerWeek: 6 },
  { distance: "half_marathon", weeklyMetres: 45_000 },
];

describe("the second way of a key session", () => {
  it.each(RUNNERS)("is offered for every key session of %j, under a name of its own", (wish) => {
    const sessions = keySessionsOf(wish);
    expect(sessions.length).toBeGreaterThan(20);
    for (const { title, optionB } of sessions) {
      expect(optionB).toBeDefined();
      expect(optionB?.title).not.toBe(title);
    }
  });

  it.each(RUNNERS)("covers nearly the same distance for %j, long runs all but exactly", (wish) => {
    for (const { kind, metres, optionB } of keySessionsOf(wish))
      expect(Math.abs((optionB?.metres ?? 0) - metres) / metres).toBeLessThan(kind === "long" ? 0.02 : 0.1);
  });

  it("breaks up a tempo run or takes it to the hills, and is not always the same run on trails", () => {
    const sessions = keySessionsOf({}).filter(({ quality }) => quality);
    const onTrails = sessions.filter(({ title, optionB }) => optionB?.title === `${title} on trails`);
    expect(onTrails.length).toBeLessThan(sessions.length / 2);
  });

  it("is offered to builders too: their long runs on soft ground", () => {
    const builders = keySessionsOf({
      distance: "5k",
      weeklyMetres: 12_000,
      longestMetres: 5000,
      daysPerWeek: 3,
    });
    expect(builders.length).toBeGreaterThan(5);
    for (const { optionB, title } of builders) expect(optionB?.title).toBe(`${title} on trails`);
  });
});
