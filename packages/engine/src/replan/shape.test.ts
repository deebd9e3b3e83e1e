import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { ChangedWish, Done } from "../plan/plan-change.ts";
import { standardPlan } from "./replan.fixture.ts";
import { replan } from "./replan.ts";

const rulebook = realRulebook();
const plan = standardPlan("10k", 8, onDate("2027-04-18"), rulebook);
const from = plan.weeks[2]?.days[0]?.date ?? plan.raceDate;
const EMPTY = { sessions: [], extra: [], health: null, evidence: [] };

/** What a caller that is no TypeScript can send in the place of something else. */
const anything = (json: string): unknown => JSON.parse(json);

const reporting = (done: unknown) => replan(plan, from, done as Done, { kind: "adapt" }, rulebook);
const wishing = (wish: unknown) => replan(plan, from, null, wish as ChangedWish, rulebook);

const unreadable = (field: string, path: string) => ({
  ok: false,
  error: { type: "ChangeProblem", field, problem: "unreadable", value: path },
});

describe("a report of what was done that is none", () => {
  it.each<[string, unknown, string]>([
    ["nothing at all", undefined, "done"],
    ["a word", "all of it", "done"],
    ["a list", [], "done"],
    ["an object without its lists", {}, "done.sessions"],
    ["no list of other runs", { ...EMPTY, extra: undefined }, "done.extra"],
    ["no word about evidence", { ...EMPTY, evidence: null }, "done.evidence"],
    ["a number for a list", { ...EMPTY, sessions: 3 }, "done.sessions"],
    ["a session that is no object", { ...EMPTY, sessions: [null] }, "done.sessions[0]"],
    [
      "a session of a third kind",
      { ...EMPTY, sessions: [{ session: "s001", status: "tired" }] },
      "done.sessions[0].status",
    ],
    [
      "a session run no distance",
      { ...EMPTY, sessions: [{ session: "s001", status: "done", seconds: 60 }] },
      "done.sessions[0].metres",
    ],
    [
      "a session named by a number",
      { ...EMPTY, sessions: [{ session: 1, status: "skipped" }] },
      "done.sessions[0].session",
    ],
    [
      "a distance that is no number",
      { ...EMPTY, extra: [{ date: from, metres: NaN, seconds: 60 }] },
      "done.extra[0].metres",
    ],
    [
      "a run on no day",
      { ...EMPTY, extra: [{ date: "2027-02-30", metres: 5000, seconds: 60 }] },
      "done.extra[0].date",
    ],
    ["an illness of no kind", { ...EMPTY, health: { kind: "tired", date: from } }, "done.health.kind"],
    ["health in one word", { ...EMPTY, health: "well" }, "done.health"],
    [
      "more runs than anybody has",
      { ...EMPTY, extra: Array.from({ length: 5000 }, () => ({ date: from, metres: 1, seconds: 1 })) },
      "done.extra",
    ],
    ["a name that every object has", anything('{"__proto__": {"sessions": []}}'), "done.sessions"],
  ])("is answered by the part that cannot be read: %s", (_, done, path) => {
    expect(reporting(done)).toMatchObject(unreadable("done", path));
  });

  it("is answered in the same way beside a wish", () => {
    const answer = replan(
      plan,
      from,
      anything("{}") as Done,
      { kind: "long_run_day", weekday: "sat" },
      rulebook,
    );
    expect(answer).toMatchObject(unreadable("done", "done.sessions"));
  });
});

describe("a wish that is none", () => {
  it.each<[string, unknown, string]>([
    ["nothing at all", undefined, "wish"],
    ["a word", "move", "wish"],
    ["a kind that nobody knows", { kind: "fly" }, "wish.kind"],
    ["a word that every object knows", { kind: "constructor" }, "wish.kind"],
    ["a move without a session", { kind: "move", to: from }, "wish.session"],
    [
      "a move that makes room with a word",
      { kind: "move", session: "s001", to: from, respace: "yes" },
      "wish.respace",
    ],
    ["a swap of one day", { kind: "swap", days: [from] }, "wish.days"],
    ["a swap of no days", { kind: "swap" }, "wish.days"],
    ["blocked days in one word", { kind: "block_days", days: from }, "wish.days"],
    [
      "a pause that ends on no day",
      { kind: "pause", first: from, last: "2027-02-30", raceDate: plan.raceDate },
      "wish.last",
    ],
    ["a week by its name", { kind: "repeat_week", week: "the second" }, "wish.week"],
    ["a race on a number", { kind: "race_date", date: 20270418 }, "wish.date"],
  ])("is answered by the part that cannot be read: %s", (_, wish, path) => {
    expect(wishing(wish)).toMatchObject(unreadable("wish", path));
  });

  it("begins on no day", () => {
    const answer = replan(plan, anything("7") as typeof from, null, { kind: "adapt" }, rulebook);
    expect(answer).toMatchObject(unreadable("from", "from"));
  });
});
