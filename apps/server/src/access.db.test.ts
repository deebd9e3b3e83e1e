import { type Feature, FEATURES, type Paywall } from "@strideiq/access";
import { createEntitlements, createTestDatabase, newUuidV7, type TestDatabase } from "@strideiq/adapters";
import { PlanListAnswer, type PlanWishInput, Problem } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAccessSeeds } from "./compose/access.ts";
import type { Service } from "./compose/service.ts";
import { featuresOf, setKilled } from "./flags.fixture.ts";
import { type Answer, createVisitor, type Visitor } from "./http/call-server.fixture.ts";
import { GATED } from "./http/gate.ts";
import { marathonWish, root, startTestService } from "./test-service.fixture.ts";

const NOWHERE = "018f0000-0000-7000-8000-000000000000";
/** Eighteen weeks from the day of these tests, without a result: nothing that costs anything. */
const standardWish: PlanWishInput = { ...marathonWish, raceDate: "2027-03-28", result: null };
const wishOf: Partial<Record<Feature, PlanWishInput>> = {
  "account.guest": standardWish,
  "plan.standard": standardWish,
  "plan.standard.marathon": standardWish,
  "plan.standard.half_marathon": { ...standardWish, distance: "half_marathon", raceDate: "2027-03-14" },
  "plan.standard.10k": { ...standardWish, distance: "10k", raceDate: "2027-02-14" },
  "plan.standard.5k": { ...standardWish, distance: "5k", raceDate: "2027-02-14" },
  "plan.semi_custom": { ...standardWish, raceDate: "2027-04-04" },
  "plan.custom": { ...standardWish, distance: "5k", raceDate: "2027-05-02" },
  "plan.pace_integration": { ...marathonWish, raceDate: "2027-03-28" },
};
const standardPlans: Partial<Record<Feature, readonly string[]>> = {
  "account.guest": ["10k-12-weeks-mid"],
  "plan.standard": ["marathon-18-weeks-mid"],
  "plan.standard.marathon": ["marathon-18-weeks-mid"],
  "plan.standard.half_marathon": ["half-marathon-16-weeks-mid"],
  "plan.standard.10k": ["10k-12-weeks-mid"],
  "plan.standard.5k": ["5k-8-weeks-low"],
};
const addressesOf = (feature: Feature): readonly string[] =>
  Object.keys(GATED).filter((address) => GATED[address] === feature);

const bodyFor = (path: string): object => {
  if (path === "/v1/accounts")
    return { name: "Ben", email: `${newUuidV7()}@example.org`, password: "correct horse battery" };
  if (path === "/v1/imports") return { timeZone: "Europe/Berlin" };
  if (path === "/v1/activities") return { day: "2026-11-21", metres: 8_000, seconds: 2_700 };
  if (/changes(\/what-if)?$/.test(path))
    return { wish: { kind: "block_days", days: ["2026-12-24"] }, reason: "a test" };
  if (path.endsWith("/option")) return { option: "a", reason: "a test" };
  return path.endsWith("/restore") ? { version: 1, reason: "a test" } : { reason: "a test" };
};

function callGated(visitor: Visitor, address: string): Promise<Answer> {
  const [method = "", pattern = ""] = address.split(" ");
  const path = pattern
    .replace(/:(planId|changeId|importId)/g, NOWHERE)
    .replace(":position", "0")
    .replace(":sessionId", "w1d1")
    .replace(":version", "1");
  const query = path.startsWith("/v1/calendar")
    ? "?from=2026-11-23&to=2026-11-29"
    : path.endsWith("/compare")
      ? "?from=1&to=2"
      : path.endsWith("/files/0")
        ? "?name=run.fit"
        : "";
  const body = method !== "GET" ? { body: bodyFor(path) } : {};
  return visitor.call(`${path}${query}`, { method, headers: { "if-match": `"${NOWHERE}.1"` }, ...body });
}

const ask = (visitor: Visitor, wish: PlanWishInput): Promise<Answer> =>
  visitor.call("/v1/plans", { method: "POST", body: wish });
const fieldsOf = (answer: Answer): readonly string[] =>
  (Problem.parse(answer.json).errors ?? []).map(({ field }) => field);

let database: TestDatabase;
let service: Service;
const newcomer = (): Visitor => createVisitor(() => service.address ?? "");

describe("every feature", () => {
  beforeAll(async () => {
    database = await createTestDatabase();
    service = await startTestService(database, { signInsPerMinute: 10_000 });
  }, 60_000);
  afterAll(async () => {
    await service.stop();
    await database.close();
  });

  const built = FEATURES.filter(
    (feature) => addressesOf(feature).length > 0 || wishOf[feature] !== undefined,
  );

  it.each(built)(
    "%s goes when it is switched off, within two seconds, says so, and comes back",
    async (feature) => {
      const use = (): Promise<readonly Answer[]> => {
        const wish = wishOf[feature];
        const addresses = addressesOf(feature);
        return Promise.all([
          ...(wish === undefined ? [] : [ask(newcomer(), wish)]),
          ...(wish === undefined || feature === "account.guest"
            ? []
            : [newcomer().call("/v1/plans/preview", { method: "POST", body: wish })]),
          ...(standardPlans[feature] ?? []).map((id) =>
            newcomer().call(`/v1/standard-plans/${id}/place`, {
              method: "POST",
              body: { raceDate: "2027-03-28" },
            }),
          ),
          ...addresses.map((address) => callGated(newcomer(), address)),
        ]);
      };
      for (const answer of await use()) expect([402, 403]).not.toContain(answer.status);
      await setKilled({ database, newcomer, feature, killed: true });
      for (const answer of await use()) {
        expect([answer.status, Problem.parse(answer.json).code]).toEqual([403, "feature_off"]);
        expect(fieldsOf(answer)).toContain(feature === "plan.standard" ? "plan.standard.marathon" : feature);
      }
      expect((await newcomer().call("/v1/me")).status).toBe(200);
      await setKilled({ database, newcomer, feature, killed: false });
      for (const answer of await use()) expect([402, 403]).not.toContain(answer.status);
    },
  );

  it("is open to everybody as it ships, but for what is not built yet", async () => {
    const features = await featuresOf(newcomer());
    const closed = [...features.values()].filter(({ allowed }) => !allowed).map(({ feature }) => feature);
    expect(closed).toEqual(["plan.strava_integration", "plan.gpt_coach"]);
    expect(FEATURES.filter((feature) => !built.includes(feature))).toEqual(closed);
  });
});

describe("with tiers", () => {
  let visitor: Visitor;
  let athleteId: string;

  beforeAll(async () => {
    const seeds = await loadAccessSeeds(root);
    if (!seeds.ok) throw new Error(seeds.error.join("\n"));
    const paywall: Paywall = { ...seeds.value.paywall, mode: "tiers" };
    database = await createTestDatabase();
    service = await startTestService(database, { signInsPerMinute: 10_000 }, { paywall });
    visitor = newcomer();
    const body = { name: "Ada", email: "ada@example.org", password: "correct horse battery" };
    const signedUp = await visitor.call("/v1/accounts", { method: "POST", body });
    athleteId = (signedUp.json as { readonly athleteId: string }).athleteId;
  }, 60_000);
  afterAll(async () => {
    await service.stop();
    await database.close();
  });

  const wishFor = (feature: Feature): PlanWishInput => wishOf[feature] ?? standardWish;
  const entitlements = () => createEntitlements(database.app, newUuidV7);
  const give = async (product: "plan" | "pro" | "elite"): Promise<string> => {
    const why = "a test";
    const id = await entitlements().grant({ athleteId, product, endsAt: null, by: newUuidV7(), why });
    if (id === undefined) throw new Error("no such athlete");
    return id;
  };

  it("a free athlete gets every standard plan, and no gated address asks for money that is free", async () => {
    for (const feature of FEATURES.filter((name) => name.startsWith("plan.standard")))
      expect((await ask(visitor, wishFor(feature))).status).toBe(202);
    for (const [address, feature] of Object.entries(GATED)) {
      // As a copy: who signs up is somebody else afterwards.
      const copy = createVisitor(() => service.address ?? "", visitor.cookies());
      const { status } = await callGated(copy, address);
      if (feature === "plan.dynamic_adaptation") expect(status).toBe(402);
      else expect([402, 403]).not.toContain(status);
    }
  });

  it("a free athlete hears what a wish needs and how to get it, and nothing is stored of the wish", async () => {
    const stored = async () =>
      PlanListAnswer.parse((await visitor.call("/v1/plans")).json).plans.map(({ planId }) => planId);
    const before = await stored();
    const refused = await ask(visitor, wishFor("plan.custom"));
    expect(refused.status).toBe(402);
    expect(Problem.parse(refused.json).errors).toEqual([
      {
        field: "plan.custom",
        message:
          "needs Pro: any length from 4 to 24 weeks. You can try Pro for 30 days. Pro is $15 a month. " +
          "Elite is $25 a month. The administrator of this installation can give it to you.",
      },
    ]);
    expect(await stored()).toEqual(before);
  });

  it("a single plan makes one plan, even for a wish that first makes no sense", async () => {
    await give("plan");
    const nonsense = { ...wishFor("plan.semi_custom"), daysPerWeek: 9 };
    expect((await ask(visitor, nonsense)).status).toBe(422);
    expect((await ask(visitor, wishFor("plan.semi_custom"))).status).toBe(202);
    const second = await ask(visitor, wishFor("plan.semi_custom"));
    expect([second.status, fieldsOf(second)]).toEqual([402, ["plan.semi_custom"]]);
    expect(Problem.parse(second.json).errors?.[0]?.message).toContain("Your single plan is used.");
  });

  it("a single plan makes one plan, and no more for twenty wishes at once", async () => {
    await give("plan");
    const count = async (): Promise<number> =>
      ((await visitor.call("/v1/plans?limit=100")).json as { readonly plans: readonly unknown[] }).plans
        .length;
    const before = await count();
    const wish = wishFor("plan.semi_custom");
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(visitor, wish)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, ...Array<number>(19).fill(402)]);
    for (const answer of answers.filter(({ status }) => status === 402))
      expect(fieldsOf(answer)).toEqual(["plan.semi_custom"]);
    expect(await count()).toBe(before + 1);
  });

  it("a request that is sent again with its key uses up one single plan, not two", async () => {
    await give("plan");
    await give("plan");
    const options = {
      method: "POST",
      body: wishFor("plan.semi_custom"),
      headers: { "idempotency-key": "one-plan" },
    };
    const tries = await Promise.all(Array.from({ length: 5 }, () => visitor.call("/v1/plans", options)));
    expect(tries.map(({ status }) => status)).toContain(202);
    expect((await ask(visitor, wishFor("plan.semi_custom"))).status).toBe(202);
    expect((await ask(visitor, wishFor("plan.semi_custom"))).status).toBe(402);
  });

  it("a grant of Pro opens what it holds until it is taken back", async () => {
    const grant = await give("pro");
    for (const feature of ["plan.custom", "plan.semi_custom", "plan.pace_integration"] as const)
      expect((await ask(visitor, wishFor(feature))).status).toBe(202);
    expect(await entitlements().revoke(athleteId, grant, newUuidV7(), "a test")).toBe(true);
    expect((await ask(visitor, wishFor("plan.custom"))).status).toBe(402);
  });

  it("with everything switched off as well, the product is still whole and polite", async () => {
    for (const feature of FEATURES) await setKilled({ database, newcomer, feature, killed: true });
    const refused = await ask(newcomer(), standardWish);
    expect([refused.status, Problem.parse(refused.json).code]).toEqual([403, "feature_off"]);
    for (const path of [
      "/v1/me",
      "/v1/plans",
      "/v1/jobs",
      "/v1/me/export",
      "/v1/me/features",
      "/openapi.json",
    ])
      expect([path, (await visitor.call(path)).status]).toEqual([path, 200]);
    const { plans } = (await visitor.call("/v1/plans")).json as {
      readonly plans: readonly { planId: string }[];
    };
    expect((await visitor.call(`/v1/plans/${plans[0]?.planId ?? ""}`)).status).toBe(200);
  });
});
