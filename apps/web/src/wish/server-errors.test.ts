import { describe, expect, it } from "vitest";
import { placeErrors } from "./server-errors.ts";

const problem = (errors: readonly { field: string; message: string }[]) => ({
  status: 422,
  code: "invalid_request" as const,
  title: "The wish cannot be read.",
  detail: "",
  errors,
});

describe("the server's messages", () => {
  it("stand at the fields they name, also where the field is inside another", () => {
    const placed = placeErrors(
      problem([
        { field: "raceDate", message: "The race is in the past." },
        { field: "result.seconds", message: "Faster than the world record." },
        { field: "/dayLimits/mon", message: "A day has 24 hours." },
      ]),
    );
    expect(placed.fields).toEqual({
      raceDate: "The race is in the past.",
      result: "Faster than the world record.",
      dayLimits: "A day has 24 hours.",
    });
    expect(placed.general).toEqual([]);
  });

  it("are never lost when the form has no such field", () => {
    expect(placeErrors(problem([{ field: "timeZone", message: "No such zone." }])).general).toEqual([
      "No such zone.",
    ]);
    expect(placeErrors(problem([])).general).toEqual(["The wish cannot be read."]);
  });
});
