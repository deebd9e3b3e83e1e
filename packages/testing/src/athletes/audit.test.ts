import { generatePlan, type Plan, type Session } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { aRequest } from "../a-request.ts";
import { onDate } from "../a-plan.ts";
import { realRulebook } from "../real-rulebook.ts";
import { type Answer, auditOf, faultsOf, repetitionFaults } from "./audit.ts";

const rulebook = realRulebook();
const wish = aRequest();
const hopeless = aRequest({ weeklyMetres: 15_000, longestMetres: 5000, raceDate: onDate("2026-12-27") });

const planned = generatePlan(wish, rulebook);
const refused = generatePlan(hopeless, rulebook);
if (!planned.ok || refused.ok || refused.error.nearest === null)
  throw new Error("The two wishes have changed.");
const plan = planned.value;
const refusal = refused.error;
const { nearest } = refused.error;

const kinds = (answer: Answer, request = wish): readonly string[] => [
  ...new Set(faultsOf(request, answer, rulebook).map(({ kind }) => kind)),
];

const answerWith = (changes: Partial<Plan>): Answer => ({ ok: true, value: { ...plan, ...changes } });

/** The plan with every session changed. */
const sessionsAs = (source: Plan, change: (session: Session) => Session): Plan => ({
  ...source,
  weeks: source.weeks.map((week) => ({
    ...week,
    days: week.days.map((day) => ({ ...day, sessions: day.sessions.map(change) })),
  })),
});

const withVerdict = (source: Plan, verdict: "breach" | "pass"): Plan => ({
  ...source,
  certificate: { laws: source.certificate.laws.map((law) => ({ ...law, verdict })) },
});

describe("the audit", () => {
  it("finds nothing wrong with a plan and a refusal of ours", () => {
    expect(kinds(planned)).toEqual([]);
    expect(kinds(refused, hopeless)).toEqual([]);
    expect(repetitionFaults(wish, planned, rulebook)).toEqual([]);
    expect(repetitionFaults(hopeless, refused, rulebook)).toEqual([]);
  });

  it.each<[string, Answer]>([
    ["broken_must", { ok: true, value: withVerdict(plan, "breach") }],
    ["missing_verdict", answerWith({ certificate: { laws: plan.certificate.laws.slice(1) } })],
    ["id_twice", { ok: true, value: sessionsAs(plan, (session) => ({ ...session, id: "same" })) }],
    [
      "wrong_sum",
      { ok: true, value: sessionsAs(plan, (session) => ({ ...session, metres: session.metres + 1 })) },
    ],
    ["off_calendar", answerWith({ raceDate: onDate("2027-04-25") })],
    ["off_calendar", answerWith({ request: { ...wish, today: onDate("2027-01-04") } })],
  ])("sees %s in a plan that has it", (kind, answer) => {
    expect(kinds(answer)).toEqual([kind]);
  });

  it.each<[string, Answer]>([
    ["without_nearest", { ok: false, error: { ...refusal, nearest: null } }],
    [
      "unclean_nearest",
      {
        ok: false,
        error: { ...refusal, nearest: { ...nearest, plan: withVerdict(nearest.plan, "breach") } },
      },
    ],
  ])("sees %s in a refusal that has it", (kind, answer) => {
    expect(kinds(answer, hopeless)).toEqual([kind]);
  });

  it("sees a refusal of somebody to whom a plan is owed, and a reason that is no law", () => {
    expect(kinds({ ok: false, error: refusal })).toEqual(["broken_promise"]);
    const nameless = JSON.parse(JSON.stringify({ ...refusal, law: "X1" })) as typeof refusal;
    expect(kinds({ ok: false, error: nameless }, hopeless)).toEqual(["unknown_law"]);
  });

  it("sees a plan that cannot be had by the arithmetic of the laws", () => {
    const short = aRequest({
      result: { metres: 5000, seconds: 2600 },
      weeklyMetres: 60_000,
      longestMetres: 6000,
      raceDate: onDate("2027-01-24"),
    });
    expect(kinds(planned, short)).toEqual(["impossible_plan"]);
  });

  it("sees an engine that throws, and where", () => {
    const unfit = { ...rulebook, races: {} } as typeof rulebook;
    const { answer, faults } = auditOf(wish, unfit);
    expect(answer).toBeNull();
    expect(faults.map(({ kind }) => kind)).toEqual(["exception"]);
    expect(faults[0]?.detail).toMatch(/TypeError[^]*[.]ts:\d+/);
  });

  it("sees an answer that another run would not give", () => {
    const other = { ok: true, value: { ...plan, daysPerWeek: 4 } } as const;
    expect(repetitionFaults(wish, other, rulebook).map(({ kind }) => kind)).toEqual(["another_plan"]);
    const elsewhere = { ...refusal, nearest: { ...nearest, plan } };
    expect(repetitionFaults(hopeless, { ok: false, error: elsewhere }, rulebook)).toHaveLength(2);
  });
});
