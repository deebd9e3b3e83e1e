import type { ActivityRules, AnalysedFile, Home } from "@strideiq/activity";
import type { JobTrace } from "../jobs/job.ts";
import type { Clock } from "../plans/ports.ts";
import type { ImportKey, ImportTask, ImportWork, KeptFile, RunReader, RunStore } from "./ports.ts";
import { settleRuns } from "./settle-runs.ts";

export interface ImportRunsDeps {
  readonly work: ImportWork;
  readonly runs: RunStore;
  readonly openReader: () => RunReader;
  readonly clock: Pick<Clock, "today">;
  readonly activityRules: ActivityRules;
}

export type ImportRuns = (key: ImportKey, trace: JobTrace) => Promise<void>;

/**
 * Reads the files of an import, those that were not read yet, and then finds what was run among what was planned.
 * It may be broken off anywhere and run again: each file is stored with its report, so that it counts once. An athlete
 * has one job at a time, and nobody waits for an archive: between two files it steps aside for whatever else waits.
 */
export const createImportRuns =
  (deps: ImportRunsDeps): ImportRuns =>
  async (key, trace) => {
    const { activityRules, clock, runs, work } = deps;
    const task = await work.take(key);
    if (task === undefined) return;
    const home = homeOf(task, clock);
    if ((await readAll(deps, key, trace, task, home)) === "others_wait") {
      await work.stepAside(key, trace);
      return;
    }
    await runs.change(key, async (desk) => {
      await settleRuns(desk, { rules: activityRules, today: home.today });
      await desk.endImport(key, trace.jobId, "done");
    });
  };

async function readAll(
  { openReader, work }: ImportRunsDeps,
  key: ImportKey,
  { jobId }: JobTrace,
  { files }: ImportTask,
  home: Home,
): Promise<KeptFile> {
  const reader = openReader();
  const keep = (position: number, one: AnalysedFile): Promise<KeptFile> =>
    work.keep({ ...key, jobId }, position, one);
  try {
    for (const file of files) {
      const { path, remove } = await work.layOut(key, file.position);
      const content = reader.read({ name: file.name, path }, file.read, home);
      const kept = await keepEach(content, (one) => keep(file.position, one)).finally(remove);
      if (kept !== "go_on") return kept;
    }
    return "go_on";
  } finally {
    await reader.close();
  }
}

/** Ends with the first after which it is not to go on. */
async function keepEach(
  files: AsyncIterable<AnalysedFile>,
  keep: (file: AnalysedFile) => Promise<KeptFile>,
): Promise<KeptFile> {
  for await (const file of files) {
    const kept = await keep(file);
    if (kept !== "go_on") return kept;
  }
  return "go_on";
}

/** A zone is checked when an import is opened; should it be gone since, UTC is a day off at most. */
function homeOf({ timeZone }: ImportTask, { today }: Pick<Clock, "today">): Home {
  const day = today(timeZone);
  if (day !== undefined) return { timeZone, today: day };
  const anywhere = today("UTC");
  if (anywhere === undefined) throw new Error("There is no UTC.");
  return { timeZone: "UTC", today: anywhere };
}

/** Gives an import up whose reading broke time after time. What was read stays. */
export const createGiveUpImport =
  ({ runs }: Pick<ImportRunsDeps, "runs">): ImportRuns =>
  (key, { jobId }) =>
    runs.change(key, (desk) => desk.endImport(key, jobId, "failed"));
