import type { Feature } from "@strideiq/access";
import { createFlagStore, newUuidV7, type TestDatabase } from "@strideiq/adapters";
import { FeaturesAnswer } from "@strideiq/contracts";
import { expect } from "vitest";
import { loadAccessSeeds } from "./compose/access.ts";
import type { Visitor } from "./http/call-server.fixture.ts";
import { root } from "./test-service.fixture.ts";

interface Switching {
  readonly database: TestDatabase;
  readonly newcomer: () => Visitor;
  readonly feature: Feature;
  readonly killed: boolean;
}

/** So many connections at once that each process which answers has some of them. */
const AT_ONCE = [1, 2, 3, 4, 5, 6];

/** What a visitor may use, by name. */
export async function featuresOf(visitor: Visitor) {
  const { features } = FeaturesAnswer.parse((await visitor.call("/v1/me/features")).json);
  return new Map(features.map((entry) => [entry.feature, entry]));
}

/** Throws a kill switch, or takes it back, and waits until all processes go by it. */
export async function setKilled({ database, newcomer, feature, killed }: Switching): Promise<void> {
  const store = createFlagStore(database.app);
  const row = (await store.readAll()).find(({ key }) => key === feature);
  const seeds = await loadAccessSeeds(root);
  if (row === undefined || !seeds.ok) throw new Error("no such flag");
  const definition = { ...seeds.value.flags[feature], killed };
  const change = {
    key: feature,
    definition,
    revision: row.revision,
    by: { accountId: newUuidV7() },
    why: "a test",
  };
  expect(await store.change(change)).toMatchObject({ ok: true });
  const reason = killed || definition.rolloutPercent === 0;
  const isOff = async (): Promise<boolean> =>
    (await featuresOf(newcomer())).get(feature)?.because === "switched_off";
  const everywhere = (): Promise<readonly boolean[]> => Promise.all(AT_ONCE.map(isOff));
  await expect.poll(everywhere, { timeout: 2_000, interval: 20 }).toEqual(AT_ONCE.map(() => reason));
}
