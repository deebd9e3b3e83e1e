import { createHash } from "node:crypto";
import { FEATURES, type Feature, type FlagDefinition } from "@strideiq/access";
import { type RunningFlags, startFlags } from "@strideiq/adapters";
import { describe, expect, it } from "vitest";

const ATHLETES = 100_000;
const FEATURE: Feature = "plan.option_ab";
/** Nobody, a first few, the usual steps, the smallest step there is, all but a few, everybody. */
const STEPS = [0, 0.5, 10, 25, 25.001, 50, 90, 99.5, 100] as const;

const flag = (rolloutPercent: number): FlagDefinition => ({
  description: "A choice.",
  owner: "coaching",
  killed: false,
  rolloutPercent,
  athletes: [],
  only: {},
  environments: {},
});

/** A process that has just started with this flag: nothing of another one's answers is known to it. */
const startWith = (rolloutPercent: number, feature: Feature): Promise<RunningFlags> =>
  startFlags({
    store: { readAll: () => Promise.resolve([]) },
    watch: () => ({ stop: () => Promise.resolve() }),
    environment: "production",
    seed: Object.fromEntries(
      FEATURES.map((name) => [name, flag(name === feature ? rolloutPercent : 100)]),
    ) as Readonly<Record<Feature, FlagDefinition>>,
    onProblem: (problem) => {
      throw problem;
    },
  });

/** Ids as the product gives them: made one after the other, each with the time in front. */
const ids: readonly string[] = Array.from({ length: ATHLETES }, (_, n) => {
  const chance = createHash("sha256").update(String(n)).digest("hex");
  const time = (1_795_000_000_000 + n * 7).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-8${chance.slice(3, 6)}-${chance.slice(6, 18)}`;
});

/** For each athlete whether they have it. */
async function havingIt(rolloutPercent: number, feature: Feature = FEATURE): Promise<Uint8Array> {
  const flags = await startWith(rolloutPercent, feature);
  const has = new Uint8Array(ATHLETES);
  for (const [n, athleteId] of ids.entries())
    has[n] = (await flags.ask(feature, { athleteId, attributes: {} })).on ? 1 : 0;
  await flags.stop();
  return has;
}

const shareOf = (has: Uint8Array): number => has.reduce((sum, one) => sum + one, 0) / ATHLETES;

describe("a rollout over 100,000 athletes", () => {
  const reached = new Map<number, Uint8Array>();

  it.each(STEPS)("reaches %s percent of them within one percent", async (percent) => {
    const has = await havingIt(percent);
    reached.set(percent, has);
    expect(Math.abs(shareOf(has) * 100 - percent)).toBeLessThan(1);
    if (percent === 0 || percent === 100) expect(shareOf(has) * 100).toBe(percent);
  });

  it("takes the feature from nobody at any step of widening", () => {
    for (const [narrow, wide] of STEPS.slice(1).map((percent, index) => [STEPS[index], percent])) {
      const [before, after] = [reached.get(narrow ?? 0), reached.get(wide ?? 0)];
      expect(before?.findIndex((has, n) => has === 1 && after?.[n] !== 1)).toBe(-1);
    }
  });

  it("answers each of them the same from a process that has just started", async () => {
    expect(await havingIt(25)).toEqual(reached.get(25));
  });

  it("does not give two features to the same athletes", async () => {
    const other = await havingIt(25, "plan.calendar");
    const both = reached.get(25)?.filter((has, n) => has === 1 && other[n] === 1).length ?? 0;
    expect(Math.abs(both / ATHLETES - 0.25 * 0.25)).toBeLessThan(0.01);
  });
});
