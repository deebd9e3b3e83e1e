import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { call } from "./http.ts";

/** What some waited for, in milliseconds. */
export type WaitingTimes = readonly number[];

/** A plan that nobody can wait for any longer is a defect. */
const PATIENCE_MILLISECONDS = 120_000;
const PAUSE_MILLISECONDS = 2;
/** Somebody in a crowd who asks every few milliseconds takes from the server what is measured. A page asks less often. */
const PAUSE_IN_A_CROWD_MILLISECONDS = 25;
const CROWD = 500;

/** A guest, and the address of the plan it asked for. */
interface Visitor {
  readonly path: string;
  readonly cookie: string | undefined;
}

export interface Ready {
  readonly visitors: readonly Visitor[];
  readonly planIds: readonly string[];
  readonly times: WaitingTimes;
}

/**
 * Asks for all plans at once and fetches each as soon as it is there. One looker walks from plan to plan in
 * the order in which they were asked for, so that looking costs the server little.
 */
export async function postUntilReady(address: string, bodies: readonly string[]): Promise<Ready> {
  const started = performance.now();
  const accepted = await Promise.all(bodies.map((body) => post(`${address}/v1/plans`, body)));
  const pause = bodies.length < CROWD ? PAUSE_MILLISECONDS : PAUSE_IN_A_CROWD_MILLISECONDS;
  const times: number[] = [];
  const visitors = accepted.map(({ location, cookie }) => ({ path: location, cookie }));
  for (const { location, cookie } of accepted) {
    while ((await call(`${address}${location}`, undefined, cookie)).tag === undefined) {
      if (performance.now() - started > PATIENCE_MILLISECONDS)
        throw new Error(`${location} was not ready after ${PATIENCE_MILLISECONDS / 1000} s`);
      await sleep(pause);
    }
    times.push(performance.now() - started);
  }
  const planIds = accepted.map(({ location }) => location.slice(location.lastIndexOf("/") + 1));
  return { planIds, times, visitors };
}

/** Each is asked for by a guest of its own. */
async function post(
  url: string,
  body: string,
): Promise<{ readonly location: string; readonly cookie: string | undefined }> {
  const { status, location, cookie } = await call(url, body);
  if (status !== 202 || location === undefined) throw new Error(`POST ${url} answered ${status}`);
  return { location, cookie };
}

/** The same work for all, begun at once: how long each waited. */
export function allAtOnce<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<WaitingTimes> {
  const started = performance.now();
  return Promise.all(
    items.map(async (item) => {
      await work(item);
      return performance.now() - started;
    }),
  );
}
