import type { Session } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { day, minutes, plan, session, week } from "../../testing/sample-plan.ts";
import { sessionRows } from "./session-rows.ts";

const MONDAY = day("2026-11-23");
const run = (id: string, title: string): Session =>
  session({ id, title, kind: "easy", steps: [minutes("easy", 50)] });
const oneWeek = (...sessions: readonly Session[]) => plan([week(1, "base", sessions)]);

const nothing = { fromDate: null, toDate: null, metresBefore: null, metresAfter: null };
const dropped = (id: string) =>
  ({
    ...nothing,
    fate: "dropped",
    sessionId: id,
    title: "Run",
    fromDate: MONDAY,
    metresBefore: 9000,
  }) as const;
const added = (id: string) =>
  ({ ...nothing, fate: "added", sessionId: id, title: "Run", toDate: MONDAY, metresAfter: 9000 }) as const;

describe("the sessions of a preview", () => {
  it("are one line where a session becomes another on its day", () => {
    const [before, after] = [oneWeek(run("a", "Tempo")), oneWeek(run("b", "Easy run"))];
    const rows = sessionRows(before, { diff: { sessions: [dropped("a"), added("b")] }, plan: after });
    expect(rows.map(({ kind }) => kind)).toEqual(["replaced"]);
  });

  it("leave out a session that is exchanged for the very same one", () => {
    const [before, after] = [oneWeek(run("a", "Tempo")), oneWeek(run("b", "Tempo"))];
    expect(sessionRows(before, { diff: { sessions: [dropped("a"), added("b")] }, plan: after })).toEqual([]);
  });

  it("stay two lines where the new one is on another day, and pair each new one once", () => {
    const before = oneWeek(run("a", "Tempo"), run("b", "Hills"));
    const after = oneWeek(run("c", "Easy run"));
    const later = { ...added("d"), toDate: day("2026-11-25") };
    const diff = { sessions: [dropped("a"), dropped("b"), added("c"), later] };
    const rows = sessionRows(before, { diff, plan: after });
    expect(rows.map(({ kind }) => kind)).toEqual(["replaced", "one", "one"]);
  });
});
