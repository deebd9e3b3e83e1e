import type { CopyChange, HearOfChanges } from "@strideiq/application";
import pg from "pg";

const CHANNEL = "strideiq_copies";
/** How often the connection is asked whether it still hears. */
const ASK_MILLISECONDS = 400;
/** An older answer proves nothing: what changed since may not have come. Well within the two seconds of a promise. */
const HEARD_MILLISECONDS = 1_500;
const RECONNECT_MILLISECONDS = 500;
const CONNECT_MILLISECONDS = 5_000;

export interface HearingDeps {
  readonly url: string;
  /** Told when the connection breaks; it is made again. */
  readonly onProblem: (problem: unknown) => void;
  /** Milliseconds that only ever grow. */
  readonly milliseconds: () => number;
}

/**
 * Hears of every change over a connection of its own. PostgreSQL sends what was committed before a question ahead of
 * its answer, so that an answer proves that nothing is missing.
 */
export const createHearOfChanges =
  ({ url, onProblem, milliseconds }: HearingDeps): HearOfChanges =>
  (onChange) => {
    let heardUpTo = -Infinity;
    const line = holdLine(url, {
      onPayload: (payload) => {
        onChange(changeOf(payload));
      },
      onLost: (problem) => {
        heardUpTo = -Infinity;
        onChange({ type: "unknown" });
        onProblem(problem);
      },
    });
    const next = oneBehind(async () => {
      const since = milliseconds();
      if (await line.ask()) heardUpTo = since;
    });
    const asking = setInterval(() => void next(), ASK_MILLISECONDS);
    const isHearing = (): boolean => milliseconds() - heardUpTo < HEARD_MILLISECONDS;
    return {
      isHearing,
      caughtUp: () => (isHearing() ? next() : Promise.resolve()),
      stop: async () => {
        clearInterval(asking);
        await line.stop();
      },
    };
  };

interface LineEvents {
  readonly onPayload: (payload: string) => void;
  readonly onLost: (problem: unknown) => void;
}

/** A connection that listens, and is made again when it breaks. */
function holdLine(url: string, { onPayload, onLost }: LineEvents) {
  /** The connection that listens, once it does. */
  let client: pg.Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  const lose = (lost: pg.Client, problem: unknown): void => {
    if (stopped || retry !== undefined || (client !== undefined && client !== lost)) return;
    client = undefined;
    lost.end().catch(() => undefined);
    onLost(problem);
    retry = setTimeout(() => {
      retry = undefined;
      connecting = connect();
    }, RECONNECT_MILLISECONDS);
  };
  const connect = async (): Promise<void> => {
    const opened = new pg.Client({
      connectionString: url,
      application_name: "strideiq copies",
      query_timeout: HEARD_MILLISECONDS,
      connectionTimeoutMillis: CONNECT_MILLISECONDS,
    });
    opened.on("notification", ({ payload = "" }) => {
      onPayload(payload);
    });
    opened.on("error", (problem) => {
      lose(opened, problem);
    });
    opened.on("end", () => {
      lose(opened, new Error("the connection that hears of changes has ended"));
    });
    try {
      await opened.connect();
      await opened.query(`listen ${CHANNEL}`);
      client = opened;
    } catch (problem) {
      lose(opened, problem);
    }
  };
  let connecting = connect();
  return {
    /** Whether the line is there: then everything that was committed before has been told. */
    ask: async (): Promise<boolean> => {
      const asked = client;
      if (asked === undefined) return false;
      try {
        await asked.query("select 1");
        return client === asked;
      } catch (problem) {
        lose(asked, problem);
        return false;
      }
    },
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(retry);
      await connecting;
      await client?.end().catch(() => undefined);
    },
  };
}

function changeOf(payload: string): CopyChange {
  const [type, id = ""] = payload.split(" ");
  if (type === "plan") return { type, planId: id };
  return type === "person" ? { type, id } : { type: "unknown" };
}

/**
 * Work that many ask for at once: it is under way once at most, and whoever asks meanwhile gets the next, which begins
 * after they asked.
 */
function oneBehind(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;
  const start = (): Promise<void> => {
    waiting = undefined;
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (running === undefined) return start();
    waiting ??= running.then(start, start);
    return waiting;
  };
}
