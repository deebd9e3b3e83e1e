import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Figure } from "../figure.ts";
import type { JobDone, Times } from "./jobs.ts";
import { processorMillisecondsOf, startRawServer } from "./processes.ts";
import { copyFigures, databaseFigures } from "./sizes.ts";
import { type Front, mostMegabytes, type Town, transactionsOf } from "./town.ts";

const CONNECTIONS = 100;
const GREEDY_SECONDS = 8;
const RATIO_MIN = 0.4;
const THINK_SECONDS = 5;
const CROWD_SECONDS = 60;
const COLD_MILLISECONDS_MAX = 500;
const WARM_MILLISECONDS_MAX = 50;
const MEGABYTES_MAX = 400;
const DAY_A_SECOND = 500;
const DAY_SECONDS = 60;
const DAY_MILLISECONDS_MAX = 100;
const STEPS = [750, 1_000, 1_500, 2_000, 3_000] as const;
const STEP_SECONDS = 15;

const NONE: Times = { count: 0, p50: Number.NaN, p99: Number.NaN, max: Number.NaN };
const timesOf = ({ times }: JobDone, name: string): Times => times[name] ?? NONE;
const errorsOf = ({ errors }: JobDone): number => Object.values(errors).reduce((sum, n) => sum + n, 0);
const figure = (name: string, value: number, unit: Figure["unit"], aim?: number): Figure => ({
  name,
  value,
  unit,
  ...(aim === undefined ? {} : { aim }),
});

/** (a) One process that answers and a hundred connections that never rest, beside `node:http` with the same bytes. */
export async function greedyFigures({ client, open, db }: Town): Promise<readonly Figure[]> {
  const { rows } = await sql<{
    readonly snapshot: Buffer;
  }>`select snapshot from plan_snapshots limit 1`.execute(db);
  const raw = await startRawServer(rows[0]?.snapshot ?? Buffer.alloc(0));
  const front = await open();
  try {
    const figures: Figure[] = [];
    for (const withTag of [false, true]) {
      const job = { kind: "greedy", connections: CONNECTIONS, seconds: GREEDY_SECONDS, withTag } as const;
      const ours = { ...job, ports: front.ports.slice(0, 1) };
      await client.does({ ...ours, seconds: 2 });
      const [house, cost] = await costOf(front.pids[0] ?? 0, () => client.does(ours));
      const [bare, least] = await costOf(raw.pid, () =>
        client.does({ ...job, ports: [raw.port], path: "/" }),
      );
      const [rate, limit] = [house, bare].map((done) => timesOf(done, "read").count / done.seconds);
      const name = withTag ? "still good (304)" : "calendar (200)";
      figures.push(
        {
          ...figure(`${name}, 100 connections`, rate ?? 0, "/s"),
          limit: { name: "node:http, same bytes", value: limit ?? 0 },
        },
        figure(`${name}: share of node:http`, (rate ?? 0) / (limit ?? 1), "", RATIO_MIN),
        {
          ...figure(`${name}: processor time of one`, cost, "ms"),
          limit: { name: "node:http, same bytes", value: least },
        },
        figure(`${name}: p99`, timesOf(house, "read").p99, "ms"),
        figure(`${name}: errors`, errorsOf(house), "", 0),
      );
    }
    return figures;
  } finally {
    await front.stop();
    await raw.stop();
  }
}

/** What is done, and the processor time that a process needed for each reading of it, in milliseconds. */
async function costOf(pid: number, work: () => Promise<JobDone>): Promise<readonly [JobDone, number]> {
  const before = processorMillisecondsOf(pid);
  const done = await work();
  return [done, (processorMillisecondsOf(pid) - before) / timesOf(done, "read").count];
}

/** (b) Every athlete holds a connection and looks every five seconds, from empty caches on. */
export async function crowdFigures(
  town: Town,
  settings: Readonly<Record<string, string>> = {},
): Promise<readonly Figure[]> {
  const front = await town.open(settings);
  try {
    const count = town.athletes.length;
    const idle = await idleTransactions(town);
    const before = await transactionsOf(town);
    const done = await town.client.does({
      kind: "thinking",
      ports: front.ports,
      connections: count,
      seconds: CROWD_SECONDS,
      thinkSeconds: THINK_SECONDS,
    });
    const transactions = (await transactionsOf(town)) - before - idle * done.seconds;
    const [first, again] = [timesOf(done, "first"), timesOf(done, "again")];
    const name = `${String(count)} athletes`;
    const [hit, miss] = [await readsOf(front, "hit"), await readsOf(front, "miss")];
    return [
      figure(`${name}: reads a second`, (first.count + again.count) / done.seconds, "/s"),
      figure(`${name}: errors`, errorsOf(done), "", 0),
      figure(`${name}: first look, p99`, first.p99, "ms", COLD_MILLISECONDS_MAX),
      figure(`${name}: first look, p50`, first.p50, "ms"),
      figure(`${name}: later looks, p99`, again.p99, "ms", WARM_MILLISECONDS_MAX),
      figure(`${name}: later looks, p50`, again.p50, "ms"),
      figure(`${name}: share read from a copy`, hit / (hit + miss), "", 0.9),
      figure(`${name}: the same of later looks`, Math.min(1, hit / again.count), "", 0.99),
      figure(
        `${name}: transactions for 1,000 reads`,
        (transactions * 1_000) / (first.count + again.count),
        "",
      ),
      figure(`${name}: memory of a process at most`, mostMegabytes(front), "MB", MEGABYTES_MAX),
      ...(await databaseFigures(town)),
      ...(await copyFigures(front, count)),
    ];
  } finally {
    await front.stop();
  }
}

const readsOf = ({ figure: read }: Front, result: "hit" | "miss"): Promise<number> =>
  read(`strideiq_cache_reads_total{tier="process",cache="plans",result="${result}"}`);

/** What goes on by itself, in a second: processes look for new rules, flags and prices. */
async function idleTransactions(town: Town): Promise<number> {
  const seconds = 4;
  const before = await transactionsOf(town);
  await sleep(seconds * 1_000);
  return ((await transactionsOf(town)) - before) / seconds;
}

/** The same readings where nothing is kept: what the database is asked then. */
export async function withoutCopies(town: Town): Promise<readonly Figure[]> {
  const front = await town.open({ CACHE_MEGABYTES: "0" });
  try {
    const before = await transactionsOf(town);
    const job = { connections: CONNECTIONS, seconds: GREEDY_SECONDS, withTag: false } as const;
    const done = await town.client.does({ kind: "greedy", ports: front.ports, ...job });
    const { count } = timesOf(done, "read");
    const transactions = (await transactionsOf(town)) - before;
    return [
      figure("without copies: transactions for 1,000 reads", (transactions * 1_000) / count, ""),
      figure("without copies: reads a second, two processes", count / done.seconds, "/s"),
    ];
  } finally {
    await front.stop();
  }
}

/** (c) Ninety readings, eight changes and two wishes of a hundred, at a steady pace that is raised until it breaks. */
export async function dayFigures(town: Town, wishes: readonly string[]): Promise<readonly Figure[]> {
  const front = await town.open();
  try {
    const day = (aSecond: number, seconds: number): Promise<JobDone> =>
      town.client.does({ kind: "day", ports: front.ports, aSecond, seconds, wishes });
    await day(DAY_A_SECOND, STEP_SECONDS);
    const figures = [...dayRows(DAY_A_SECOND, await day(DAY_A_SECOND, DAY_SECONDS))];
    for (const aSecond of STEPS) {
      const done = await day(aSecond, STEP_SECONDS);
      figures.push(...dayRows(aSecond, done));
      if (errorsOf(done) > 0 || worstOf(done) > 10 * DAY_MILLISECONDS_MAX) break;
    }
    return figures;
  } finally {
    await front.stop();
  }
}

const KINDS = ["read", "change", "wish"] as const;
const worstOf = (done: JobDone): number => Math.max(...KINDS.map((kind) => timesOf(done, kind).p99));

const dayRows = (aSecond: number, done: JobDone): readonly Figure[] => [
  ...KINDS.map((kind) => {
    const { count, p99 } = timesOf(done, kind);
    const name = `a day at ${String(aSecond)}/s: ${kind}, p99 of ${String(count)}`;
    return figure(name, p99, "ms", DAY_MILLISECONDS_MAX);
  }),
  figure(`a day at ${String(aSecond)}/s: errors`, errorsOf(done), "", 0),
];
