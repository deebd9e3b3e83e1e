import { describe, expect, it } from "vitest";
import type { CompletionAnswer } from "@strideiq/contracts";
import { day } from "../../testing/sample-plan.ts";
import { basisIn, isOwnRevision, noteOwnRevision } from "./plan-cache.ts";

describe("news of a plan", () => {
  it("is none where the revision came of what was done on this page, of this plan alone", () => {
    noteOwnRevision("plan-a", 7);
    expect(isOwnRevision("plan-a", 7)).toBe(true);
    expect(isOwnRevision("plan-a", 8)).toBe(false);
    expect(isOwnRevision("plan-b", 7)).toBe(false);
    expect(isOwnRevision("plan-a", undefined)).toBe(false);
  });
});

describe("what the next words are said on top of", () => {
  const told = (source: CompletionAnswer["source"]): CompletionAnswer => ({
    sessionId: "s-1",
    source,
    state: "done",
    doneOn: day("2026-12-01"),
    metres: 8000,
    seconds: 2700,
    effort: null,
    note: null,
    revision: 3,
    updatedAt: "2026-12-01T08:00:00.000Z",
  });

  it("is what the athlete told, and not what was found among the runs", () => {
    expect(basisIn([told("manual")], "s-1")).toBe(3);
    expect(basisIn([told("matched")], "s-1")).toBe(0);
    expect(basisIn([], "s-1")).toBe(0);
  });
});
