import { err, ok, type Result, type Units } from "@strideiq/engine";
import { METRES_PER_MILE, metresPerUnit } from "../numbers/format-distance.ts";
import { type ParseProblem, parseProblem } from "./parse-problem.ts";
import { quoted } from "./quoted.ts";

const METRES_OF: ReadonlyMap<string, number> = new Map(
  Object.entries({
    km: 1000,
    k: 1000,
    m: 1,
    mi: METRES_PER_MILE,
    mile: METRES_PER_MILE,
    miles: METRES_PER_MILE,
  }),
);

/** Reads a distance into metres: `55` in the given units, or with its own: `34mi`, `12.5 km`, `3000m`. */
export function parseDistance(text: string, units: Units): Result<number, ParseProblem> {
  const match = /^(\d+(?:[.,]\d+)?)\s*([a-z]*)$/i.exec(text.trim());
  const unit = match?.[2]?.toLowerCase() ?? "";
  const perUnit = unit === "" ? metresPerUnit(units) : METRES_OF.get(unit);
  if (match?.[1] === undefined || perUnit === undefined)
    return err(
      parseProblem(
        text,
        `${quoted(text)} is not a distance. Write a number such as 55, or one with its unit such as 34mi.`,
      ),
    );
  return ok(Number(match[1].replace(",", ".")) * perUnit);
}
