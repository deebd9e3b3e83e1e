import { describe, expect, it } from "vitest";
import { pathOf, type Place, placeOf } from "./path.ts";

const PLACES: readonly Place[] = [
  { name: "home" },
  { name: "wish" },
  { name: "plans" },
  { name: "plan", planId: "p-1" },
  { name: "gallery" },
  { name: "standard", standardPlanId: "marathon-18-weeks-mid" },
  { name: "compare", left: "10k-8-weeks-low", right: "10k-12-weeks-low" },
  { name: "settings" },
  { name: "account" },
  { name: "sign-up" },
  { name: "sign-in", next: "" },
  { name: "sign-in", next: "/gallery/compare?left=a&right=b" },
  { name: "forgotten" },
  { name: "new-password", token: "a+b/c=" },
  { name: "confirm", token: "a.b-c_d" },
  { name: "confirm", token: "" },
  { name: "welcome-admin" },
];

describe("the places of the page", () => {
  it.each(PLACES)("leads back to the place it came from: $name", (place) => {
    expect(placeOf(pathOf(place))).toEqual(place);
  });

  it("finds a plan by its address, with a stroke at the end too", () => {
    expect(placeOf("/plans/0193-abc")).toEqual({ name: "plan", planId: "0193-abc" });
    expect(placeOf("/plans/0193-abc/")).toEqual({ name: "plan", planId: "0193-abc" });
  });

  it.each(["/nothing", "/plans/a/b", "/gallery/../secret", "/constructor"])("knows nothing at %s", (path) => {
    expect(placeOf(path)).toEqual({ name: "missing" });
  });

  it.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
    "goes on to no other site after signing in: %s",
    (next) => {
      expect(placeOf(`/sign-in?${new URLSearchParams({ next }).toString()}`)).toEqual({
        name: "sign-in",
        next: "",
      });
    },
  );
});
