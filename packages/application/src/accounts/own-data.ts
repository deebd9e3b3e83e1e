import type { AthleteScope } from "../plans/plan-record.ts";

/** Everything that is kept of an athlete: rows by table. */
export interface OwnData {
  readonly account: Readonly<Record<string, unknown>> | null;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

type Row = OwnData["tables"][string][number];

export interface OwnDataReader {
  readonly read: (scope: AthleteScope) => Promise<OwnData>;
  /** The track, the speeds and the file of each run: one after the other, since together they fill a machine. */
  readonly recordings: (scope: AthleteScope) => AsyncIterable<Row>;
  /** What was sent and not read yet, piece by piece. */
  readonly uploads: (scope: AthleteScope) => AsyncIterable<Row>;
}

/** An export without what is too large to be held at once. */
export const tablesText = ({ account, tables }: OwnData): string =>
  JSON.stringify({ schema: "strideiq.export/1", account, tables });

/** An export as it is handed out, part by part. */
export async function* exportParts(
  text: string,
  ownData: Pick<OwnDataReader, "recordings" | "uploads">,
  scope: AthleteScope,
): AsyncGenerator<string> {
  yield text.slice(0, -"}".length);
  yield* listParts("recordings", ownData.recordings(scope));
  yield* listParts("uploads", ownData.uploads(scope));
  yield "}";
}

async function* listParts(name: string, rows: AsyncIterable<Row>): AsyncGenerator<string> {
  yield `,"${name}":[`;
  let between = "";
  for await (const row of rows) {
    yield `${between}${JSON.stringify(row)}`;
    between = ",";
  }
  yield "]";
}
