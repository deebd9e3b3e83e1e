import { describe, expect, it } from "vitest";
import { day } from "../../testing/sample-plan.ts";
import { bodyOfDraft, draftOf } from "./tell-draft.ts";

const DRAFT = draftOf(undefined, day("2026-12-06"), "km");

describe("what a runner types of a session", () => {
  it("is done as planned when nothing is written", () => {
    expect(bodyOfDraft(DRAFT, "km").body).toEqual({
      state: "done",
      doneOn: "2026-12-06",
      metres: null,
      seconds: null,
      effort: null,
      note: null,
    });
  });

  it.each([
    ["52:30", 3150],
    ["1:45:00", 6300],
    ["90", 5400],
    ["100:00", 6000],
  ])("reads %s as %d seconds", (time, seconds) => {
    expect(bodyOfDraft({ ...DRAFT, time }, "km").body).toMatchObject({ seconds });
  });

  it.each(["fast", "1:75", "0", "::", "5:00:00:00"])("asks again for the time %s", (time) => {
    expect(bodyOfDraft({ ...DRAFT, time }, "km")).toMatchObject({
      body: null,
      problems: { time: expect.stringMatching(/minutes/) as unknown },
    });
  });

  it.each([
    ["12,5", "km", 12_500],
    ["10", "mi", 16_093],
  ] as const)("reads %s %s as %d metres", (distance, units, metres) => {
    expect(bodyOfDraft({ ...DRAFT, distance }, units).body).toMatchObject({ metres });
  });

  it("measures nothing of a session that was skipped, whatever was typed before", () => {
    expect(bodyOfDraft({ ...DRAFT, state: "skipped", time: "x", note: " rain " }, "km").body).toEqual({
      state: "skipped",
      note: "rain",
    });
  });
});
