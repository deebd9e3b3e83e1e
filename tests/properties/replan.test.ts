import { mkdirSync, writeFileSync } from "node:fs";
import {
  breachesOf,
  certify,
  comparePlans,
  generatePlan,
  type Plan,
  replan,
  type Replanned,
  type ReplanError,
  type Result,
  type Session,
  withChoices,
} from "@strideiq/engine";
import { anyRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type AnyChange, anyChange } from "./replan/any-change.ts";

const REPORTS = new URL("../../reports/", import.meta.url);
const SEED = 20_261_124;
const rulebook = realRulebook();

interface Tried {
  readonly plan: Plan;
  readonly change: AnyChange;
  readonly answer: Result<Replanned, ReplanError>;
}

const changing = (plan: Plan, { from, done, wish }: AnyChange): Result<Replanned, ReplanError> =>
  replan(plan, from, done, wish, rulebook);

const tried: readonly Tried[] = fc
  .sample(fc.tuple(anyRequest(onDate("2026-11-23")), anyChange), { numRuns: 480, seed: SEED })
  .flatMap(([request, settle]) => {
    const made = generatePlan(request, rulebook);
    if (!made.ok) return [];
    const plan = made.value;
    const change = settle(plan);
    return [{ plan, change, answer: changing(plan, change) }];
  });

const changed = tried.flatMap(({ plan, change, answer }) =>
  answer.ok ? [{ plan, change, after: answer.value.plan, diff: answer.value.diff.sessions }] : [],
);
const refused = tried.flatMap(({ plan, change, answer }) =>
  !answer.ok && answer.error.type === "ChangeRefusal" ? [{ plan, change, refusal: answer.error }] : [],
);

const daysOf = (plan: Plan): readonly Plan["weeks"][number]["days"][number][] =>
  plan.weeks.flatMap((week) => week.days);
const sessionsOf = (plan: Plan): readonly Session[] => daysOf(plan).flatMap((day) => day.sessions);
const breaches = (plan: Plan): readonly string[] => breachesOf(plan.certificate).map(({ id }) => id);

/** The same document, every object with its keys the other way round. */
function reordered<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(reordered) as T;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, part]) => [key, reordered(part)])) as T;
}

afterAll(() => {
  const counts = new Map<string, number>();
  for (const { change, answer } of tried) {
    const how = answer.ok ? "changed" : answer.error.type === "ChangeRefusal" ? "refused" : "no sense";
    const key = `${change.wish.kind} ${how}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(new URL("replan.json", REPORTS), `${JSON.stringify(Object.fromEntries(counts), null, 2)}\n`);
  console.log(`${String(tried.length)} changes:`, JSON.stringify(Object.fromEntries(counts)));
});

describe("random changes of random plans", () => {
  it("are made, most of them, and break no must", () => {
    expect(
      changed
        .map(({ change, after }) => ({ change, breaks: breaches(after) }))
        .filter(({ breaks }) => breaks.length > 0),
    ).toEqual([]);
    expect(changed.length).toBeGreaterThan(tried.length * 0.5);
  });

  it("are clean for a reader of the file, too, who does not know the plan before", () => {
    const judged = changed.map(({ change, after }) => ({
      change,
      breaks: breachesOf(certify(after, rulebook)).map(({ id }) => id),
    }));
    expect(judged.filter(({ breaks }) => breaks.length > 0)).toEqual([]);
  });

  it("stay clean whichever options are chosen, and so do the changes that are offered instead", () => {
    const plans = [
      ...changed.map(({ after }) => after),
      ...refused.flatMap(({ refusal }) => refusal.nearest?.plan ?? []),
    ];
    const asB = plans.map((plan) => withChoices(plan, () => "b"));
    const mixed = plans.map((plan) =>
      withChoices(plan, ({ id }) => (Number(id.slice(1)) % 2 === 0 ? "b" : "a")),
    );
    const broken = [...asB, ...mixed].flatMap((plan) =>
      breachesOf(certify(plan, rulebook)).map(
        ({ id, why }) => `${id} ${why ?? ""}: ${JSON.stringify([plan.request, plan.changes?.at(-1)])}`,
      ),
    );
    expect(broken).toEqual([]);
  });

  it("or are refused with a law and a change close by that is clean", () => {
    const without = refused.filter(({ refusal }) => refusal.nearest === null);
    expect(
      without.map(({ plan, change, refusal }) => [
        refusal.law,
        refusal.why,
        JSON.stringify([change, plan.request]),
      ]),
    ).toEqual([]);
    for (const { plan, change, refusal } of refused) {
      if (refusal.nearest === null) continue;
      expect(breaches(refusal.nearest.plan)).toEqual([]);
      const again = changing(plan, { ...change, wish: refusal.nearest.wish });
      expect(again.ok && again.value.plan).toEqual(refusal.nearest.plan);
    }
  });

  it("leave the past as it was, byte for byte", () => {
    const past = (plan: Plan, from: string): string =>
      JSON.stringify(daysOf(plan).filter(({ date }) => date < from));
    for (const { plan, change, after } of changed)
      expect(past(after, change.from)).toBe(past(plan, change.from));
  });

  it("keep the id of what stays, and give none twice", () => {
    for (const { plan, after, diff } of changed) {
      const ids = sessionsOf(after).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const old = new Map(sessionsOf(plan).map((session) => [session.id, session]));
      const highest = Math.max(...[...old.keys()].map((id) => Number(id.slice(1))));
      for (const session of sessionsOf(after)) {
        const before = old.get(session.id);
        if (before === undefined) expect(Number(session.id.slice(1))).toBeGreaterThan(highest);
        else expect([session.id, session.kind]).toEqual([before.id, before.kind]);
      }
      const touched = new Set(diff.map((entry) => entry.sessionId));
      const kept = ids.filter((id) => old.has(id) && !touched.has(id));
      expect(kept.length + touched.size).toBe(new Set([...ids, ...old.keys()]).size);
    }
  });

  it("say of every session and week to come why it is there", () => {
    for (const { change, after } of changed)
      for (const { days, why } of after.weeks) {
        const coming = days.filter(({ date }) => date >= change.from);
        if (coming.length > 0) expect([change, why]).not.toContain(undefined);
        for (const { sessions } of coming)
          for (const { id, why: because } of sessions) expect([change, id, because]).not.toContain(undefined);
      }
  });

  it("are told alike of a plan that a database has kept, with its keys in another order", () => {
    for (const { plan, change, answer } of tried.slice(0, 60)) {
      const again = changing(reordered(plan), change);
      expect(again.ok && again.value.diff).toEqual(answer.ok && answer.value.diff);
    }
    for (const { plan } of tried) expect(comparePlans(plan, reordered(plan)).sessions).toEqual([]);
  });

  it("come out equal when they are asked for again", () => {
    for (const { plan, change, answer } of tried.slice(0, 40))
      expect(changing(structuredClone(plan), structuredClone(change))).toEqual(answer);
  });

  it("are taken back by moving the session home again", () => {
    const moves = changed.filter(({ change }) => change.wish.kind === "move" && change.done === null);
    expect(moves.length).toBeGreaterThan(2);
    for (const { plan, change, after, diff } of moves) {
      if (change.wish.kind !== "move") continue;
      const home = diff[0]?.fromDate ?? plan.raceDate;
      if (home < change.from) continue;
      const back = changing(after, { ...change, wish: { ...change.wish, to: home } });
      expect(back.ok && JSON.stringify(back.value.plan)).toBe(JSON.stringify(plan));
    }
  });

  it("can be followed by another change, and that is clean too", () => {
    for (const { change, after } of changed.slice(0, 60)) {
      const wish = { kind: "adapt" } as const;
      const next = changing(after, { from: change.from, done: null, wish });
      if (next.ok) expect(breaches(next.value.plan)).toEqual([]);
      else expect(next.error.type).toBe("ChangeRefusal");
    }
  });
});
