import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, it } from "vitest";
import { audit } from "./audit.ts";
import { familyOf, type House, openHouse, type Role } from "./house.ts";
import { type Load, startLoad } from "./load.ts";

const KILLS = 10;
const BETWEEN_MILLISECONDS_MAX = 500;
const STOPPED_MILLISECONDS = 10_000;
const MORE = 5;
const PATIENCE_MILLISECONDS = 60_000;

let house: House;

beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house.stop(), 120_000);

/** Does the blows under load, and then looks for everything that was acknowledged meanwhile. */
async function underLoad(
  fault: string,
  times: number,
  strike: (blow: number) => Promise<unknown>,
): Promise<void> {
  const apis = house.members.filter(({ role }) => role === "api");
  const load = startLoad(apis.map(({ address }) => address));
  try {
    for (let blow = 0; blow < times; blow += 1) {
      await more(load);
      await strike(blow);
    }
    await more(load);
  } finally {
    await load.stop();
  }
  await audit(house, fault, times, await load.stop());
}

/** Some more must be acknowledged before the next blow, so that each one hits a service that works. */
async function more(load: Load): Promise<void> {
  const until = performance.now() + PATIENCE_MILLISECONDS;
  for (const before = load.count(); load.count() < before + MORE;) {
    if (performance.now() > until) throw new Error("nothing was acknowledged any more");
    await sleep(20);
  }
  await sleep(Math.random() * BETWEEN_MILLISECONDS_MAX);
}

describe("what was acknowledged is found, once, and nothing is stuck", () => {
  it("after kill -9 of an API process and of a worker, each ten times under load", async () => {
    const kill = async (role: Role, blow: number): Promise<void> => {
      const victims = house.members.filter((member) => member.role === role);
      const victim = victims[blow % victims.length];
      await victim?.kill();
      await victim?.restart();
    };
    await underLoad("kill -9 of an API process and of a worker, each", KILLS, async (blow) => {
      const moment = sleep(Math.random() * BETWEEN_MILLISECONDS_MAX);
      await Promise.all([kill("api", blow), moment.then(() => kill("worker", blow))]);
    });
  });

  it("after kill -9 of PostgreSQL, ten times under load", () =>
    underLoad("kill -9 of PostgreSQL", KILLS, () =>
      Promise.resolve(process.kill(house.postmaster(), "SIGKILL")),
    ));

  it("after PostgreSQL was held up for ten seconds", () =>
    underLoad("PostgreSQL stopped for 10 s", 1, async () => {
      const family = familyOf(house.postmaster());
      signalAll(family, "SIGSTOP");
      try {
        await sleep(STOPPED_MILLISECONDS);
      } finally {
        signalAll(family, "SIGCONT");
      }
    }));

  it("after every job came twice, and in another order", () =>
    underLoad("every job twice, in another order", KILLS, () =>
      // Jobs that wait, run or are done come once more, the newest first.
      sql`
        insert into pgboss.job (id, name, data, priority, created_on, start_after, singleton_key, expire_seconds,
          deletion_seconds, keep_until, retry_limit, retry_delay, retry_backoff, policy, heartbeat_seconds)
        select gen_random_uuid(), name, data, 100 - row_number() over (order by created_on)::int % 100, now(), now(),
          singleton_key, expire_seconds, deletion_seconds, now() + interval '1 day', retry_limit, retry_delay,
          retry_backoff, policy, heartbeat_seconds
        from pgboss.job where name = 'athlete-jobs' order by created_on desc limit 100`.execute(house.db),
    ));
});

function signalAll(pids: readonly number[], signal: "SIGSTOP" | "SIGCONT"): void {
  for (const pid of pids)
    try {
      process.kill(pid, signal);
    } catch {
      // It ended by itself.
    }
}
