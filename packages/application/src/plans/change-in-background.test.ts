import { ok } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { createMakeWaitingChange, type WaitingChange } from "./change-in-background.ts";
import type { ChangeNote } from "./change-plan.ts";
import type { LedgerEntry } from "./plan-history.ts";

const KEY = { planId: "plan-1", athleteId: "ada" };
const change: WaitingChange = {
  wanted: { wish: { kind: "adapt" }, done: null },
  expected: 3,
  reason: "Tired",
};

const line: LedgerEntry = {
  id: "job-1",
  kind: "adapt",
  actor: { kind: "athlete", id: "ada" },
  reason: "Tired",
  fromVersion: 1,
  toVersion: 2,
  revision: 4,
  diff: { sessions: [], weeks: [] },
  undoneBy: null,
  createdAt: new Date("2026-11-23"),
};

/** A ledger, and a job that ends when it is told to: what a worker leaves behind that dies in between. */
function setUp({ diesBeforeItsEnd }: { readonly diesBeforeItsEnd: boolean }) {
  let deaths = diesBeforeItsEnd ? 1 : 0;
  const ledger: LedgerEntry[] = [];
  const notes: ChangeNote[] = [];
  const ends: string[] = [];
  const make = createMakeWaitingChange({
    history: { findChange: (_key, id) => Promise.resolve(ledger.find((entry) => entry.id === id)) },
    changes: {
      find: () => Promise.resolve(ends.length === 0 ? change : undefined),
      end: (_job, problem) => {
        if (deaths > 0) {
          deaths -= 1;
          return Promise.reject(new Error("killed"));
        }
        ends.push(problem === null ? "done" : "failed");
        return Promise.resolve();
      },
    },
    changePlan: (_key, _wanted, note) => {
      notes.push(note);
      ledger.push(line);
      return Promise.resolve(ok({ version: 2, revision: 4 }));
    },
    explain: ({ type }) => ({ code: type, errors: [] }),
  });
  return { make, notes, ends };
}

describe("a change that waited for a worker", () => {
  it("is made for the state it was asked for, in the athlete's name, under the id of its job", async () => {
    const { make, notes, ends } = setUp({ diesBeforeItsEnd: false });
    await make(KEY, { jobId: "job-1" });
    expect(notes).toEqual([
      { actor: { kind: "athlete", id: "ada" }, expected: 3, reason: "Tired", changeId: "job-1" },
    ]);
    expect(ends).toEqual(["done"]);
  });

  it("is made once, when its worker dies before the job has ended and another takes it up", async () => {
    const { make, notes, ends } = setUp({ diesBeforeItsEnd: true });
    await expect(make(KEY, { jobId: "job-1" })).rejects.toThrow("killed");
    await make(KEY, { jobId: "job-1" });
    await make(KEY, { jobId: "job-1" });
    expect([notes.length, ends]).toEqual([1, ["done"]]);
  });
});
