import { describe, expect, it } from "vitest";
import { day } from "../../testing/sample-plan.ts";
import { sessionRows } from "./session-rows.ts";

const MONDAY = day("2026-11-23");

const nothing = { fromDate: null, toDate: null, metresBefore: null, metresAfter: null };
const dropped = (sessionId: string, title: string, metresBefore = 9000) =>
  ({ ...nothing, fate: "dropped", sessionId, title, fromDate: MONDAY, metresBefore }) as const;
const added = (sessionId: string, title: string, metresAfter = 9000) =>
  ({ ...nothing, fate: "added", sessionId, title, toDate: MONDAY, metresAfter }) as const;

const kindsOf = (...sessions: Parameters<typeof sessionRows>[0]) =>
  sessionRows(sessions).map(({ kind }) => kind);

describe("the sessions of a change", () => {
  it("are one line where a session becomes another on its day", () => {
    expect(kindsOf(dropped("a", "Tempo"), added("b", "Easy run"))).toEqual(["replaced"]);
    expect(kindsOf(dropped("a", "Easy run"), added("b", "Easy run", 7500))).toEqual(["replaced"]);
  });

  it("leave out a session that is exchanged for the very same one", () => {
    expect(kindsOf(dropped("a", "Tempo"), added("b", "Tempo"))).toEqual([]);
  });

  it("stay two lines where the new one is on another day, and pair each new one once", () => {
    const later = { ...added("d", "Easy run"), toDate: day("2026-11-25") };
    const [tempo, hills] = [dropped("a", "Tempo"), dropped("b", "Hills")];
    expect(kindsOf(tempo, hills, added("c", "Easy run"), later)).toEqual(["replaced", "one", "one"]);
  });
});
