import { breachesOf, type Done, generatePlan, type Plan, type PlanRequest, replan } from "@strideiq/engine";
import { anyRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const rulebook = realRulebook();
const RUNNERS = 45;
/** The seed of 2026 that had most of these plans refused once. */
const SEED = 33;

/** What became of a week: nearly every run some percent shorter or longer, now and then one skipped. */
function toldOf({ days }: Plan["weeks"][number], dice: () => number): Done {
  const sessions = days
    .flatMap((day) => day.sessions)
    .map(({ id, metres, seconds }): Done["sessions"][number] => {
      if (dice() < 0.08) return { session: id, status: "skipped" };
      const share = 0.92 + dice() * 0.16;
      return { session: id, status: "done", metres: metres * share, seconds: seconds * share };
    });
  return { sessions, extra: [], health: null, evidence: [] };
}

/** Numbers between 0 and 1, the same ones again for the same seed. */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/** Tells of every week on the first day of the next one; what was answered that is no clean plan. */
function toldWeekByWeek(request: PlanRequest, dice: () => number): readonly string[] {
  const made = generatePlan(request, rulebook);
  if (!made.ok) return [];
  const wrong: string[] = [];
  let plan = made.value;
  for (let next = 1; next < plan.weeks.length; next += 1) {
    const week = plan.weeks[next - 1];
    const from = plan.weeks[next]?.days[0]?.date;
    if (week === undefined || from === undefined || from >= plan.raceDate) break;
    const answer = replan(plan, from, toldOf(week, dice), { kind: "adapt" }, rulebook);
    if (!answer.ok) {
      wrong.push(JSON.stringify([{ ...answer.error, nearest: null }, from, request]));
      continue;
    }
    plan = answer.value.plan;
    wrong.push(...breachesOf(plan.certificate).map(({ id }) => `${id} ${from} ${JSON.stringify(request)}`));
  }
  return wrong;
}

describe("a runner who tells every week what was run", () => {
  it("is never refused, since what was run cannot be undone", () => {
    const requests = fc.sample(anyRequest(onDate("2026-11-23")), { numRuns: RUNNERS, seed: SEED });
    const dice = diceOf(SEED);
    expect(requests.flatMap((request) => toldWeekByWeek(request, dice))).toEqual([]);
  });
});
