import { readFileSync } from "node:fs";
import { generatePlan, parseCalendarDate, standardRequest } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { parseRulebook } from "../parse-rulebook.ts";
import { filesOfRows, readRulebookRows, rowsOfFiles, type StoredRulebook } from "./rows.ts";

const read = (name: string) => ({
  name,
  text: readFileSync(new URL(`../../../../config/${name}`, import.meta.url), "utf8"),
});
const files = { planRules: read("plan_rules.yaml"), workoutLibrary: read("workout_library.yaml") };
const stored = (): StoredRulebook => {
  const rows = rowsOfFiles(files);
  if (!rows.ok) throw new Error(JSON.stringify(rows.error));
  return rows.value;
};

/** As a database gives rows back: keys in an order of its own. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return Object.fromEntries(
    entries
      .toSorted(([a], [b]) => a.length - b.length || (a < b ? 1 : -1))
      .map(([key, part]) => [key, shuffled(part)]),
  );
};

describe("the rows of a rulebook", () => {
  it("hold all of it: files made of them are read as the same rulebook", () => {
    expect(parseRulebook(filesOfRows(stored()))).toEqual(parseRulebook(files));
  });

  it("are read at once as what their files say, and name what is wrong where those have it", () => {
    const textOf = (value: unknown): readonly string[] => JSON.stringify(value).split(/(?=[{[])/);
    const asFiles = textOf(parseRulebook(filesOfRows(stored())));
    expect(textOf(readRulebookRows(shuffled(stored()) as StoredRulebook))).toEqual(asFiles);
    const { version, rows } = stored();
    const spoilt = (id: string, definition: object): StoredRulebook => ({
      version,
      rows: {
        ...rows,
        scalingRules: rows.scalingRules.map((row) => (row.id === id ? { id, definition } : row)),
      },
    });
    for (const wrong of [spoilt("horizon", {}), spoilt("longRun", { secondsMax: 1 })])
      expect(readRulebookRows(wrong)).toEqual(parseRulebook(filesOfRows(wrong)));
  });

  it("are the same text and the same plan, to the byte, whatever order a database gives their keys in", () => {
    const one = filesOfRows(stored());
    const other = filesOfRows(shuffled(stored()) as StoredRulebook);
    expect(other).toEqual(one);
    const rulebooks = [parseRulebook(files), parseRulebook(other)];
    const day = parseCalendarDate("2027-04-18");
    if (!day.ok) throw new Error("no day");
    const plans = rulebooks.map((rulebook) => {
      if (!rulebook.ok) throw new Error(JSON.stringify(rulebook.error));
      return rulebook.value.standardPlans.map((standard) =>
        JSON.stringify(generatePlan(standardRequest(standard, day.value), rulebook.value)),
      );
    });
    expect(plans[1]).toEqual(plans[0]);
  }, 30_000);

  it("name a mistake in the text that they make", () => {
    const { version, rows } = stored();
    const broken = rows.scalingRules.map((row) =>
      row.id === "horizon" ? { ...row, definition: { weeksMin: 4, weeksMax: "many", source: "me" } } : row,
    );
    const text = filesOfRows({ version, rows: { ...rows, scalingRules: broken } });
    expect(rowsOfFiles(text)).toMatchObject({
      ok: false,
      error: [{ file: "plan_rules.yaml", path: "horizon.weeksMax" }],
    });
  });
});
