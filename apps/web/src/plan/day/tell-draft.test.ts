import { describe, expect, it } from "vitest";
import { day } from "../../testing/sample-plan.ts";
import { checkTold } from "./tell-check.ts";
import { bodyOfDraft, draftOf, inUnits, isSameDraft, placeProblems } from "./tell-draft.ts";

const TODAY = day("2026-12-07");
const DRAFT = draftOf(undefined, day("2026-12-06"), "km");

describe("what a runner types of a session", () => {
  it("is done as planned when nothing is written", () => {
    expect(bodyOfDraft(DRAFT, "km", TODAY).body).toEqual({
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
    expect(bodyOfDraft({ ...DRAFT, time }, "km", TODAY).body).toMatchObject({ seconds });
  });

  it.each(["fast", "1:75", "0", "::", "5:00:00:00"])("asks again for the time %s", (time) => {
    expect(bodyOfDraft({ ...DRAFT, time }, "km", TODAY)).toMatchObject({
      body: null,
      problems: { time: expect.stringMatching(/minutes/) as unknown },
    });
  });

  it.each([
    ["12,5", "km", 12_500],
    ["10", "mi", 16_093],
  ] as const)("reads %s %s as %d metres", (distance, units, metres) => {
    expect(bodyOfDraft({ ...DRAFT, distance }, units, TODAY).body).toMatchObject({ metres });
  });

  it("measures nothing of a session that was skipped, whatever was typed before", () => {
    expect(bodyOfDraft({ ...DRAFT, state: "skipped", time: "x", note: " rain " }, "km", TODAY).body).toEqual({
      state: "skipped",
      note: "rain",
    });
  });

  it("is asked for again where a day lies ahead, a distance is none, or a note cannot be kept", () => {
    const problemsOf = (typed: Partial<typeof DRAFT>) =>
      Object.keys(bodyOfDraft({ ...DRAFT, ...typed }, "km", TODAY).problems);
    expect(problemsOf({ doneOn: day("2026-12-07") })).toEqual([]);
    expect(problemsOf({ doneOn: day("2026-12-08") })).toEqual(["day"]);
    expect(problemsOf({ distance: "0" })).toEqual(["distance"]);
    expect(problemsOf({ note: "pasted \0" })).toEqual(["note"]);
    expect(problemsOf({ note: "half \uD83D", state: "skipped" })).toEqual(["note"]);
    expect(problemsOf({ note: "whole \u{1F3C3}" })).toEqual([]);
  });

  it("is the same distance in other units, and stays as it was typed where it is none", () => {
    const typed = { ...DRAFT, distance: "10", note: "Windy." };
    expect(inUnits(typed, "km", "mi")).toEqual({ ...typed, distance: "6.2" });
    expect(inUnits(typed, "km", "km")).toBe(typed);
    expect(inUnits({ ...typed, distance: "far" }, "km", "mi").distance).toBe("far");
  });

  it("is nothing once it is emptied again", () => {
    expect(isSameDraft({ ...DRAFT, note: "Windy." }, DRAFT)).toBe(false);
    expect(isSameDraft({ ...DRAFT, note: "" }, DRAFT)).toBe(true);
  });

  it("is judged by the schema of the service before it is sent, and what that says stands at its field", () => {
    const judged = (time: string) => {
      const { body } = bodyOfDraft({ ...DRAFT, distance: "13.5", time }, "km", TODAY);
      return body === null ? null : checkTold(body);
    };
    expect(judged("1:15")).toEqual({ time: "More time: nobody runs that fast." });
    expect(judged("1:15:00")).toEqual({});
    expect(placeProblems([{ field: "body.note", message: "too long" }])).toEqual({ note: "Too long." });
    expect(placeProblems([{ field: "", message: "Send less." }])).toEqual({ general: "Send less." });
  });
});
