import type { RequestProblem, Units } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { explainRequestProblem } from "./explain-request-problem.ts";

describe("a field that makes no sense", () => {
  const table: readonly [RequestProblem, Units, string][] = [
    [
      { field: "distance", problem: "unknown_value", value: "ultra" },
      "km",
      'The race "ultra" is not known. Choose 5k, 10k, half_marathon or marathon.',
    ],
    [
      { field: "raceDate", problem: "not_a_date", value: "2027-02-29" },
      "km",
      'The race date "2027-02-29" is not a day on the calendar. Write it as YYYY-MM-DD, such as 2027-04-18.',
    ],
    [
      { field: "weeklyMetres", problem: "out_of_range", value: 900_000, min: 0, max: 250_000 },
      "mi",
      "The weekly distance 559 mi is out of range. Choose between 0 mi and 155 mi.",
    ],
    [
      { field: "weeklyMetres", problem: "out_of_range", value: -5000, min: 0 },
      "km",
      "The weekly distance -5 km is out of range. It is at least 0 km.",
    ],
    [
      { field: "daysPerWeek", problem: "contradiction", value: 6, max: 5 },
      "km",
      "6 run days a week do not fit: your days off leave 5. Ask for fewer run days, or free another day.",
    ],
    [
      { field: "result", problem: "faster_than_world_record", value: 3000, min: 3451 },
      "km",
      "The race result 50:00 is faster than the world record of 57:31. Check distance and time, hours included, such as 1:38:20.",
    ],
    [
      { field: "result", part: "seconds", problem: "out_of_range", value: 3300, min: 756, max: 3194 },
      "km",
      "The race result 55:00 is slower than paces can be told from (at most 53:14, rule: Running Performance Index). Leave it out, and the plan goes by effort.",
    ],
    [
      { field: "weeks", problem: "out_of_range", value: 3, min: 4, max: 24 },
      "km",
      "A plan of 3 weeks cannot be made (rule: weeks before the race). Choose between 4 and 24; the nearest is 4.",
    ],
    [
      { field: "weeks", problem: "out_of_range", value: 40, min: 4, max: 24 },
      "km",
      "A plan of 40 weeks cannot be made (rule: weeks before the race). Choose between 4 and 24; the nearest is 24.",
    ],
    [
      { field: "age", problem: "not_a_number", value: Number.NaN },
      "km",
      "The age NaN is not a number. Give it in years, or leave it out.",
    ],
  ];

  it.each(table)("explains %j in %s", (problem, units, message) => {
    expect(explainRequestProblem(problem, units)).toEqual({ field: problem.field, message });
  });
});
