import type { WatchConfiguration } from "@strideiq/application";
import { type Kysely, sql } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";

const CHANNEL = "strideiq_configuration";
/** Half of the two seconds in which a change is to act: a look that just missed it is followed by one in time. */
const LOOK_MILLISECONDS = 1_000;
const RECONNECT_MILLISECONDS = 1_000;

/** Tells all processes that something a coach or an operator decides is another now, once this transaction ends. */
export async function tellConfigurationChanged(db: Kysely<Database>, what: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${what})`.execute(db);
}

export interface WatchDeps {
  readonly url: string;
  /** Told when the connection breaks; it is made again, and until then looking alone goes on. */
  readonly onProblem: (problem: unknown) => void;
}

/** Listens on a connection of its own, and looks each second besides: a pooler in between would hold messages back. */
export const createWatchConfiguration =
  ({ url, onProblem }: WatchDeps): WatchConfiguration =>
  (onChange) => {
    let stopped = false;
    let client: pg.Client | undefined;
    let retry: NodeJS.Timeout | undefined;
    const looking = setInterval(onChange, LOOK_MILLISECONDS);

    const again = (problem: unknown): void => {
      if (stopped || retry !== undefined) return;
      onProblem(problem);
      retry = setTimeout(() => {
        retry = undefined;
        connecting = listen();
      }, RECONNECT_MILLISECONDS);
    };
    const listen = async (): Promise<void> => {
      const opened = new pg.Client({ connectionString: url, application_name: "strideiq configuration" });
      client = opened;
      opened.on("notification", onChange);
      opened.on("error", again);
      try {
        await opened.connect();
        await opened.query(`listen ${CHANNEL}`);
        // What changed while nobody listened.
        onChange();
      } catch (problem) {
        again(problem);
      }
    };
    let connecting = listen();

    return {
      stop: async () => {
        stopped = true;
        clearInterval(looking);
        clearTimeout(retry);
        await connecting;
        await client?.end().catch(() => undefined);
      },
    };
  };

/** One connection, and one look each second, for everybody in this process who follows. */
export function shareWatch(watch: WatchConfiguration): WatchConfiguration {
  const followers = new Set<() => void>();
  let watching: ReturnType<WatchConfiguration> | undefined;
  const tellAll = (): void => {
    for (const follower of followers) follower();
  };
  return (onChange) => {
    followers.add(onChange);
    watching ??= watch(tellAll);
    return {
      stop: async () => {
        followers.delete(onChange);
        if (followers.size > 0) return;
        await watching?.stop();
        watching = undefined;
      },
    };
  };
}
