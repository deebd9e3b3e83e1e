import { Redis, ReplyError } from "ioredis";

/** A connection to Redis or Valkey that nobody has to rely on. */
export interface OpenRedis {
  /** False from the first command without an answer until the server answers again: nobody waits for it meanwhile. */
  readonly isThere: () => boolean;
  /** What a command answers; undefined when there is nobody to answer it in time, or it is refused. */
  readonly ask: <T>(command: (client: Redis) => Promise<T>) => Promise<T | undefined>;
  readonly stop: () => Promise<void>;
}

export interface RedisDeps {
  readonly url: string;
  /** Told when the server does not answer or refuses something, and not again before it has been well for a minute. */
  readonly onProblem: (problem: unknown) => void;
}

/** Whoever asks a server that has just gone away waits no longer than this; everybody after that not at all. */
const COMMAND_MILLISECONDS = 250;
const CONNECT_MILLISECONDS = 2_000;
/** How often somebody looks whether a server that was away is back. */
const LOOK_MILLISECONDS = 500;
const WELL_MILLISECONDS = 60_000;

export function openRedis({ url, onProblem }: RedisDeps): OpenRedis {
  let isThere = false;
  const tell = onceUntilWell(onProblem);
  const client = new Redis(url, {
    commandTimeout: COMMAND_MILLISECONDS,
    connectTimeout: CONNECT_MILLISECONDS,
    // What cannot be asked now is not asked: nothing piles up for a server that is away.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => LOOK_MILLISECONDS,
    enableReadyCheck: false,
  });
  const lose = (problem: unknown): void => {
    isThere = false;
    tell(problem);
  };
  client.on("error", lose);
  client.on("close", () => {
    if (isThere) lose(new Error("the connection to Redis has ended"));
  });
  const look = async (): Promise<void> => {
    if (isThere || client.status !== "ready") return;
    try {
      await client.ping();
      isThere = true;
    } catch (problem) {
      lose(problem);
    }
  };
  client.on("ready", () => void look());
  const looking = setInterval(() => void look(), LOOK_MILLISECONDS);
  return {
    isThere: () => isThere,
    ask: async (command) => {
      if (!isThere) return undefined;
      try {
        return await command(client);
      } catch (problem) {
        // A server that refuses one thing is there for the next.
        if (problem instanceof ReplyError) tell(problem);
        else lose(problem);
        return undefined;
      }
    },
    stop: () => {
      isThere = false;
      clearInterval(looking);
      client.disconnect();
      return Promise.resolve();
    },
  };
}

/** A server that fails all the time is said to fail once. */
function onceUntilWell(tell: RedisDeps["onProblem"]): RedisDeps["onProblem"] {
  let well: NodeJS.Timeout | undefined;
  return (problem) => {
    if (well === undefined) tell(problem);
    clearTimeout(well);
    well = setTimeout(() => {
      well = undefined;
    }, WELL_MILLISECONDS).unref();
  };
}
