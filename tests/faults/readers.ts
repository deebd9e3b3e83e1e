import { setTimeout as sleep } from "node:timers/promises";
import { optionalSession, type Reply, send } from "./send.ts";

const LOOKS_MAX = 1_200;
const LOOK_MILLISECONDS = 50;
const REST_MILLISECONDS = 15;
const CHANGE_MILLISECONDS = 40;
/** What was answered as stored is seen by every reader of every process from then on. */
const SEEN_MILLISECONDS = 2_000;

/** An athlete with a plan, and a session that can be run in two ways. */
export interface Reader {
  readonly cookie: string;
  readonly planId: string;
  readonly sessionId: string;
}

/** What readers saw while something was done to the service. */
export interface Seen {
  reads: number;
  changes: number;
  /** Answers that were none, plans of before two seconds ago, and plans of somebody else. */
  readonly errors: string[];
  readonly stale: string[];
  readonly foreign: string[];
  slowest: number;
}

/** Asks for plans as newcomers, and waits until they are there. */
export async function invite(addresses: readonly string[], count: number): Promise<readonly Reader[]> {
  const [address = ""] = addresses;
  return Promise.all(
    Array.from({ length: count }, async (_, turn) => {
      const body = {
        distance: "10k",
        raceDate: "2027-02-14",
        daysPerWeek: 5,
        weeklyMetres: 40_000 + turn * 500,
      };
      const accepted = await send("POST", `${address}/v1/plans`, {
        body: { ...body, longestMetres: 14_000 },
      });
      const { cookie = "", location = "" } = accepted ?? {};
      const sessionId = await sessionOf(`${address}${location}`, cookie);
      return { cookie, planId: location.split("/").at(-1) ?? "", sessionId };
    }),
  );
}

/** A session of the plan that can be run in two ways, once the plan is there. */
async function sessionOf(url: string, cookie: string): Promise<string> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const plan = await send("GET", url, { cookie });
    const sessionId = plan?.etag === undefined ? undefined : optionalSession(plan.text);
    if (sessionId !== undefined) return sessionId;
    await sleep(LOOK_MILLISECONDS);
  }
  throw new Error(`${url} was not made in time`);
}

/** All readers look without end, at one process after the other, while options are chosen in one plan after the other. */
export function watch(addresses: readonly string[], readers: readonly Reader[]) {
  const seen: Seen = { reads: 0, changes: 0, errors: [], stale: [], foreign: [], slowest: 0 };
  const stored = new Map<string, Stored[]>();
  let isOver = false;
  const looking = readers.map(async (reader) => {
    for (let turn = 0; !isOver; turn += 1) {
      await look(seen, stored, addresses[turn % addresses.length] ?? "", reader);
      await sleep(REST_MILLISECONDS);
    }
  });
  const changing = async (): Promise<void> => {
    for (let turn = 0; !isOver; turn += 1) {
      const reader = readers[turn % readers.length];
      if (reader === undefined) throw new Error("nobody reads");
      await choose(seen, stored, addresses[turn % addresses.length] ?? "", reader, turn / readers.length);
      await sleep(CHANGE_MILLISECONDS);
    }
  };
  const all = Promise.all([...looking, changing()]);
  return {
    stop: async (): Promise<Seen> => {
      isOver = true;
      await all;
      return seen;
    },
  };
}

interface Stored {
  readonly revision: number;
  readonly at: number;
}

async function look(
  seen: Seen,
  stored: ReadonlyMap<string, readonly Stored[]>,
  address: string,
  { cookie, planId }: Reader,
): Promise<void> {
  const began = performance.now();
  const reply = await send("GET", `${address}/v1/plans/${planId}`, { cookie });
  seen.reads += 1;
  seen.slowest = Math.max(seen.slowest, performance.now() - began);
  if (reply?.status !== 200) {
    seen.errors.push(`${planId}: ${String(reply?.status)}`);
    return;
  }
  const answer = readAnswer(reply);
  if (answer?.planId !== planId) seen.foreign.push(`${planId}: ${String(answer?.planId)}`);
  const due = (stored.get(planId) ?? []).filter(({ at }) => at + SEEN_MILLISECONDS < began).at(-1);
  if (answer !== undefined && due !== undefined && answer.revision < due.revision)
    seen.stale.push(`${planId}: ${String(answer.revision)} instead of ${String(due.revision)}`);
}

/** Undefined for what is no plan at all. */
function readAnswer({ text }: Reply): { readonly planId: string; readonly revision: number } | undefined {
  try {
    return JSON.parse(text) as { readonly planId: string; readonly revision: number };
  } catch {
    return undefined;
  }
}

async function choose(
  seen: Seen,
  stored: Map<string, Stored[]>,
  address: string,
  { cookie, planId, sessionId }: Reader,
  round: number,
): Promise<void> {
  const path = `${address}/v1/plans/${planId}/sessions/${sessionId}/option`;
  const body = { option: Math.floor(round) % 2 === 0 ? "b" : "a" };
  const reply = await send("PUT", path, { cookie, body });
  if (reply?.status !== 200) {
    seen.errors.push(`a choice: ${String(reply?.status)}`);
    return;
  }
  seen.changes += 1;
  const { revision } = JSON.parse(reply.text) as { readonly revision: number };
  stored.set(planId, [...(stored.get(planId) ?? []), { revision, at: performance.now() }]);
}
