/** The client of `npm run bench:load`, a process of its own: it does what it is sent, and answers with what it took. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { quantile } from "../quantile.ts";
import { type Connection, openConnection, requestOf } from "./connection.ts";
import type { Job, JobDone, LoadedAthlete } from "./jobs.ts";

const athletes = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as readonly LoadedAthlete[];
/** So many are opened at a time: the system refuses more than wait to be taken. */
const OPENING = 500;
/** Connections that a paced client opens at most; who finds none free waits, and the wait counts. */
const POOL = 400;
const CHANGES = 8;
const GENERATIONS = 2;

const pathOf = ({ planId }: LoadedAthlete): string => `/v1/plans/${planId}`;
const athleteAt = (index: number): LoadedAthlete => {
  const athlete = athletes[index % athletes.length];
  if (athlete === undefined) throw new Error("there are no athletes");
  return athlete;
};
const readOf = (athlete: LoadedAthlete): Buffer =>
  requestOf("GET", pathOf(athlete), { cookie: athlete.cookie });
const portAt = (ports: readonly number[], index: number): number => ports[index % ports.length] ?? 0;

function createBook() {
  const times = new Map<string, number[]>();
  const errors = new Map<string, number>();
  const wrong = (what: string): void => void errors.set(what, (errors.get(what) ?? 0) + 1);
  return {
    /** Asks and notes how long it took since a moment. */
    ask: async (name: string, { ask }: Connection, request: Buffer, since = performance.now()) => {
      try {
        const { status } = await ask(request);
        if (status >= 400) wrong(`${name}: ${String(status)}`);
        const list = times.get(name) ?? [];
        if (list.length === 0) times.set(name, list);
        list.push(performance.now() - since);
      } catch (problem) {
        wrong(`${name}: ${problem instanceof Error ? problem.message : String(problem)}`);
      }
    },
    done: (seconds: number): JobDone => ({
      seconds,
      errors: Object.fromEntries(errors),
      times: Object.fromEntries([...times].map(([name, list]) => [name, timesOf(list)])),
    }),
  };
}

const timesOf = (list: readonly number[]) => ({
  count: list.length,
  p50: quantile(list, 0.5),
  p99: quantile(list, 0.99),
  max: quantile(list, 1),
});

async function openAll(ports: readonly number[], count: number): Promise<readonly Connection[]> {
  const opened: Connection[] = [];
  while (opened.length < count) {
    const next = Array.from({ length: Math.min(OPENING, count - opened.length) }, (_, i) =>
      openConnection(portAt(ports, opened.length + i)),
    );
    opened.push(...(await Promise.all(next)));
  }
  return opened;
}

const run = (job: Job): Promise<JobDone> => {
  if (job.kind === "greedy") return greedy(job);
  return job.kind === "thinking" ? thinking(job) : day(job);
};

async function greedy(job: Extract<Job, { kind: "greedy" }>): Promise<JobDone> {
  const book = createBook();
  const connections = await openAll(job.ports, job.connections);
  const requests = await Promise.all(
    connections.map(async (connection, index) => {
      const athlete = athleteAt(index);
      const headers = { cookie: athlete.cookie };
      const path = job.path ?? pathOf(athlete);
      const { etag } = await connection.ask(requestOf("GET", path, headers));
      return requestOf("GET", path, job.withTag ? { ...headers, "if-none-match": etag ?? "" } : headers);
    }),
  );
  const began = performance.now();
  const until = began + job.seconds * 1_000;
  await Promise.all(
    connections.map(async (connection, index) => {
      const request = requests[index] ?? Buffer.alloc(0);
      while (performance.now() < until) await book.ask("read", connection, request);
    }),
  );
  for (const { close } of connections) close();
  return book.done((performance.now() - began) / 1_000);
}

async function thinking(job: Extract<Job, { kind: "thinking" }>): Promise<JobDone> {
  const book = createBook();
  const connections = await openAll(job.ports, job.connections);
  const thinkMilliseconds = job.thinkSeconds * 1_000;
  const began = performance.now();
  const until = began + job.seconds * 1_000;
  await Promise.all(
    connections.map(async (connection, index) => {
      const request = readOf(athleteAt(index));
      // They do not all look at the same moment.
      await sleep((index / job.connections) * thinkMilliseconds);
      for (let turn = 0; performance.now() < until; turn += 1) {
        await book.ask(turn === 0 ? "first" : "again", connection, request);
        await sleep(thinkMilliseconds);
      }
    }),
  );
  for (const { close } of connections) close();
  return book.done((performance.now() - began) / 1_000);
}

async function day(job: Extract<Job, { kind: "day" }>): Promise<JobDone> {
  const book = createBook();
  const free = [...(await openAll(job.ports, POOL))];
  const all = [...free];
  const queue: ((connection: Connection) => void)[] = [];
  const take = (): Promise<Connection> => {
    const connection = free.pop();
    return connection === undefined
      ? new Promise((resolve) => queue.push(resolve))
      : Promise.resolve(connection);
  };
  const give = (connection: Connection): void => {
    const next = queue.shift();
    if (next === undefined) free.push(connection);
    else next(connection);
  };
  const began = performance.now();
  const asked: Promise<void>[] = [];
  for (let turn = 0; turn < job.aSecond * job.seconds; turn += 1) {
    const due = began + (turn * 1_000) / job.aSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    const [name, request] = requestAt(turn, job.wishes);
    asked.push(
      take().then(async (connection) => {
        await book.ask(name, connection, request, due);
        give(connection);
      }),
    );
  }
  await Promise.all(asked);
  for (const { close } of all) close();
  return book.done((performance.now() - began) / 1_000);
}

/** Whatever comes at this turn: in each hundred eight changes and two wishes, well spread. */
function requestAt(turn: number, wishes: readonly string[]): readonly [string, Buffer] {
  const place = (turn * 37) % 100;
  // Another athlete each time, so that no two changes of one plan meet.
  const athlete = athleteAt(turn * 7);
  const headers = { cookie: athlete.cookie };
  if (place < CHANGES) {
    const option = Math.floor((turn * 7) / athletes.length) % 2 === 0 ? "b" : "a";
    const path = `${pathOf(athlete)}/sessions/${athlete.sessionId}/option`;
    return ["change", requestOf("PUT", path, headers, JSON.stringify({ option }))];
  }
  if (place < CHANGES + GENERATIONS)
    return ["wish", requestOf("POST", "/v1/plans", headers, wishes[turn % wishes.length] ?? "")];
  return ["read", readOf(athlete)];
}

process.on("message", (job: Job) => {
  run(job).then(
    (done) => process.send?.(done),
    (problem: unknown) => {
      throw problem;
    },
  );
});
