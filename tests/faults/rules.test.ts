import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import {
  createConfigurationChecks,
  createConfigurationStore,
  createFlagStore,
  newUuidV7,
} from "@strideiq/adapters";
import { readFlag } from "@strideiq/access";
import { NO_ATHLETES } from "@strideiq/application";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, openHouse } from "./house.ts";
import { send } from "./send.ts";

/** So many plans are asked for while rules change; a night's run may ask for more. */
const PLANS = Number(process.env["STRIDEIQ_FAULTS_PLANS"] ?? "300");
const VISITORS = 30;
/** In this time everybody acts on what was changed. */
const WITHIN_MILLISECONDS = 2_000;
const SETTLED_MILLISECONDS = 300_000;
const LOOKED_AT_AGAIN = 12;

let house: House;
let addresses: readonly string[];
beforeAll(async () => {
  house = await openHouse();
  addresses = house.members.filter(({ role }) => role === "api").map(({ address }) => address);
}, 120_000);
afterAll(() => house.stop(), 120_000);

const author = { by: { accountId: newUuidV7() }, why: "a test" };
const at = (turn: number): string => addresses[turn % addresses.length] ?? "";
const wish = (turn: number) => ({
  distance: (["5k", "10k", "half_marathon"] as const)[turn % 3],
  raceDate: "2027-03-28",
  daysPerWeek: 4 + (turn % 3),
  weeklyMetres: 40_000 + (turn % 10) * 500,
  longestMetres: 14_000,
});

/** Long runs that grow a little more slowly: no plan of a new wish stays the same. */
async function publishAnother(): Promise<string> {
  const store = createConfigurationStore(house.db);
  const standing = await store.findPublished();
  const drafted = await store.draft(standing?.id ?? 0, author);
  if (standing === undefined || !drafted.ok) throw new Error("no draft");
  const { id, name } = drafted.value;
  const scalingRules = standing.rows.scalingRules.map((row) =>
    row.id === "longRun" ? { ...row, definition: { ...(row.definition as object), growthAim: 1.08 } } : row,
  );
  await store.replace(id, 1, { ...standing.rows, scalingRules }, author);
  const checks = createConfigurationChecks({ db: house.db, enqueue: () => Promise.resolve() });
  await checks.ask(id, author);
  await checks.finish(id, 2, { problems: [], plans: [], athletes: NO_ATHLETES });
  expect(await store.publish(id, author)).toMatchObject({ ok: true });
  return name;
}

interface Asked {
  readonly address: string;
  readonly cookie: string;
}

/** Asks for all plans, each visitor for one after the other, and calls back in the middle of it. */
async function askForAll(inTheMiddle: () => Promise<unknown>): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  let middle: Promise<unknown> | undefined;
  const visit = async (visitor: number): Promise<void> => {
    let cookie: string | undefined;
    for (let turn = visitor; turn < PLANS; turn += VISITORS) {
      const reply = await send("POST", `${at(turn)}/v1/plans`, {
        body: wish(turn),
        ...(cookie === undefined ? {} : { cookie }),
      });
      expect(reply?.status).toBe(202);
      cookie ??= reply?.cookie;
      asked.push({ address: `${at(turn)}${reply?.location ?? ""}`, cookie: cookie ?? "" });
      if (asked.length >= PLANS / 2) middle ??= inTheMiddle();
    }
  };
  await Promise.all(Array.from({ length: VISITORS }, (_, visitor) => visit(visitor)));
  await middle;
  return asked;
}

const madeBy = async (): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ readonly rulebook: string; readonly plans: number }>`
    select provenance ->> 'rulebook' as rulebook, count(distinct plan_id)::int as plans
    from plan_versions group by 1`.execute(house.db);
  return new Map(rows.map(({ rulebook, plans }) => [rulebook, plans]));
};

async function settled(): Promise<void> {
  const open = async (): Promise<number> => {
    const { rows } = await sql<{ readonly open: number }>`
      select count(*)::int as open from training_plans where state <> 'ready'`.execute(house.db);
    return rows[0]?.open ?? -1;
  };
  await expect.poll(open, { timeout: SETTLED_MILLISECONDS, interval: 200 }).toBe(0);
}

describe("rules that change while plans are made", () => {
  it(`leave each of ${String(PLANS)} plans whole, made by one version or by the other, and the next by the new one`, async () => {
    const before = await madeBy();
    expect(before.size).toBe(0);
    let name = "";
    const asked = await askForAll(async () => {
      name = await publishAnother();
    });
    await settled();
    const made = await madeBy();
    expect([...made.values()].reduce((sum, plans) => sum + plans, 0)).toBe(PLANS);
    expect([...made.keys()].toSorted()).toEqual(["2026.1", name].toSorted());
    const every = Math.ceil(asked.length / LOOKED_AT_AGAIN);
    for (const { address, cookie } of asked.filter((_, index) => index % every === 0)) {
      const again = await send("GET", `${address}/versions/1/again`, { cookie });
      expect(JSON.parse(again?.text ?? "{}")).toMatchObject({ because: "same_to_the_byte" });
    }
  });

  it("may stand side by side in two processes: a worker that was held up takes the new ones up when it goes on", async () => {
    const [held, other] = house.members.filter(({ role }) => role === "worker");
    held?.signal("SIGSTOP");
    const name = await publishAnother();
    await sleep(WITHIN_MILLISECONDS);
    const makesNew = async (): Promise<void> => {
      const reply = await send("POST", `${at(0)}/v1/plans`, { body: wish(1) });
      await settled();
      const plan = await send("GET", `${at(0)}${reply?.location ?? ""}`, { cookie: reply?.cookie ?? "" });
      expect(JSON.parse(plan?.text ?? "{}")).toMatchObject({ plan: { provenance: { rulebook: name } } });
    };
    try {
      await makesNew();
    } finally {
      held?.signal("SIGCONT");
    }
    await sleep(WITHIN_MILLISECONDS);
    other?.signal("SIGSTOP");
    try {
      await makesNew();
    } finally {
      other?.signal("SIGCONT");
    }
  });

  it("and a flag that is thrown under load never make a fault, and after two seconds nobody gets in", async () => {
    const flags = createFlagStore(house.db);
    const throwSwitch = async (killed: boolean): Promise<void> => {
      const row = (await flags.readAll()).find(({ key }) => key === "plan.calendar");
      const definition = readFlag(row?.definition);
      if (row === undefined || !definition.ok) throw new Error("no such flag");
      const change = { key: "plan.calendar", revision: row.revision, ...author } as const;
      await flags.change({ ...change, definition: { ...definition.value, killed } });
    };
    const seen = new Map<number, number>();
    let isOver = false;
    const look = async (turn: number): Promise<number> => {
      const reply = await send("GET", `${at(turn)}/v1/calendar?from=2026-11-23&to=2026-11-29`, {});
      const status = reply?.status ?? 0;
      seen.set(status, (seen.get(status) ?? 0) + 1);
      return status;
    };
    const readers = Array.from({ length: 16 }, async (_, turn) => {
      while (!isOver) await look(turn);
    });
    for (const killed of [true, false, true, false]) {
      await throwSwitch(killed);
      await sleep(WITHIN_MILLISECONDS);
      const now = await Promise.all(Array.from({ length: 20 }, (_, turn) => look(turn)));
      expect([...new Set(now)]).toEqual([killed ? 403 : 200]);
    }
    isOver = true;
    await Promise.all(readers);
    expect([...seen.keys()].toSorted()).toEqual([200, 403]);
  });
});
