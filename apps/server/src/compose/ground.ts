import {
  type Copies,
  createFindStanding,
  createHearOfChanges,
  createSharedAnswers,
  createSharedCounts,
  type JobQueue,
  openCopies,
  openJobQueue,
  openRedis,
  openTracing,
  type OpenTracing,
  type SharedCounts,
} from "@strideiq/adapters";
import type { Clock, Tracing } from "@strideiq/application";
import { ok, type Result } from "@strideiq/engine";
import type { Configuration } from "./configuration.ts";
import { type Figures, startFigures } from "./figures.ts";
import { type Followed, type FollowedDeps, startFollowing } from "./followed.ts";
import { createReporter, type Reporter } from "./reporter.ts";
import { openStore, type Store } from "./store.ts";

/** What everything else of a process stands on. */
export interface Ground {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly copies: Omit<Copies, "stop">;
  /** What processes count together, or this one by itself. */
  readonly counts: Omit<SharedCounts, "stop">;
  readonly followed: Omit<Followed, "stop">;
  readonly figures: Omit<Figures, "stop">;
  /** Tells where time goes, when an operator asked for it. */
  readonly tracing: Tracing | undefined;
  readonly report: Reporter;
  /** Closes it all again, after whatever uses it. */
  readonly close: () => Promise<void>;
}

export interface GroundDeps extends Pick<FollowedDeps, "shipped" | "seeds"> {
  readonly clock: Clock;
}

/** Opens database and queue, and follows what is decided there. What fails closes what was opened before it. */
export async function openGround(
  configuration: Configuration,
  { clock, ...deps }: GroundDeps,
): Promise<Result<Ground, string>> {
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const part of opened.splice(0).toReversed()) await part();
  };
  const keep = async <T extends { readonly stop: () => Promise<void> }>(
    starting: Promise<Result<T, string>>,
  ): Promise<Result<T, string>> => {
    const started = await starting;
    if (started.ok) opened.push(started.value.stop);
    else await close();
    return started;
  };

  const report = createReporter();
  const tracing = await startTracing(configuration, report);
  if (tracing !== undefined) opened.push(tracing.stop);
  const found = await keep(openStore(configuration, tracing));
  if (!found.ok) return found;
  const store = found.value;
  const { environment, role } = configuration;
  const following = { ...deps, store, environment, now: clock.now, onProblem: report.say };
  const followed = await keep(startFollowing(following));
  if (!followed.ok) return followed;
  const queue = await openJobQueue({
    url: store.url,
    onProblem: report.say,
    keepsTime: role !== "api",
    tracing,
  });
  opened.push(queue.stop);
  const outside = openOutside(configuration, store, report);
  if (outside !== undefined) opened.push(outside.stop);
  const counts = createSharedCounts({
    milliseconds: clock.milliseconds,
    ...(outside && { redis: outside.redis }),
  });
  opened.push(counts.stop);
  const copies = openCopiesOf(configuration, { store, clock, report, outside });
  opened.push(copies.stop);
  const figures = await keep(
    startFigures(configuration, { store, queue, copies, isRedisThere: outside?.plans.answers.isThere }),
  );
  if (!figures.ok) return figures;
  return ok({
    store,
    queue,
    copies,
    counts,
    followed: followed.value,
    figures: figures.value,
    tracing,
    report,
    close,
  });
}

const startTracing = ({ tracing }: Configuration, report: Reporter): Promise<OpenTracing> | undefined =>
  tracing && openTracing({ ...tracing, onProblem: report.say });

interface CopiesGround {
  readonly store: Store;
  readonly clock: Clock;
  readonly report: Reporter;
  readonly outside: ReturnType<typeof openOutside>;
}

/** A worker reads each plan once, and keeps no copies. */
const openCopiesOf = (
  { role, cacheMegabytes }: Configuration,
  { store, clock, report, outside }: CopiesGround,
): Copies =>
  openCopies({
    hearOfChanges: createHearOfChanges({
      url: store.url,
      milliseconds: clock.milliseconds,
      onProblem: report.say,
    }),
    now: clock.now,
    bytesMax: role === "worker" ? 0 : cacheMegabytes * 1024 ** 2,
    ...(outside === undefined ? {} : { shared: outside.plans }),
  });

/** Opens what processes share beside the database, where there is such a place. It may be away, now or later. */
function openOutside({ redisUrl, role }: Configuration, { db }: Store, report: Reporter) {
  if (redisUrl === undefined || role === "worker") return undefined;
  const redis = openRedis({ url: redisUrl, onProblem: report.say });
  return {
    redis,
    plans: { answers: createSharedAnswers(redis), findStanding: createFindStanding(db) },
    stop: redis.stop,
  };
}
