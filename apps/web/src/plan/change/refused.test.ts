import { describe, expect, it } from "vitest";
import { day } from "../../testing/sample-plan.ts";
import { nearestOther, refusedWords } from "./refused.ts";

type Nearest = ReturnType<typeof nearestOther>;
const LONG_RUN = { law: "L1", measured: 19_000, limit: 24_000, quantity: "distance", why: null } as const;

describe("a change that is refused", () => {
  it("is told in the units of whoever reads", () => {
    expect(refusedWords(LONG_RUN, "km")).toContain("19 km, and at least 24 km");
    expect(refusedWords(LONG_RUN, "mi")).toContain("11.8 mi, and at least 14.9 mi");
  });

  it("offers a shorter pause in place of a pause, and never to fit the plan to what was run", () => {
    const diff = { sessions: [], weeks: [] };
    const pause = { kind: "pause", first: day("2026-12-14"), last: day("2027-03-20") } as const;
    const wanted = { wish: pause, done: null };
    const shorter = { wish: { ...pause, last: day("2027-03-14") }, diff };
    expect(nearestOther({ nearest: shorter }, wanted)).toBe(shorter);
    expect(nearestOther({ nearest: { wish: { kind: "adapt" }, diff } }, wanted)).toBeNull();
    expect(nearestOther({ nearest: null }, wanted)).toBeNull();
  });

  it("offers to tell of an illness without the pause, where the pause cannot be", () => {
    const nearest: Nearest = { wish: { kind: "adapt" }, diff: { sessions: [], weeks: [] } };
    const pause = { kind: "pause", first: day("2026-12-14"), last: day("2027-03-20") } as const;
    const health = { kind: "illness", date: day("2026-12-14") } as const;
    const ill = { wish: pause, done: { sessions: [], extra: [], health, evidence: [] } };
    expect(nearestOther({ nearest }, ill)).toBe(nearest);
  });
});
