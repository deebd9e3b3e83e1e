import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import type { OpenRedis } from "./open-redis.ts";

/** How often something was done in a window of time that runs, and how long that still lasts. */
export interface Counted {
  readonly current: number;
  readonly ttl: number;
}

/** Counts what several processes allow together, or this one alone. */
export interface SharedCounts {
  /** One more; `max` is how many are allowed in so many milliseconds. */
  readonly add: (key: string, windowMilliseconds: number, max: number) => Counted;
  /** How many there are in the window that runs. */
  readonly look: (key: string) => number;
  readonly stop: () => Promise<void>;
}

export interface SharedCountsDeps {
  /** Where processes tell each other; without it each counts for itself. */
  readonly redis?: OpenRedis;
  readonly milliseconds: () => number;
}

/** Whoever has done less than this share of what is allowed is counted by each process alone, and costs no message. */
const ALONE_SHARE = 1 / 16;
/** How often processes tell each other what they have counted. */
const TELL_MILLISECONDS = 50;
/** So many are counted at once; then those that began first are forgotten. */
const KEYS_MAX = 100_000;

interface Count {
  own: number;
  /** How many of `own` the others know of. */
  told: number;
  others: number;
  until: number;
  window: number;
}

/** Adds to a number that ends with its window; answers the sum and how long the window still lasts. */
const ADD_LUA = `
  local sum = redis.call('INCRBY', KEYS[1], ARGV[1])
  local left = redis.call('PTTL', KEYS[1])
  if left < 0 then
    redis.call('PEXPIRE', KEYS[1], ARGV[2])
    left = tonumber(ARGV[2])
  end
  return {sum, left}
`;

/**
 * Each process counts by itself and refuses at once; those who near their limit are counted together. Without Redis
 * each process goes on counting by itself.
 */
export function createSharedCounts({ redis, milliseconds }: SharedCountsDeps): SharedCounts {
  const counts = new Map<string, Count>();
  const near = new Map<string, Count>();
  const runningAt = (key: string): Count | undefined => {
    const known = counts.get(key);
    return known === undefined || known.until <= milliseconds() ? undefined : known;
  };
  const begin = (key: string, window: number): Count => {
    const [oldest] = counts.size >= KEYS_MAX ? counts.keys() : [];
    if (oldest !== undefined) counts.delete(oldest);
    const count = { own: 0, told: 0, others: 0, until: milliseconds() + window, window };
    counts.delete(key);
    counts.set(key, count);
    return count;
  };
  const tell = async (others: OpenRedis): Promise<void> => {
    const telling = [...near];
    near.clear();
    await Promise.all(telling.map(([key, count]) => tellOne(others, milliseconds, key, count)));
  };
  const telling = redis && setInterval(() => void tell(redis), TELL_MILLISECONDS).unref();
  return {
    add: (key, window, max) => {
      const count = runningAt(key) ?? begin(key, window);
      count.own += 1;
      const current = count.own + count.others;
      if (current > max * ALONE_SHARE && redis?.isThere() === true) near.set(key, count);
      return { current, ttl: Math.max(0, count.until - milliseconds()) };
    },
    look: (key) => {
      const count = runningAt(key);
      return count === undefined ? 0 : count.own + count.others;
    },
    stop: () => {
      clearInterval(telling);
      return Promise.resolve();
    },
  };
}

async function tellOne(
  { ask }: OpenRedis,
  milliseconds: () => number,
  key: string,
  count: Count,
): Promise<void> {
  const told = count.own;
  const more = told - count.told;
  count.told = told;
  const answer = await ask((client) => add(client, nameOf(key), more, count.window));
  if (answer === undefined) {
    count.told -= more;
    return;
  }
  const [sum, left] = answer;
  count.others = Math.max(0, sum - told);
  count.until = milliseconds() + left;
}

const add = (client: Redis, key: string, more: number, window: number): Promise<readonly [number, number]> =>
  client.eval(ADD_LUA, 1, key, more, window) as Promise<readonly [number, number]>;

/** Addresses and e-mail addresses are nobody else's business. */
const nameOf = (key: string): string =>
  `strideiq:count:${createHash("sha256").update(key).digest("base64url")}`;
