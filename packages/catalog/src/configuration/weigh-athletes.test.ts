import { err } from "@strideiq/engine";
import { realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { headOf, madeUpAthletes } from "./made-up-athletes.ts";
import { censusOf, planFor, weigh, type WeighedAthlete } from "./weigh-athletes.ts";

const rulebook = realRulebook();
const wishes = madeUpAthletes().slice(0, 24);
const heads = wishes.map(headOf);
const refused = err("V1" as const);
/** Athletes of whom none had a plan, all of whom get one; and the other way round. */
const came = heads.map((athlete): WeighedAthlete => {
  const wish = wishes[0];
  if (wish === undefined) throw new Error("nobody");
  return { athlete, before: refused, after: planFor(wish, rulebook), changed: null };
});
const went = came.map(({ athlete, before, after }): WeighedAthlete => ({
  athlete,
  before: after,
  after: before,
  changed: null,
}));

describe("made-up athletes under two rulebooks", () => {
  it("have the same plan under the same rules, and a plan at last where there was no rulebook", () => {
    const [wish] = wishes;
    const [head] = heads;
    if (wish === undefined || head === undefined) throw new Error("nobody");
    expect(weigh(head, wish, { was: rulebook, rulebook })).toMatchObject({
      before: { ok: true },
      after: { ok: true },
      changed: null,
    });
    expect(weigh(head, wish, { was: null, rulebook })).toMatchObject({
      before: { ok: false },
      changed: null,
    });
    expect(head).toMatchObject({ number: 1, distance: wish.distance, weeks: 6 });
  });

  it("are counted in all and named in part where they are refused, with the law, or served at last", () => {
    const lost = censusOf(went);
    expect(lost).toMatchObject({ asked: 24, served: 0, servedBefore: 24, changed: 0, refusedInAll: 24 });
    expect(lost.refused).toEqual(heads.slice(0, 10).map((athlete) => ({ athlete, law: "V1" })));
    const won = censusOf(came);
    expect(won).toMatchObject({ served: 24, servedBefore: 0, refusedInAll: 0, servedAtLastInAll: 24 });
    expect(won.servedAtLast).toEqual(heads.slice(0, 10));
  });
});
