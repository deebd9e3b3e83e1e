import { describe, expect, it } from "vitest";
import { isOwnRevision, noteOwnRevision } from "./plan-cache.ts";

describe("news of a plan", () => {
  it("is none where the revision came of what was done on this page, of this plan alone", () => {
    noteOwnRevision("plan-a", 7);
    expect(isOwnRevision("plan-a", 7)).toBe(true);
    expect(isOwnRevision("plan-a", 8)).toBe(false);
    expect(isOwnRevision("plan-b", 7)).toBe(false);
    expect(isOwnRevision("plan-a", undefined)).toBe(false);
  });
});
