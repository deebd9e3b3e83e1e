import { mkdirSync, writeFileSync } from "node:fs";
import { breachesOf, generatePlan, isRepeat, LAWS, type Plan, type Step } from "@strideiq/engine";
import { anyRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { isBeyondTheLaws, isPromised } from "./athletes/promise.ts";
import { countRefusals } from "./athletes/refusal-counts.ts";

const REPORTS = new URL("../../reports/", import.meta.url);

const rulebook = realRulebook();
const requests = fc.sample(anyRequest(onDate("2026-11-23")), { numRuns: 2000, seed: 20_261_123 });
const answers = requests.map((request) => ({ request, answer: generatePlan(request, rulebook) }));

const plans: readonly Plan[] = answers.flatMap(({ answer }) => (answer.ok ? [answer.value] : []));
const refused = answers.flatMap(({ request, answer }) =>
  answer.ok ? [] : [{ request, refusal: answer.error, promised: isPromised(request, rulebook) }],
);
const counts = countRefusals(
  requests.length,
  requests.filter((request) => isPromised(request, rulebook)).length,
  refused,
);

afterAll(() => {
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(new URL("athletes.json", REPORTS), `${JSON.stringify(counts, null, 2)}\n`);
  console.log("2,000 athletes:", JSON.stringify(counts));
});

const breaches = (plan: Plan): readonly string[] =>
  breachesOf(plan.certificate).map(({ id }) => `${id}: ${JSON.stringify(plan.request)}`);

describe("2,000 random athletes", () => {
  it("get plans, most of them, and none that breaks a law", () => {
    expect(plans.flatMap(breaches)).toEqual([]);
    expect(plans.length).toBeGreaterThan(requests.length * 0.85);
  });

  it("get one verdict for every law of the registry", () => {
    const ids = LAWS.map((law) => law.id);
    for (const plan of plans) expect(plan.certificate.laws.map((law) => law.id)).toEqual(ids);
  });

  it("get the nearest plan when their wish cannot be kept, and it is as clean as any", () => {
    const without = refused.filter(({ refusal }) => refusal.nearest === null);
    expect(without.map(({ request }) => request)).toEqual([]);
    expect(
      refused.flatMap(({ refusal }) => refusal.nearest ?? []).flatMap(({ plan }) => breaches(plan)),
    ).toEqual([]);
  });

  it("are told which law stands against their wish, and never that none does", () => {
    const laws: readonly string[] = [...LAWS.map((law) => law.id), "horizon"];
    for (const { refusal } of refused) expect(laws).toContain(refusal.law);
  });

  it("are never refused at or above the entry volume, in the weeks and hours of the promise", () => {
    const unexplained = refused
      .filter((one) => one.promised)
      .filter(({ request }) => !isBeyondTheLaws(request, rulebook));
    expect(unexplained.map(({ request, refusal }) => ({ law: refusal.law, request }))).toEqual([]);
    expect(counts.promised).toBeGreaterThan(1000);
  });

  it("never get a plan that the arithmetic of the laws rules out", () => {
    const impossible = answers.filter(
      ({ request, answer }) =>
        answer.ok && isPromised(request, rulebook) && isBeyondTheLaws(request, rulebook),
    );
    expect(impossible.map(({ request }) => request)).toEqual([]);
  });
});

describe("every plan of theirs", () => {
  it("gives each session an id of its own", () => {
    for (const plan of plans) {
      const ids = sessionsOf(plan).map((session) => session.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("has sessions as long and as far as their steps together", () => {
    for (const plan of plans)
      for (const session of sessionsOf(plan))
        expect(totals(session.steps)).toEqual({ metres: session.metres, seconds: session.seconds });
  });

  it("comes out equal when it is asked for again (S8)", () => {
    for (const { request, answer } of answers.slice(0, 250))
      expect(generatePlan(structuredClone(request), freshRulebook)).toEqual(answer);
  });

  it("holds the same load in kilometres and in miles (S10)", () => {
    for (const { request, answer } of answers.slice(250, 500)) {
      const units = request.units === "km" ? "mi" : "km";
      const other = generatePlan({ ...request, units }, rulebook);
      expect(other.ok).toBe(answer.ok);
      if (other.ok && answer.ok) expect(other.value.weeks).toEqual(answer.value.weeks);
    }
  });

  it("starts and ends on the athlete's calendar", () => {
    for (const plan of plans) {
      const days = plan.weeks.flatMap((week) => week.days);
      const race = days.find((day) => day.sessions.some((session) => session.kind === "race"));
      expect(race?.date).toBe(plan.raceDate);
      expect((days[0]?.date ?? "") >= plan.request.today).toBe(true);
    }
  });
});

/** Read anew, so that nothing kept from the first plans can serve the second. */
const freshRulebook = realRulebook();

const sessionsOf = (plan: Plan): readonly Plan["weeks"][number]["days"][number]["sessions"][number][] =>
  plan.weeks.flatMap((week) => week.days).flatMap((day) => day.sessions);

interface Totals {
  readonly metres: number;
  readonly seconds: number;
}

const totals = (steps: readonly Step[]): Totals =>
  steps.reduce<Totals>(
    (sum, step) => {
      const { metres, seconds } = isRepeat(step) ? totals(step.steps) : step;
      const times = isRepeat(step) ? step.repeat : 1;
      return { metres: sum.metres + metres * times, seconds: sum.seconds + seconds * times };
    },
    { metres: 0, seconds: 0 },
  );
