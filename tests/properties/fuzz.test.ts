import { realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWish } from "../../apps/cli/src/wish.ts";
import { anyCommandLine } from "./fuzz/command-lines.ts";
import { type Knock, knock, knockWith, sentencesAmiss } from "./fuzz/knock.ts";
import { anyArrival } from "./fuzz/wishes.ts";

const rulebook = realRulebook();

/** Every how many wishes one is asked twice. */
const TWICE_EVERY = 8;

interface Answered extends Knock {
  readonly asked: unknown;
}

const byWire = fc.sample(anyArrival, { numRuns: 9000, seed: 4 }).map((arrival, index): Answered => ({
  asked: arrival,
  ...knock(arrival, rulebook, index % TWICE_EVERY === 0),
}));

const byHand = fc.sample(anyCommandLine, { numRuns: 1000, seed: 4 }).map((options): Answered => {
  const { request, faults } = readWish(options, rulebook.standardPlans);
  return request === null
    ? { asked: options, outcome: "schema", complaints: sentencesAmiss(faults), withoutNearest: false }
    : { asked: options, ...knockWith(request, rulebook, false) };
});

const all = [...byWire, ...byHand];

/** An answer as it can be read in the report of a failed test. */
const shown = ({ asked, complaints }: Answered): string =>
  `${complaints.join("; ")}: ${JSON.stringify(asked).slice(0, 400)}`;

const countOf = (answers: readonly Answered[], outcome: Answered["outcome"]): number =>
  answers.filter((answer) => answer.outcome === outcome).length;

describe("10,000 wishes of which many make no sense", () => {
  it("are all answered: with a certified plan, or with the field or law, the number and a sentence", () => {
    expect(all).toHaveLength(10_000);
    expect(all.filter(({ complaints }) => complaints.length > 0).map(shown)).toEqual([]);
  });

  it.each([
    ["the wire", byWire, { schema: 3000, gate: 300, refused: 100, planned: 400 }],
    ["the command line", byHand, { schema: 200, gate: 100, refused: 10, planned: 40 }],
  ] as const)("come by %s as far as every one of the four answers", (_, answers, least) => {
    expect(countOf(answers, "schema")).toBeGreaterThan(least.schema);
    expect(countOf(answers, "gate")).toBeGreaterThan(least.gate);
    expect(countOf(answers, "refused")).toBeGreaterThan(least.refused);
    expect(countOf(answers, "planned")).toBeGreaterThan(least.planned);
  });

  it("get a nearest plan with every refusal", () => {
    const alone = all.filter(({ withoutNearest }) => withoutNearest);
    expect(alone.map(({ asked }) => JSON.stringify(asked))).toEqual([]);
  });
});
