import { describe, expect, it } from "vitest";
import { pathOf, placeOf } from "./path.ts";

describe("the places of the page", () => {
  it("finds a plan by its address", () => {
    expect(placeOf("/plans/0193-abc")).toEqual({ name: "plan", planId: "0193-abc" });
    expect(placeOf("/plans/0193-abc/")).toEqual({ name: "plan", planId: "0193-abc" });
  });

  it("shows the form for every address it does not know", () => {
    expect(placeOf("/")).toEqual({ name: "wish" });
    expect(placeOf("/plans/")).toEqual({ name: "wish" });
    expect(placeOf("/plans/a/b")).toEqual({ name: "wish" });
  });

  it("leads back to the place it came from", () => {
    const place = { name: "plan", planId: "p-1" } as const;
    expect(placeOf(pathOf(place))).toEqual(place);
  });
});
