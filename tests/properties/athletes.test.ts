import { mkdirSync, writeFileSync } from "node:fs";
import { generatePlan } from "@strideiq/engine";
import {
  anyRequest,
  auditOf,
  censusOf,
  commonestFirst,
  FAULTS,
  onDate,
  realRulebook,
  repetitionFaults,
  sumOfCensuses,
} from "@strideiq/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";

const REPORTS = new URL("../../reports/", import.meta.url);

const rulebook = realRulebook();
const requests = fc.sample(anyRequest(onDate("2026-11-23")), { numRuns: 2000, seed: 20_261_123 });
const athletes = requests.map((request) => {
  const audit = auditOf(request, rulebook);
  return { request, ...audit, census: censusOf(request, audit, rulebook) };
});

const census = sumOfCensuses(athletes.map((athlete) => athlete.census));
const { plans = 0, promised = 0 } = census.totals;

afterAll(() => {
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(new URL("athletes.json", REPORTS), `${JSON.stringify(census, null, 2)}\n`);
  const refused = Object.fromEntries(commonestFirst(census.refusedByReason));
  console.log("2,000 athletes:", JSON.stringify({ ...census.totals, refused }));
});

describe("2,000 random athletes", () => {
  it("get plans, most of them", () => {
    expect(plans).toBeGreaterThan(requests.length * 0.85);
  });

  it("are mostly such that a plan is owed to them", () => {
    expect(promised).toBeGreaterThan(1000);
  });

  it.each(Object.entries(FAULTS).map(([kind, sentence]) => ({ kind, sentence })))(
    "meet no $sentence",
    ({ kind }) => {
      const met = athletes.flatMap(({ request, faults }) =>
        faults.filter((fault) => fault.kind === kind).map(({ detail }) => ({ detail, request })),
      );
      expect(met).toEqual([]);
    },
  );
});

/** Read anew, so that nothing kept from the first plans can serve the second. */
const freshRulebook = realRulebook();

describe("every answer", () => {
  it("comes out equal when it is asked for again (S8)", () => {
    for (const { request, answer } of athletes.slice(0, 250))
      expect(answer === null ? "no answer" : repetitionFaults(request, answer, freshRulebook)).toEqual([]);
  });

  it("holds the same load in kilometres and in miles (S10)", () => {
    for (const { request, answer } of athletes.slice(250, 500)) {
      const units = request.units === "km" ? "mi" : "km";
      const other = generatePlan({ ...request, units }, rulebook);
      expect(other.ok).toBe(answer?.ok);
      if (other.ok && answer?.ok === true) expect(other.value.weeks).toEqual(answer.value.weeks);
    }
  });
});
