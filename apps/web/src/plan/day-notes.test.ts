import type { Done, PlanChange } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { day } from "../testing/sample-plan.ts";
import { dayNotesOf } from "./day-notes.ts";

const change = (wish: PlanChange["wish"], health: Done["health"] = null): PlanChange => ({
  from: day("2026-11-23"),
  wish,
  movedFrom: null,
  done: health === null ? null : { sessions: [], extra: [], health, evidence: [] },
  rpi: 46,
  idsGiven: 9,
});

describe("what was told of days", () => {
  it("names the days kept free, every day of a pause, and the day on which pain began", () => {
    const changes = [
      change({ kind: "block_days", days: [day("2026-12-08")] }),
      change({ kind: "pause", first: day("2026-12-30"), last: day("2027-01-01") }),
      change({ kind: "adapt" }, { kind: "pain", date: day("2026-12-08") }),
    ];
    expect([...dayNotesOf({ changes })]).toEqual([
      ["2026-12-08", { closed: "free", health: "pain" }],
      ["2026-12-30", { closed: "pause", health: null }],
      ["2026-12-31", { closed: "pause", health: null }],
      ["2027-01-01", { closed: "pause", health: null }],
    ]);
  });

  it("is nothing where caution was asked for: no day has anything that was not told", () => {
    const changes = [change({ kind: "adapt" }, { kind: "caution", date: day("2026-11-23") })];
    expect(dayNotesOf({ changes }).size).toBe(0);
  });

  it("is nothing of a plan as it was made", () => {
    expect(dayNotesOf({}).size).toBe(0);
  });
});
