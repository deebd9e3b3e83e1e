import { join } from "node:path";
import { migrate, openDatabase, removeEmbeddedPostgres, startEmbeddedPostgres } from "@strideiq/adapters";
import { generatePlan, type PlanRequest, type Rulebook } from "@strideiq/engine";
import { likelyAthletes } from "./athletes.ts";
import { type BareInsert, bareInsertOf, insertBare, serverVersion } from "./bare-rows.ts";
import type { Figure } from "./figure.ts";
import { call, closeConnections } from "./http.ts";
import { quantile } from "./quantile.ts";
import { startServer, startTrivialServer } from "./server.ts";
import { allAtOnce, oneByOne, postUntilReady, type WaitingTimes } from "./waiting-times.ts";

const ALONE = 50;
const TOGETHER = 200;
const ROUNDS = 3;

const MIGRATIONS = join(import.meta.dirname, "../../migrations");

export interface ServiceFigures {
  readonly figures: readonly Figure[];
  readonly postgresql: string;
}

/** From POST to ready through the whole house, beside a bare round trip and the bare rows of the same plans. */
export async function serviceFigures(rulebook: Rulebook): Promise<ServiceFigures> {
  const bodies = likelyAthletes(ALONE + TOGETHER * 2, rulebook)
    .filter((request) => generatePlan(request, rulebook).ok)
    .map(bodyOf);
  const server = await startServer();
  try {
    const house = await timeHouse(server.address, bodies);
    const bare = await timeBare(server.folder, house.planIds, bodies);
    return { figures: figuresOf(house, bare), postgresql: bare.postgresql };
  } finally {
    closeConnections();
    await server.stop();
    await removeEmbeddedPostgres(server.folder);
  }
}

/** The wish as a client writes it: the server knows which day it is. */
function bodyOf({ today: _, ...wish }: PlanRequest): string {
  return JSON.stringify(wish);
}

interface Times {
  readonly alone: WaitingTimes;
  /** Rounds of all at once. */
  readonly together: readonly WaitingTimes[];
}

async function timeHouse(
  address: string,
  bodies: readonly string[],
): Promise<Times & { readonly planIds: readonly string[] }> {
  await postUntilReady(address, bodies.slice(0, TOGETHER));
  const planIds: string[] = [];
  const alone = await oneByOne(bodies.slice(0, ALONE), async (body) => {
    planIds.push(...(await postUntilReady(address, [body])).planIds);
  });
  const together = await rounds(async () => {
    const ready = await postUntilReady(address, bodies.slice(ALONE, ALONE + TOGETHER));
    planIds.push(...ready.planIds);
    return ready.times;
  });
  return { alone, together, planIds };
}

interface BareTimes {
  readonly trips: Times;
  readonly inserts: Times;
  readonly postgresql: string;
}

async function timeBare(
  folder: string,
  planIds: readonly string[],
  bodies: readonly string[],
): Promise<BareTimes> {
  const trips = await timeTrips(bodies);
  const stored = await attach(folder, "strideiq");
  const bare = await attach(folder, "raw_limit");
  try {
    await migrate(bare.db, MIGRATIONS);
    const inserts: BareInsert[] = [];
    for (const planId of planIds) inserts.push(await bareInsertOf(stored.db, planId));
    return { trips, inserts: await timeInserts(bare.db, inserts), postgresql: await serverVersion(bare.db) };
  } finally {
    await bare.leave();
    await stored.leave();
  }
}

async function timeTrips(bodies: readonly string[]): Promise<Times> {
  const { address, stop } = await startTrivialServer();
  const trip = (body: string): Promise<unknown> => call(address, body);
  await allAtOnce(bodies.slice(0, TOGETHER), trip);
  const alone = await oneByOne(bodies.slice(0, ALONE), trip);
  const together = await rounds(() => allAtOnce(bodies.slice(0, TOGETHER), trip));
  closeConnections();
  await stop();
  return { alone, together };
}

async function timeInserts(db: Bare["db"], inserts: readonly BareInsert[]): Promise<Times> {
  const insert = (statements: BareInsert): Promise<void> => insertBare(db, statements);
  const [first, ...others] = inserts.slice(0, ALONE);
  if (first !== undefined) await insert(first);
  const alone = await oneByOne(others, insert);
  let next = ALONE;
  const together = await rounds(() => {
    next += TOGETHER;
    return allAtOnce(inserts.slice(next - TOGETHER, next), insert);
  });
  return { alone, together };
}

async function rounds<T>(work: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let round = 0; round < ROUNDS; round += 1) results.push(await work());
  return results;
}

interface Bare {
  readonly db: ReturnType<typeof openDatabase>;
  readonly leave: () => Promise<void>;
}

async function attach(folder: string, database: string): Promise<Bare> {
  const server = await startEmbeddedPostgres({ folder, database });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  const db = openDatabase(server.value.url);
  return {
    db,
    leave: async () => {
      await db.destroy();
      await server.value.stop();
    },
  };
}

const LIMIT = "bare round trip and bare insert";

function figuresOf(house: Times, { trips, inserts }: BareTimes): readonly Figure[] {
  const alone = (name: string, share: number): Figure => ({
    name: `POST to ready, one alone: ${name}`,
    value: quantile(house.alone, share),
    unit: "ms",
    limit: { name: LIMIT, value: quantile(trips.alone, share) + quantile(inserts.alone, share) },
  });
  const together = (name: string, share: number): Figure => ({
    name: `POST to ready, ${TOGETHER} at once: ${name}`,
    value: middleRound(house.together, share),
    unit: "ms",
    limit: { name: LIMIT, value: middleRound(trips.together, share) + middleRound(inserts.together, share) },
  });
  return [
    alone("p50", 0.5),
    alone("p99", 0.99),
    together("p50", 0.5),
    together("p99", 0.99),
    together("the last", 1),
  ];
}

const middleRound = (some: readonly WaitingTimes[], share: number): number =>
  quantile(
    some.map((times) => quantile(times, share)),
    0.5,
  );
