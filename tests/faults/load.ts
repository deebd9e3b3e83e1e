import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { optionalSession, type Reply, send } from "./send.ts";

const VISITORS_AT_ONCE = 4;
const REST_MILLISECONDS = 100;
/** How long somebody sends a request again that got no answer: longer than a dead request holds its key. */
const INSIST_MILLISECONDS = 45_000;
const READY_MILLISECONDS = 30_000;
const MORE_PLANS = 2;

/** What the service said that it would do, or had done, for one visitor. */
export interface Visit {
  readonly plans: readonly string[];
  readonly exports: readonly string[];
  /** The state of a plan that a choice had led to. */
  readonly choices: readonly { readonly planId: string; readonly revision: number }[];
  /** Plans that were asked for, whatever came of it. */
  readonly plansAsked: number;
}

export interface Acknowledged {
  readonly visits: readonly Visit[];
  /** Wishes, however often each was sent. */
  readonly asked: number;
  /** Requests that were sent once more with their key, because nobody had answered. */
  readonly sentAgain: number;
}

export interface Load {
  /** Ends it; what was acknowledged until then. */
  readonly stop: () => Promise<Acknowledged>;
  readonly count: () => number;
}

/** What all visitors of a load have in common. */
interface Crowd {
  readonly addresses: readonly string[];
  readonly raceDate: string;
  readonly told: { isOver: boolean; asked: number; sentAgain: number; acknowledged: number };
}

/**
 * Visitors one after the other, four at a time, until it is ended. Each asks for a plan as a newcomer; then, with keys
 * and as often as it takes, for more plans and an export; then it chooses an option. What gets no answer, or one that
 * says that it was not done, counts as not acknowledged.
 */
export function startLoad(addresses: readonly string[], raceDate = "2027-04-18"): Load {
  const told = { isOver: false, asked: 0, sentAgain: 0, acknowledged: 0 };
  const crowd: Crowd = { addresses, raceDate, told };
  const visits: Visit[] = [];
  const queue = async (first: number): Promise<void> => {
    for (let turn = first; !told.isOver; turn += VISITORS_AT_ONCE) {
      visits.push(await visit(crowd, turn));
      await sleep(REST_MILLISECONDS);
    }
  };
  const all = Array.from({ length: VISITORS_AT_ONCE }, (_, index) => queue(index));
  return {
    count: () => told.acknowledged,
    stop: async () => {
      told.isOver = true;
      await Promise.all(all);
      return { visits, asked: told.asked, sentAgain: told.sentAgain };
    },
  };
}

async function visit(crowd: Crowd, turn: number): Promise<Visit> {
  const { addresses, told } = crowd;
  told.asked += 1;
  const address = addresses[turn % addresses.length] ?? "";
  const first = accepted(told, await send("POST", `${address}/v1/plans`, { body: wishOf(crowd, turn) }));
  const cookie = first?.cookie;
  const planId = idIn(first);
  if (cookie === undefined || planId === undefined)
    return { plans: [], exports: [], choices: [], plansAsked: 1 };
  const plans = [planId];
  for (let more = 1; more <= MORE_PLANS; more += 1) {
    const body = wishOf(crowd, turn + more);
    const id = idIn(await insist(crowd, "/v1/plans", { cookie, body }));
    if (id !== undefined) plans.push(id);
    await sleep(REST_MILLISECONDS);
  }
  const kept = idIn(await insist(crowd, "/v1/me/exports", { cookie }));
  const chosen = await choose(crowd, address, planId, cookie);
  return {
    plans,
    exports: kept === undefined ? [] : [kept],
    choices: chosen === undefined ? [] : [chosen],
    plansAsked: 1 + MORE_PLANS,
  };
}

/** One wish with a key of its own, sent until it is answered, of one address after the other. */
async function insist(
  { addresses, told }: Crowd,
  path: string,
  { cookie, body }: { readonly cookie: string; readonly body?: unknown },
): Promise<Reply | undefined> {
  told.asked += 1;
  const options = { cookie, key: randomUUID(), body };
  const until = performance.now() + INSIST_MILLISECONDS;
  for (let attempt = 0; performance.now() < until; attempt += 1) {
    if (attempt > 0) told.sentAgain += 1;
    const address = addresses[attempt % addresses.length] ?? "";
    const done = accepted(told, await send("POST", `${address}${path}`, options));
    if (done !== undefined) return done;
    await sleep(REST_MILLISECONDS * 2);
  }
  return undefined;
}

/** Chooses option B of a session of the plan, once that is ready. Without an answer nobody knows: it is sent once. */
async function choose(
  { told }: Crowd,
  address: string,
  planId: string,
  cookie: string,
): Promise<Visit["choices"][number] | undefined> {
  const path = `${address}/v1/plans/${planId}`;
  const until = performance.now() + READY_MILLISECONDS;
  while (performance.now() < until) {
    const plan = await send("GET", path, { cookie });
    const sessionId = plan?.etag === undefined ? undefined : optionalSession(plan.text);
    if (sessionId !== undefined) {
      told.asked += 1;
      const done = await send("PUT", `${path}/sessions/${sessionId}/option`, {
        cookie,
        body: { option: "b" },
      });
      if (done?.status !== 200) return undefined;
      told.acknowledged += 1;
      const { revision } = JSON.parse(done.text) as { readonly revision: number };
      return { planId, revision };
    }
    if (plan?.etag !== undefined) return undefined;
    await sleep(REST_MILLISECONDS);
  }
  return undefined;
}

function accepted(told: Crowd["told"], reply: Reply | undefined): Reply | undefined {
  if (reply?.status !== 202) return undefined;
  told.acknowledged += 1;
  return reply;
}

const idIn = (reply: Reply | undefined): string | undefined => reply?.location?.split("/").at(-1);

const DISTANCES = ["5k", "10k", "half_marathon", "marathon"] as const;

const wishOf = ({ raceDate }: Crowd, turn: number): unknown => ({
  distance: DISTANCES[turn % DISTANCES.length],
  raceDate,
  daysPerWeek: 4 + (turn % 3),
  weeklyMetres: 45_000 + (turn % 20) * 500,
  longestMetres: 18_000,
});
