import type { AthleteScope } from "../plans/plan-record.ts";

/** Everything that is kept of an athlete: rows by table. */
export interface OwnData {
  readonly account: Readonly<Record<string, unknown>> | null;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

export interface OwnDataReader {
  readonly read: (scope: AthleteScope) => Promise<OwnData>;
}
