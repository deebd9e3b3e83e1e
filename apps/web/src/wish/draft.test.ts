import { describe, expect, it } from "vitest";
import { convertDraft, FIRST_DRAFT, restoreDraft } from "./draft.ts";

describe("the remembered form", () => {
  it("comes back as it was typed", () => {
    const typed = { ...FIRST_DRAFT, weekly: "fifty", resultTime: "1:99", unavailable: ["mon"] as const };
    expect(restoreDraft(JSON.stringify(typed))).toEqual(typed);
  });

  it.each([null, "", "not json", "[]", "7", '{"daysPerWeek": 9, "unavailable": "mon", "distance": "100k"}'])(
    "starts afresh where %o is remembered",
    (text) => {
      expect(restoreDraft(text)).toEqual(FIRST_DRAFT);
    },
  );
});

describe("switching the units of a form", () => {
  const inKm = { ...FIRST_DRAFT, weekly: "55", longest: "18 km", resultDistance: "abc" };

  it("turns numbers, and leaves what names its unit or is no number", () => {
    expect(convertDraft(inKm, "mi")).toMatchObject({
      weekly: "34.2",
      longest: "18 km",
      resultDistance: "abc",
    });
  });

  it("changes nothing when the unit is the same", () => {
    expect(convertDraft(inKm, "km")).toBe(inKm);
  });
});
