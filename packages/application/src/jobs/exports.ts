import type { OwnData, OwnDataReader } from "../accounts/own-data.ts";
import type { AthleteScope } from "../plans/plan-record.ts";
import type { JobKey, JobTrace } from "./job.ts";

/** Exports of own data, made in the background. */
export interface ExportShelf {
  /** Stores the wish and its job, both or neither; one that is stored already stays as it is. */
  readonly request: (scope: AthleteScope, trace: JobTrace) => Promise<void>;
  /** Keeps what was exported and finishes the job. False when it was finished before. */
  readonly keep: (key: JobKey, text: string) => Promise<boolean>;
  /** The gzipped text; undefined while there is none, or when it was swept out. */
  readonly find: (key: JobKey) => Promise<Uint8Array | undefined>;
}

/** An export as it is handed out. */
export const exportText = ({ account, tables }: OwnData): string =>
  JSON.stringify({ schema: "strideiq.export/1", account, tables });

export type MakeExport = (key: JobKey) => Promise<void>;

export interface MakeExportDeps {
  readonly ownData: OwnDataReader;
  readonly exports: Pick<ExportShelf, "keep">;
}

/** Writes everything that is kept of an athlete. It may run any number of times: one export is kept. */
export const createMakeExport =
  ({ ownData, exports }: MakeExportDeps): MakeExport =>
  async (key) => {
    await exports.keep(key, exportText(await ownData.read(key)));
  };
