import { type Feature, FEATURES } from "@strideiq/access";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { FeaturesAnswer, StandardPlanListAnswer } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { setKilled } from "./flags.fixture.ts";
import { createVisitor, type Visitor } from "./http/call-server.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

/** What is in no document any more when a feature is switched off. */
interface Gone {
  /** In the API document. */
  readonly operations?: readonly string[];
  /** In the gallery, by the beginning of their names. */
  readonly gallery?: readonly string[];
}

const RACES = ["5k-", "10k-", "half-marathon-", "marathon-"];
const GONE: Readonly<Record<Feature, Gone>> = {
  // These two are about who asks: the ways to a plan stay for others.
  "account.guest": {},
  "account.sign_up": { operations: ["post /v1/accounts"] },
  "plan.standard": {
    operations: [
      "post /v1/plans",
      "post /v1/plans/preview",
      "post /v1/standard-plans/{standardPlanId}/place",
    ],
    gallery: RACES,
  },
  "plan.standard.5k": { gallery: ["5k-"] },
  "plan.standard.10k": { gallery: ["10k-"] },
  "plan.standard.half_marathon": { gallery: ["half-marathon-"] },
  "plan.standard.marathon": { gallery: ["marathon-"] },
  // Of these a wish is refused, and so there is no plan that holds them.
  "plan.semi_custom": {},
  "plan.custom": {},
  "plan.pace_integration": {},
  "plan.option_ab": { operations: ["put /v1/plans/{planId}/sessions/{sessionId}/option"] },
  "plan.calendar": { operations: ["get /v1/calendar", "get /v1/calendar/compact"] },
  "plan.versions": {
    operations: [
      "get /v1/plans/{planId}/versions",
      "get /v1/plans/{planId}/versions/{version}",
      "get /v1/plans/{planId}/versions/{version}/again",
      "get /v1/plans/{planId}/compare",
      "get /v1/plans/{planId}/changes",
      "post /v1/plans/{planId}/restore",
      "post /v1/plans/{planId}/regenerate",
      "post /v1/plans/{planId}/changes/{changeId}/undo",
    ],
  },
  "plan.dynamic_adaptation": {
    operations: ["post /v1/plans/{planId}/changes", "post /v1/plans/{planId}/changes/what-if"],
  },
  "plan.run_import": {
    operations: [
      "post /v1/activities",
      "post /v1/imports",
      "put /v1/imports/{importId}/files/{position}",
      "post /v1/imports/{importId}/start",
    ],
  },
  "plan.strava_integration": {},
  "plan.gpt_coach": {},
};

let database: TestDatabase;
let service: Service;
const newcomer = (): Visitor => createVisitor(() => service.address ?? "");

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const operations = async (): Promise<readonly string[]> => {
  const { json } = await newcomer().call("/openapi.json");
  const { paths } = json as { readonly paths: Readonly<Record<string, object>> };
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );
};
const gallery = async (): Promise<readonly string[]> =>
  StandardPlanListAnswer.parse((await newcomer().call("/v1/standard-plans?limit=100")).json).plans.map(
    ({ id }) => id,
  );
const allowed = async (): Promise<readonly Feature[]> =>
  FeaturesAnswer.parse((await newcomer().call("/v1/me/features")).json).features.flatMap((entry) =>
    entry.allowed ? [entry.feature] : [],
  );

describe("a feature that is switched off is in no document", () => {
  it.each(FEATURES)("%s", async (feature) => {
    const before = { operations: await operations(), gallery: await gallery() };
    const { operations: calls = [], gallery: plans = [] } = GONE[feature];
    for (const call of calls) expect(before.operations).toContain(call);
    for (const begin of plans) expect(before.gallery.some((id) => id.startsWith(begin))).toBe(true);
    await setKilled({ database, newcomer, feature, killed: true });
    expect((await operations()).toSorted()).toEqual(
      before.operations.filter((call) => !calls.includes(call)).toSorted(),
    );
    expect(await gallery()).toEqual(
      before.gallery.filter((id) => !plans.some((begin) => id.startsWith(begin))),
    );
    expect(await allowed()).not.toContain(feature);
    for (const id of before.gallery.filter((one) => plans.some((begin) => one.startsWith(begin))).slice(0, 1))
      expect((await newcomer().call(`/v1/standard-plans/${id}?raceDate=2027-04-18`)).status).toBe(404);
    await setKilled({ database, newcomer, feature, killed: false });
    expect((await operations()).toSorted()).toEqual(before.operations.toSorted());
    expect(await gallery()).toEqual(before.gallery);
  });
});
