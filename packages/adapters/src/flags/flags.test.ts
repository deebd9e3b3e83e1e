import { createHash } from "node:crypto";
import { FEATURES, type FlagContext, type FlagDefinition, type FlagSettings } from "@strideiq/access";
import type { Feature } from "@strideiq/access";
import type { StoredFlag } from "@strideiq/application";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FlagsDeps, type RunningFlags, startFlags } from "./flags.ts";

const FEATURE = "plan.option_ab";

const flag = (settings: Partial<FlagSettings>): FlagDefinition => ({
  description: "A choice.",
  owner: "coaching",
  killed: false,
  rolloutPercent: 100,
  athletes: [],
  only: {},
  environments: {},
  ...settings,
});

const seedWith = (flags: Partial<Record<Feature, FlagDefinition>>): FlagsDeps["seed"] => ({
  ...(Object.fromEntries(FEATURES.map((name) => [name, flag({})])) as FlagsDeps["seed"]),
  ...flags,
});

const start = (
  flags: Partial<Record<Feature, FlagDefinition>>,
  over: Partial<FlagsDeps> = {},
): Promise<RunningFlags> =>
  startFlags({
    store: { readAll: () => Promise.resolve([]) },
    watch: () => ({ stop: () => Promise.resolve() }),
    environment: "production",
    seed: seedWith(flags),
    onProblem: (problem) => {
      throw problem;
    },
    ...over,
  });

const athlete = (n: number): FlagContext => ({
  athleteId: createHash("sha256").update(String(n)).digest("hex").slice(0, 32),
  attributes: {},
});

const share = async (flags: RunningFlags, count: number): Promise<ReadonlySet<number>> => {
  const on = new Set<number>();
  for (let n = 0; n < count; n += 1) if ((await flags.ask(FEATURE, athlete(n))).on) on.add(n);
  return on;
};

describe("a rollout", () => {
  it("takes a feature from nobody when it is widened, and answers the same however often it is asked", () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        async (one, other) => {
          const [narrow, wide] = [Math.min(one, other) / 1_000, Math.max(one, other) / 1_000];
          const before = await share(await start({ [FEATURE]: flag({ rolloutPercent: narrow }) }), 200);
          const widened = await start({ [FEATURE]: flag({ rolloutPercent: wide }) });
          const after = await share(widened, 200);
          expect([...before].filter((n) => !after.has(n))).toEqual([]);
          expect(await share(widened, 200)).toEqual(after);
        },
      ),
      { numRuns: 30 },
    ));

  it("has nobody in it who is not known yet, unless it reaches everybody", async () => {
    const unknown = { athleteId: undefined, attributes: {} };
    const most = await start({ [FEATURE]: flag({ rolloutPercent: 99.999 }) });
    expect(await most.ask(FEATURE, unknown)).toEqual({ on: false, reason: "not_in_rollout" });
    const all = await start({});
    expect(await all.ask(FEATURE, unknown)).toEqual({ on: true, reason: "everybody" });
  });

  it("of two features does not meet the same athletes", async () => {
    const half = flag({ rolloutPercent: 50 });
    const flags = await start({ "plan.option_ab": half, "plan.calendar": half });
    let same = 0;
    for (let n = 0; n < 1_000; n += 1) {
      const [a, b] = [
        await flags.ask("plan.option_ab", athlete(n)),
        await flags.ask("plan.calendar", athlete(n)),
      ];
      if (a.on === b.on) same += 1;
    }
    expect(Math.abs(same - 500)).toBeLessThan(80);
  });
});

describe("a flag says why", () => {
  const ada: FlagContext = { athleteId: "ada", attributes: { role: "coach", product: "pro" } };

  it.each([
    ["everybody has it", {}, { on: true, reason: "everybody" }],
    [
      "an athlete is chosen by name",
      { rolloutPercent: 0, athletes: ["ada"] },
      { on: true, reason: "chosen_athlete" },
    ],
    ["nobody has it", { rolloutPercent: 0 }, { on: false, reason: "not_in_rollout" }],
    ["it is for others", { only: { role: ["admin"] } }, { on: false, reason: "not_targeted" }],
    [
      "one of two conditions fails",
      { only: { role: ["coach"], product: ["elite"] } },
      { on: false, reason: "not_targeted" },
    ],
    [
      "both conditions hold",
      { only: { role: ["coach"], product: ["pro", "elite"] } },
      { on: true, reason: "everybody" },
    ],
    [
      "something is asked that is not known of the athlete",
      { only: { distance: ["5k"] } },
      { on: false, reason: "not_targeted" },
    ],
    [
      "a chosen athlete meets a kill switch",
      { athletes: ["ada"], killed: true },
      { on: false, reason: "killed" },
    ],
  ] as const)("%s", async (_, settings, verdict) => {
    const flags = await start({ [FEATURE]: flag(settings) });
    expect(await flags.ask(FEATURE, ada)).toEqual(verdict);
  });

  it("what is under a flag that is off is off for its reason", async () => {
    const flags = await start({ "plan.standard": flag({ killed: true }) });
    expect(await flags.ask("plan.standard.5k", ada)).toEqual({ on: false, reason: "killed" });
    expect((await flags.ask("plan.calendar", ada)).on).toBe(true);
  });

  it("environments differ", async () => {
    const staged = { ...flag({ rolloutPercent: 0 }), environments: { staging: { rolloutPercent: 100 } } };
    const here = await start({ [FEATURE]: staged });
    const there = await start({ [FEATURE]: staged }, { environment: "staging" });
    expect([(await here.ask(FEATURE, ada)).on, (await there.ask(FEATURE, ada)).on]).toEqual([false, true]);
  });
});

describe("flags go on", () => {
  const strangeNames = [
    "__proto__",
    "constructor",
    "'; drop table feature_flags",
    "\u0000",
    "é".repeat(5_000),
  ];

  it.each(strangeNames)("with an athlete of the name %j", async (athleteId) => {
    const flags = await start({ [FEATURE]: flag({ rolloutPercent: 50 }) });
    const verdict = await flags.ask(FEATURE, { athleteId, attributes: { role: athleteId } });
    expect(["in_rollout", "not_in_rollout"]).toContain(verdict.reason);
  });

  it("when the database is away, as they were last", async () => {
    const problems: unknown[] = [];
    const store = { readAll: () => Promise.reject(new Error("away")) };
    const flags = await start(
      { [FEATURE]: flag({ killed: true }) },
      { store, onProblem: (problem) => problems.push(problem) },
    );
    expect(await flags.ask(FEATURE, athlete(1))).toEqual({ on: false, reason: "killed" });
    expect(problems).toHaveLength(1);
  });

  it("when a row was spoilt by hand, with the definition before it, and take up the others", async () => {
    let rows: readonly StoredFlag[] = [
      { key: FEATURE, definition: { ...flag({}), rolloutPercent: 140 }, revision: 2 },
      { key: "plan.calendar", definition: flag({ killed: true }), revision: 2 },
      { key: "no.feature", definition: null, revision: 1 },
    ];
    let look = (): void => undefined;
    const flags = await start(
      {},
      {
        store: { readAll: () => Promise.resolve(rows) },
        watch: (onChange) => {
          look = onChange;
          return { stop: () => Promise.resolve() };
        },
      },
    );
    expect((await flags.ask(FEATURE, athlete(1))).reason).toBe("everybody");
    expect((await flags.ask("plan.calendar", athlete(1))).reason).toBe("killed");
    rows = [{ key: FEATURE, definition: flag({ killed: true }), revision: 3 }];
    look();
    await new Promise((resolve) => setImmediate(resolve));
    expect((await flags.ask(FEATURE, athlete(1))).reason).toBe("killed");
  });
});
