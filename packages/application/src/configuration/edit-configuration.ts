import { err, type Result } from "@strideiq/engine";
import type {
  ConfigurationChange,
  ConfigurationHead,
  ConfigurationProblem,
  ConfigurationRefusal,
  ConfigurationRows,
  ConfigurationStore,
  ConfigurationVersion,
} from "./ports.ts";

/** A configuration as its two files. */
export interface ConfigurationTexts {
  readonly planRules: string;
  readonly workoutLibrary: string;
}

/** Rows to text and back; what is wrong with a text is named with its line. */
export interface ConfigurationFormat {
  readonly toTexts: (name: string, rows: ConfigurationRows) => ConfigurationTexts;
  readonly toRows: (texts: ConfigurationTexts) => Result<ConfigurationRows, readonly ConfigurationProblem[]>;
}

export const CONFIGURATION_TABLES = [
  "plan_templates",
  "workout_definitions",
  "phase_definitions",
  "scaling_rules",
] as const;

/** One row of a version; null takes it out. */
export interface RowChange {
  readonly table: (typeof CONFIGURATION_TABLES)[number];
  readonly id: string;
  readonly definition: Readonly<Record<string, unknown>> | null;
}

/** The text that a change would make is no configuration. */
export interface ConfigurationWrong {
  readonly type: "Wrong";
  readonly problems: readonly ConfigurationProblem[];
}

type Edited = Promise<Result<ConfigurationHead, ConfigurationRefusal | ConfigurationWrong>>;

export interface EditConfiguration {
  readonly texts: (version: ConfigurationVersion) => ConfigurationTexts;
  /** Gives a draft another text; a file that is left out stays. */
  readonly replaceTexts: (
    id: number,
    revision: number,
    texts: Partial<ConfigurationTexts>,
    author: ConfigurationChange,
  ) => Edited;
  readonly replaceRow: (id: number, revision: number, row: RowChange, author: ConfigurationChange) => Edited;
}

/** Changes drafts. Whichever way, the whole of it is read once more before it is stored. */
export function createEditConfiguration(
  store: Pick<ConfigurationStore, "find" | "replace">,
  { toTexts, toRows }: ConfigurationFormat,
): EditConfiguration {
  const edit = async (
    id: number,
    revision: number,
    author: ConfigurationChange,
    change: (version: ConfigurationVersion) => ConfigurationTexts,
  ): Edited => {
    const version = await store.find(id);
    if (version === undefined) return err({ type: "NotFound" });
    if (version.state !== "draft") return err({ type: "NotDraft" });
    const rows = toRows(change(version));
    if (!rows.ok) return err({ type: "Wrong", problems: rows.error });
    return store.replace(id, revision, rows.value, author);
  };
  return {
    texts: ({ name, rows }) => toTexts(name, rows),
    replaceTexts: (id, revision, texts, author) =>
      edit(id, revision, author, ({ name, rows }) => ({ ...toTexts(name, rows), ...texts })),
    replaceRow: (id, revision, row, author) =>
      edit(id, revision, author, ({ name, rows }) => toTexts(name, withRow(rows, row))),
  };
}

function withRow(rows: ConfigurationRows, { table, id, definition }: RowChange): ConfigurationRows {
  switch (table) {
    case "plan_templates":
      return {
        ...rows,
        planTemplates: replaced(rows.planTemplates, ({ id: other }) => other === id, definition),
      };
    case "workout_definitions":
      return { ...rows, workoutDefinitions: added(rows.workoutDefinitions, id, definition) };
    case "phase_definitions":
      return {
        ...rows,
        phaseDefinitions: replaced(rows.phaseDefinitions, ({ phase }) => phase === id, definition),
      };
    case "scaling_rules":
      return { ...rows, scalingRules: added(rows.scalingRules, id, definition) };
  }
}

/** A row that is there in another way, or gone. */
const replaced = <Row extends { readonly definition: unknown }>(
  rows: readonly Row[],
  isMeant: (row: Row) => boolean,
  definition: RowChange["definition"],
): readonly Row[] =>
  rows.flatMap((row) => (!isMeant(row) ? [row] : definition === null ? [] : [{ ...row, definition }]));

/** The same for rows that are no more than a name and what it stands for: a new name is a new row. */
const added = <Row extends { readonly id: string; readonly definition: unknown }>(
  rows: readonly Row[],
  id: string,
  definition: RowChange["definition"],
): readonly (Row | { readonly id: string; readonly definition: Readonly<Record<string, unknown>> })[] =>
  definition === null || rows.some((row) => row.id === id)
    ? replaced(rows, (row) => row.id === id, definition)
    : [...rows, { id, definition }];
