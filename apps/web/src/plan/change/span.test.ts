import { describe, expect, it } from "vitest";
import { day } from "../../testing/sample-plan.ts";
import { spanOf } from "./span.ts";

const open = { today: day("2026-12-10"), race: day("2027-04-18") };

describe("days that are asked for in a form", () => {
  it("are one day or several in order", () => {
    expect(spanOf("2026-12-10", "", open)).toEqual({ first: "2026-12-10", last: "2026-12-10" });
    expect(spanOf("2026-12-11", "2027-04-17", open)).toEqual({ first: "2026-12-11", last: "2027-04-17" });
  });

  it.each([
    ["no day", "", "", "Choose a day."],
    ["days out of order", "2026-12-12", "2026-12-11", "The last day lies before the first."],
    [
      "a day that is over",
      "2026-12-09",
      "2026-12-11",
      "Choose days from Thu 10 Dec on: what lies behind stays as it was.",
    ],
    [
      "race day",
      "2027-04-17",
      "2027-04-18",
      "Choose days before race day, Sun 18 Apr. For another race day there is a change of its own.",
    ],
  ])("are refused with %s before the server is asked", (_what, from, to, problem) => {
    expect(spanOf(from, to, open)).toEqual({ problem });
  });
});
