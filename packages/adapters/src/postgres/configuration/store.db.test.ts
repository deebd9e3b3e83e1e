import {
  type ConfigurationFindings,
  type ConfigurationRows,
  type ConfigurationVersion,
  NO_ATHLETES,
} from "@strideiq/application";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newUuidV7 } from "../../ids/uuid-v7.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { createConfigurationChecks } from "./checks.ts";
import { createConfigurationStore } from "./store.ts";

const rows = (weeks: number): ConfigurationRows => ({
  planTemplates: [
    { id: "5k-8-weeks-low", distance: "5k", tier: "low", weeks: 8, definition: { daysPerWeek: 4 } },
  ],
  workoutDefinitions: [
    { id: "cruise", definition: { title: "Cruise" } },
    { id: "a-hill", definition: { title: "Hill" } },
  ],
  phaseDefinitions: [{ phase: "base", definition: { "5k": { primary: [] } } }],
  scalingRules: [{ id: "longRun", definition: { weeks } }],
});
const shipped = (name: string, weeks: number) => ({
  name,
  rows: rows(weeks),
  digest: String(weeks).repeat(64).slice(0, 64),
});
const by = { accountId: newUuidV7() };
const clean: ConfigurationFindings = {
  problems: [],
  plans: [],
  athletes: NO_ATHLETES,
};

let database: TestDatabase;
const store = () => createConfigurationStore(database.app);
const checks = () => createConfigurationChecks({ db: database.app, enqueue: () => Promise.resolve() });
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => sql`truncate configuration_versions, audit_log cascade`.execute(database.db));

const inForce = async (): Promise<ConfigurationVersion> => {
  const found = await store().findPublished();
  if (found === undefined) throw new Error("nothing is in force");
  return found;
};
const audit = () =>
  database.db.selectFrom("audit_log").select(["action", "reason", "before", "after"]).orderBy("id").execute();

async function drafted(): Promise<number> {
  const draft = await store().draft((await inForce()).id, { by, why: "longer" });
  if (!draft.ok) throw new Error(draft.error.type);
  return draft.value.id;
}

describe("what comes with the installation", () => {
  it("is put in force once, in its order, by however many processes start at once", async () => {
    await Promise.all([1, 1, 1].map((weeks) => store().ship(shipped("2026.1", weeks))));
    expect(await store().list({ limit: 9 })).toHaveLength(1);
    expect(await inForce()).toMatchObject({ name: "2026.1", state: "published", rows: rows(1) });
  });

  it("follows a later version of the product, and does not go back for an older process", async () => {
    await store().ship(shipped("2026.1", 1));
    await store().ship(shipped("2026.1", 2));
    const later = await inForce();
    expect(later).toMatchObject({ name: `2026.1+${String(later.id)}`, rows: rows(2) });
    expect(await store().wantsShipped(shipped("2026.1", 1).digest)).toBe(false);
    await store().ship(shipped("2026.1", 1));
    expect((await inForce()).id).toBe(later.id);
  });

  it("leaves alone what a coach has published", async () => {
    await store().ship(shipped("2026.1", 1));
    const id = await drafted();
    await checks().ask(id, { by, why: "ready" });
    await checks().finish(id, 1, clean);
    await store().publish(id, { by, why: "longer" });
    await store().ship(shipped("2026.2", 3));
    expect((await inForce()).id).toBe(id);
  });
});

describe("a draft", () => {
  it("is changed by whoever has looked at it last, and says in the audit which rows became another", async () => {
    await store().ship(shipped("2026.1", 1));
    const id = await drafted();
    expect(await store().replace(id, 1, rows(5), { by, why: "more" })).toMatchObject({
      ok: true,
      value: { revision: 2 },
    });
    expect(await store().replace(id, 1, rows(6), { by, why: "more" })).toEqual({
      ok: false,
      error: { type: "ChangedMeanwhile" },
    });
    expect((await audit()).at(-1)).toEqual({
      action: "configuration.edit",
      reason: "more",
      before: { "scaling_rules/longRun": { weeks: 1 } },
      after: { "scaling_rules/longRun": { weeks: 5 } },
    });
  });

  it("is put in force only as it was checked; what was before can be put back without", async () => {
    await store().ship(shipped("2026.1", 1));
    const first = await inForce();
    const id = await drafted();
    expect(await store().publish(id, { by, why: "now" })).toEqual({
      ok: false,
      error: { type: "NotChecked" },
    });
    await checks().ask(id, { by, why: "ready" });
    expect(await checks().noteProgress(id, 1, 3, 9)).toBe(true);
    await store().replace(id, 1, rows(7), { by, why: "more" });
    await checks().finish(id, 1, clean);
    expect(await store().publish(id, { by, why: "now" })).toEqual({
      ok: false,
      error: { type: "NotChecked" },
    });
    await checks().ask(id, { by, why: "ready" });
    expect(await checks().noteProgress(id, 1, 3, 9)).toBe(false);
    await checks().finish(id, 2, clean);
    expect((await store().publish(id, { by, why: "now" })).ok).toBe(true);
    expect((await inForce()).rows).toEqual(rows(7));
    expect((await store().publish(first.id, { by, why: "back" })).ok).toBe(true);
    expect(await inForce()).toMatchObject({ id: first.id, name: "2026.1", rows: rows(1) });
    const published = (await audit()).filter(({ action }) => action === "configuration.publish");
    expect(published.map(({ reason }) => reason)).toEqual(["Came with the installation", "now", "back"]);
  });

  it("that was dropped is gone; what was in force cannot be, and keeps its rows whoever asks", async () => {
    await store().ship(shipped("2026.1", 1));
    const { id } = await inForce();
    const draft = await drafted();
    expect(await store().drop(draft, { by, why: "no" })).toEqual({ ok: true, value: undefined });
    expect(await store().find(draft)).toBeUndefined();
    expect(await store().drop(id, { by, why: "no" })).toEqual({ ok: false, error: { type: "NotDraft" } });
    expect(await store().replace(id, 1, rows(2), { by, why: "no" })).toEqual({
      ok: false,
      error: { type: "NotDraft" },
    });
    await expect(sql`delete from scaling_rules`.execute(database.app)).rejects.toThrow("only a draft");
    await expect(sql`delete from configuration_versions`.execute(database.app)).rejects.toThrow(
      "only a draft",
    );
  });
});
