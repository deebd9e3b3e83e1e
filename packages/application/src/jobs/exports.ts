import { type OwnDataReader, tablesText } from "../accounts/own-data.ts";
import type { AthleteScope } from "../plans/plan-record.ts";
import type { JobKey, JobTrace } from "./job.ts";

/** Exports of own data, made in the background. */
export interface ExportShelf {
  /**
   * Stores the wish and its job, both or neither, and says which job it is: one that is stored already stays as it
   * is, and while an export of the athlete is not finished there is no other.
   */
  readonly request: (scope: AthleteScope, trace: JobTrace) => Promise<JobKey["jobId"]>;
  /** Keeps what was exported and finishes the job. False when it was finished before. */
  readonly keep: (key: JobKey, text: string) => Promise<boolean>;
  /** The gzipped text, without recordings and uploads; undefined while there is none, or when it was swept out. */
  readonly find: (key: JobKey) => Promise<Uint8Array | undefined>;
}

export type MakeExport = (key: JobKey) => Promise<void>;

export interface MakeExportDeps {
  readonly ownData: Pick<OwnDataReader, "read">;
  readonly exports: Pick<ExportShelf, "keep">;
}

/** Writes everything that is kept of an athlete. It may run any number of times: one export is kept. */
export const createMakeExport =
  ({ ownData, exports }: MakeExportDeps): MakeExport =>
  async (key) => {
    await exports.keep(key, tablesText(await ownData.read(key)));
  };
