import type { ChangedWish, Plan, PlanChange, PlanDay, PlanWeek } from "@strideiq/engine";
import { describe, expect, it } from "vitest";
import { goOnAlike, onward } from "./onward.ts";

type Day = PlanDay["date"];

const TODAY = "2026-12-09" as Day;

const session = (id: string, metres = 10_000) => ({ id, metres, chosen: "a" });
const day = (date: string, ...sessions: readonly ReturnType<typeof session>[]) => ({ date, sessions });
const week = (number: number, ...days: readonly ReturnType<typeof day>[]) =>
  ({ week: number, targetMetres: 20_000, days }) as unknown as PlanWeek;
const plan = (weeks: readonly PlanWeek[], changes: readonly PlanChange[] = []) =>
  ({ raceDate: "2027-04-18", weeks, ...(changes.length === 0 ? {} : { changes }) }) as unknown as Plan;

const FIRST = week(1, day("2026-12-01", session("s1")), day("2026-12-03", session("s2")));
const SECOND = week(2, day("2026-12-08", session("s3")), day("2026-12-10", session("s4")));

const change = (from: string, wish: object, more: Partial<PlanChange> = {}): PlanChange => ({
  from: from as Day,
  wish: wish as ChangedWish,
  movedFrom: null,
  done: null,
  rpi: null,
  idsGiven: 4,
  ...more,
});
const told = { sessions: [], extra: [], health: null, evidence: [] };

/** What the plan says of its changes once it goes on as the version, on the ninth of December. */
const changesAfter = (
  was: readonly PlanChange[],
  now: readonly PlanChange[],
  { isUndo = false } = {},
): readonly PlanChange[] => {
  const weeks = [FIRST, SECOND];
  return onward(plan(weeks, was), plan(weeks, now), TODAY, isUndo).changes ?? [];
};
const wishesAfter = (...told: Parameters<typeof changesAfter>): readonly ChangedWish[] =>
  changesAfter(...told).map(({ wish }) => wish);

describe("a plan that goes on as another version has it", () => {
  it("keeps the days behind as they stand, and takes those ahead from the version", () => {
    const eased = week(2, day("2026-12-08", session("s3", 5_000)), day("2026-12-10", session("s5", 6_000)));
    const { weeks } = onward(plan([FIRST, SECOND]), plan([FIRST, eased]), TODAY, false);
    const ids = weeks.flatMap(({ days }) => days).flatMap(({ sessions }) => sessions.map(({ id }) => id));
    expect(ids).toEqual(["s1", "s2", "s3", "s4"]);
    expect(weeks.map(({ targetMetres }) => targetMetres)).toEqual([20_000, 15_000]);
  });

  it("runs nothing twice that was run on an earlier day than the version has it", () => {
    const early = week(2, day("2026-12-08", session("s4")), day("2026-12-10", session("s3")));
    const { weeks } = onward(plan([FIRST, SECOND]), plan([FIRST, early]), TODAY, false);
    expect(weeks[1]?.days[1]?.sessions).toEqual([]);
  });

  it("keeps a day that the version has and the plan never had", () => {
    const late = week(2, day("2026-12-10", session("s4")));
    const { weeks } = onward(plan([FIRST, SECOND]), plan([FIRST, late]), TODAY, false);
    expect(weeks[1]?.days.map(({ date }) => date)).toEqual(["2026-12-08", "2026-12-10"]);
  });

  it("goes on alike only if race and days ahead are the same", () => {
    const other = week(2, day("2026-12-08", session("s9")), day("2026-12-10", session("s4")));
    expect(goOnAlike(plan([FIRST, SECOND]), plan([FIRST, other]), TODAY)).toBe(true);
    expect(goOnAlike(plan([FIRST, SECOND]), plan([FIRST, other]), "2026-12-08" as Day)).toBe(false);
    const later = { ...plan([FIRST, SECOND]), raceDate: "2027-05-02" } as Plan;
    expect(goOnAlike(plan([FIRST, SECOND]), later, TODAY)).toBe(false);
  });
});

describe("changes that hold again", () => {
  it("close the days that are left of them", () => {
    const blocked = change("2026-12-01", { kind: "block_days", days: ["2026-12-03", "2026-12-10"] });
    const paused = change("2026-12-02", { kind: "pause", first: "2026-12-05", last: "2026-12-14" });
    expect(wishesAfter([blocked, paused], [])).toEqual([
      { kind: "block_days", days: ["2026-12-10"] },
      { kind: "pause", first: TODAY, last: "2026-12-14" },
    ]);
  });

  it("are gone where nothing of them lies ahead, but for what was told with them", () => {
    const blocked = change("2026-12-01", { kind: "block_days", days: ["2026-12-03"] });
    const paused = change("2026-12-02", { kind: "pause", first: "2026-12-05", last: "2026-12-06" });
    expect(wishesAfter([blocked, { ...paused, done: told }], [])).toEqual([{ kind: "adapt" }]);
  });

  it("stay as they were told if they close no day", () => {
    const race = change("2026-12-01", { kind: "race_date", date: "2027-04-25" });
    expect(wishesAfter([race], [])).toEqual([race.wish]);
  });
});

describe("changes that hold no more", () => {
  it("still say which days were closed", () => {
    const blocked = change("2026-12-01", { kind: "block_days", days: ["2026-12-03", "2026-12-10"] });
    const over = change("2026-12-02", { kind: "pause", first: "2026-12-05", last: "2026-12-06" });
    const within = change("2026-12-03", { kind: "pause", first: "2026-12-07", last: "2026-12-14" });
    const ahead = change("2026-12-04", { kind: "pause", first: "2026-12-20", last: "2026-12-24" });
    expect(wishesAfter([], [blocked, over, within, ahead])).toEqual([
      { kind: "block_days", days: ["2026-12-03"] },
      { kind: "pause", first: "2026-12-05", last: "2026-12-06" },
      { kind: "pause", first: "2026-12-07", last: "2026-12-08" },
    ]);
  });

  it("still say what was moved where both days are past", () => {
    const moved = change(
      "2026-12-01",
      { kind: "move", session: "s1", to: "2026-12-02" },
      { movedFrom: "2026-12-01" as Day },
    );
    const onward = change("2026-12-02", { kind: "move", session: "s2", to: "2026-12-11" });
    const swapped = change("2026-12-03", { kind: "swap", days: ["2026-12-03", "2026-12-04"] });
    const ahead = change("2026-12-04", { kind: "swap", days: ["2026-12-03", "2026-12-10"] });
    expect(wishesAfter([], [moved, onward, swapped, ahead])).toEqual([moved.wish, swapped.wish]);
  });

  it("leave nothing but what was told with them", () => {
    const race = change("2026-12-02", { kind: "race_date", date: "2027-04-25" });
    expect(wishesAfter([], [race])).toEqual([]);
    expect(wishesAfter([], [{ ...race, done: told }])).toEqual([{ kind: "adapt" }]);
  });

  it("still say that hard sessions were taken up again, unless they rest again", () => {
    const hurt = change(
      "2026-12-01",
      { kind: "adapt" },
      { done: { ...told, health: { redFlags: ["chest_pain"], niggle: null, illness: null } } as never },
    );
    const resumed = change("2026-12-03", { kind: "resume" });
    expect(wishesAfter([], [resumed])).toEqual([{ kind: "resume" }]);
    expect(wishesAfter([hurt], [hurt, resumed])).toEqual([{ kind: "adapt" }]);
  });

  it("are no part of the plan if they were told today and that was a slip", () => {
    const today = change(TODAY, { kind: "pause", first: "2026-12-07", last: "2026-12-14" });
    expect(wishesAfter([], [today], { isUndo: true })).toEqual([]);
    expect(wishesAfter([], [today])).toHaveLength(1);
  });
});

it("tells changes in the order of their days, and gives no id a second time", () => {
  const shared = change("2026-12-01", { kind: "block_days", days: ["2026-12-03"] });
  const was = change("2026-12-05", { kind: "race_date", date: "2027-04-25" }, { idsGiven: 6 });
  const now = change("2026-12-03", { kind: "swap", days: ["2026-12-03", "2026-12-04"] }, { idsGiven: 9 });
  const changes = changesAfter([shared, was], [shared, now]);
  expect(changes.map(({ from, idsGiven }) => [from, idsGiven])).toEqual([
    ["2026-12-01", 4],
    ["2026-12-03", 9],
    ["2026-12-05", 9],
  ]);
});
