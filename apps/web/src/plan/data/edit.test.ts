import { describe, expect, it } from "vitest";
import { day, minutes, plan, session, week } from "../../testing/sample-plan.ts";
import { bodyOf, type Edit, isToldAlready, planWithEdits, talesWithEdits, withEdit } from "./edit.ts";

const option = (sessionId: string, chosen: "a" | "b"): Edit => ({
  kind: "option",
  sessionId,
  option: chosen,
});
const skipped = (sessionId: string, basis = 0): Edit => ({
  kind: "told",
  sessionId,
  told: { state: "skipped", note: null },
  basis,
});

describe("edits that are on their way", () => {
  it("are replaced by a later edit of the same thing, unless they have left already", () => {
    const first = option("s-1", "b");
    expect(withEdit([first], option("s-1", "a"), null)).toEqual([option("s-1", "a")]);
    expect(withEdit([first], option("s-1", "a"), first)).toEqual([first, option("s-1", "a")]);
  });

  it("leave a choice alone when something is told of the same session", () => {
    expect(withEdit([option("s-1", "b")], skipped("s-1"), null)).toHaveLength(2);
  });

  it("show a choice at once, and leave the weeks that they do not touch the very same", () => {
    const steps = [minutes("easy", 30)];
    const other = { kind: "easy", title: "Other", metres: 6000, seconds: 1800, steps } as const;
    const one = week(1, "base", [session({ id: "s-1", kind: "easy", steps, optionB: other })]);
    const two = week(2, "base", [session({ id: "s-2", kind: "easy", steps, optionB: other })]);
    const edited = planWithEdits(plan([one, two]), [option("s-2", "b")]);
    expect(edited.weeks[0]).toBe(one);
    expect(edited.weeks[1]?.days[0]?.sessions[0]?.chosen).toBe("b");
  });

  it("say what was told last of a session, and nothing of one that was taken back", () => {
    const told = {
      sessionId: "s-1",
      source: "manual",
      state: "done",
      doneOn: day("2026-12-01"),
      metres: 9000,
      seconds: null,
      effort: null,
      note: null,
      revision: 1,
      updatedAt: "2026-12-01T08:00:00Z",
    } as const;
    expect(talesWithEdits([told], [skipped("s-1", 1)]).get("s-1")).toMatchObject({
      state: "skipped",
      metres: null,
    });
    expect(talesWithEdits([told], [{ kind: "untold", sessionId: "s-1", basis: 1 }]).has("s-1")).toBe(false);
    expect(bodyOf(told)).toMatchObject({ state: "done", metres: 9000 });
  });

  it("know what another tab has told in the same words already, and what in others", () => {
    const told = { state: "skipped", doneOn: null, metres: null, seconds: null, effort: null } as const;
    expect(isToldAlready(skipped("s-1"), { ...told, note: null })).toBe(true);
    expect(isToldAlready(skipped("s-1"), { ...told, note: "A cold." })).toBe(false);
    expect(isToldAlready(skipped("s-1"), undefined)).toBe(false);
    expect(isToldAlready({ kind: "untold", sessionId: "s-1", basis: 1 }, undefined)).toBe(true);
    expect(isToldAlready(option("s-1", "b"), undefined)).toBe(false);
  });
});
