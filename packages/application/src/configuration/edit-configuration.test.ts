import { err, ok } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { createEditConfiguration, type RowChange } from "./edit-configuration.ts";
import type { ConfigurationHead, ConfigurationRows, ConfigurationVersion } from "./ports.ts";
import { compareConfigurations } from "./row-differences.ts";

const ROWS = {
  planTemplates: [{ id: "5k", distance: "5k", tier: "low", weeks: 8, definition: { peakMetres: 30_000 } }],
  workoutDefinitions: [{ id: "hills", definition: { metres: 400 } }],
  phaseDefinitions: [{ phase: "base", definition: { share: 0.4 } }],
  scalingRules: [{ id: "longRun", definition: { share: { low: 0.25, high: 0.3 } } }],
} as unknown as ConfigurationRows;

const BY = { by: { accountId: "jack" }, why: "as agreed" } as unknown as Parameters<
  ReturnType<typeof createEditConfiguration>["replaceRow"]
>[3];

/** One version that is kept here, written down as JSON. */
function desk(state = "draft") {
  const kept = { rows: ROWS };
  const version = () => ({ name: "7", state, rows: kept.rows }) as ConfigurationVersion;
  const edit = createEditConfiguration(
    {
      find: (id) => Promise.resolve(id === 7 ? version() : undefined),
      replace: (id, revision, rows) => {
        kept.rows = rows;
        return Promise.resolve(ok({ id, revision: revision + 1 } as ConfigurationHead));
      },
    },
    {
      toTexts: (_, rows) => ({ planRules: JSON.stringify(rows), workoutLibrary: "" }),
      toRows: ({ planRules }) =>
        planRules.startsWith("{")
          ? ok(JSON.parse(planRules) as ConfigurationRows)
          : err([{ path: "", line: 1, message: "no configuration" }] as never),
    },
  );
  const change = async (row: RowChange) => {
    await edit.replaceRow(7, 1, row, BY);
    return compareConfigurations(ROWS, kept.rows);
  };
  return { edit, kept, change };
}

const TABLES = [
  ["plan_templates", "5k"],
  ["workout_definitions", "hills"],
  ["phase_definitions", "base"],
  ["scaling_rules", "longRun"],
] as const;

describe("a row of a draft", () => {
  it.each(TABLES)("is another one, and gone (%s)", async (table, id) => {
    const row = `${table}/${id}`;
    expect(await desk().change({ table, id, definition: { note: "new" } })).toMatchObject([
      { row, fate: "changed" },
    ]);
    expect(await desk().change({ table, id, definition: null })).toMatchObject([{ row, fate: "dropped" }]);
  });

  it.each(["workout_definitions", "scaling_rules"] as const)("is new (%s)", async (table) => {
    const definition = { metres: 200 };
    expect(await desk().change({ table, id: "strides", definition })).toEqual([
      {
        row: `${table}/strides`,
        fate: "added",
        values: [{ path: "", before: null, after: definition }],
      },
    ]);
  });

  it.each(["plan_templates", "phase_definitions"] as const)(
    "needs more than a definition where it is more than a name (%s)",
    async (table) => {
      expect(await desk().change({ table, id: "unheard", definition: {} })).toEqual([]);
    },
  );

  it("stays where nothing is taken out", async () => {
    expect(await desk().change({ table: "scaling_rules", id: "unheard", definition: null })).toEqual([]);
  });

  it("differs number by number", async () => {
    const definition = { share: { low: 0.25, high: 0.28 }, cap: 30_000 };
    expect(await desk().change({ table: "scaling_rules", id: "longRun", definition })).toEqual([
      {
        row: "scaling_rules/longRun",
        fate: "changed",
        values: [
          { path: "cap", before: null, after: 30_000 },
          { path: "share.high", before: 0.3, after: 0.28 },
        ],
      },
    ]);
  });
});

describe("a version", () => {
  const hills = { table: "workout_definitions", id: "hills", definition: null } as const;

  it("that is published, or that nobody knows, is changed by nobody", async () => {
    const published = desk("published");
    expect(await published.edit.replaceRow(7, 1, hills, BY)).toEqual(err({ type: "NotDraft" }));
    expect(await desk().edit.replaceRow(8, 1, hills, BY)).toEqual(err({ type: "NotFound" }));
    expect(published.kept.rows).toBe(ROWS);
  });

  it("is not stored when its text is no configuration, and says what is wrong", async () => {
    const { edit, kept } = desk();
    expect(await edit.replaceTexts(7, 1, { planRules: "rubbish" }, BY)).toMatchObject({
      ok: false,
      error: { type: "Wrong", problems: [{ line: 1 }] },
    });
    expect(kept.rows).toBe(ROWS);
  });

  it("keeps the file that is left out", async () => {
    const { edit, kept } = desk();
    expect((await edit.replaceTexts(7, 1, { workoutLibrary: "" }, BY)).ok).toBe(true);
    expect(kept.rows).toEqual(ROWS);
  });
});
