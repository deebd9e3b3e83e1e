import { openReadingThread } from "@strideiq/activity-files";
import type { ActivityRules } from "@strideiq/activity";
import {
  createImports,
  createImportWork,
  createRunReadings,
  createRunStore,
  type JobQueue,
} from "@strideiq/adapters";
import {
  type Clock,
  createChangeRuns,
  createGiveUpImport,
  createImportRuns,
  type RunReader,
} from "@strideiq/application";
import type { OpenDatabase } from "./store.ts";

interface RunDeps {
  readonly db: OpenDatabase;
  readonly clock: Pick<Clock, "today">;
  readonly enqueue: JobQueue["enqueue"];
  readonly announce: JobQueue["announce"];
  readonly activityRules: ActivityRules;
}

/** Everything that can be asked of what was run. */
export function composeRuns({ activityRules, clock, db, enqueue, announce }: RunDeps) {
  return {
    imports: createImports({ db, enqueue, announce }),
    runReadings: createRunReadings({ db, rules: activityRules }),
    changeRuns: createChangeRuns({ runs: createRunStore(db), clock, activityRules }),
  };
}

/** What a worker does with an import. */
export function composeImportJobs({
  activityRules,
  clock,
  db,
  putBack,
}: Omit<RunDeps, "enqueue" | "announce"> & Pick<JobQueue, "putBack">) {
  const work = createImportWork({ db, putBack });
  const runs = createRunStore(db);
  const openReader = (): RunReader => openThread(activityRules);
  return {
    importRuns: createImportRuns({ work, runs, openReader, clock, activityRules }),
    giveUpImport: createGiveUpImport({ runs }),
  };
}

/** Files are read in a thread of their own: whoever asks for a plan meanwhile is answered as quickly as ever. */
function openThread(rules: ActivityRules): RunReader {
  const thread = openReadingThread();
  return {
    read: ({ name, path }, from, home) =>
      thread.read({ source: { name, content: { path } }, from, home, rules }),
    close: thread.close,
  };
}
