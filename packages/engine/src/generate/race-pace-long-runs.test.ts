import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import type { LongRunKind } from "../rulebook/workout-definition.ts";
import { outlineOf } from "./outline.fixture.ts";
import type { Policy } from "./policy.ts";

const rulebook = realRulebook();
const { marathon, halfMarathon } = rulebook.laws.I7;

interface RacePaceRun {
  readonly daysToRace: number;
  readonly blockMetres: number | null;
}

function racePaceRuns(
  kind: LongRunKind,
  wish: Partial<PlanRequest>,
  policy: Partial<Policy> = {},
): readonly RacePaceRun[] {
  const { frames, programs } = outlineOf(aRequest(wish), rulebook, policy);
  return programs.flatMap(({ longRun }, i) => {
    const frame = frames[i];
    if (frame === undefined || longRun?.kind !== kind) return [];
    const daysToRace = frame.days[frame.longDay]?.daysToRace ?? 0;
    return [{ daysToRace, blockMetres: longRun.blockMetres }];
  });
}

const blocksOf = (wish: Partial<PlanRequest>, policy: Partial<Policy> = {}): readonly number[] =>
  racePaceRuns("marathon_pace", wish, policy).map(({ blockMetres }) => blockMetres ?? 0);

describe("marathon pace in long runs", () => {
  it("grows from block to block, from a modest first one", () => {
    const blocks = blocksOf({ weeklyMetres: 70_000 });
    expect(blocks.length).toBeGreaterThanOrEqual(3);
    blocks.slice(1).forEach((metres, i) => {
      expect(metres).toBeGreaterThan(blocks[i] ?? 0);
    });
    expect(blocks[0]).toBeLessThanOrEqual(0.6 * (blocks.at(-1) ?? 0));
  });

  it("is rehearsed in time, whichever week the taper begins in", () => {
    for (const taperWeeks of [2, 3]) {
      const last = racePaceRuns("marathon_pace", {}, { taperWeeks }).at(-1);
      expect(last?.daysToRace).toBeGreaterThanOrEqual(marathon.rehearsalDays.min);
      expect(last?.daysToRace).toBeLessThanOrEqual(marathon.rehearsalDays.max);
    }
  });

  it("is more of it for who runs more, until the plan holds what it aims at", () => {
    const sum = (blocks: readonly number[]): number => blocks.reduce((total, metres) => total + metres, 0);
    const [mid, high] = [{ weeklyMetres: 55_000 }, { weeklyMetres: 90_000, daysPerWeek: 6 }].map((wish) => {
      const blocks = blocksOf(wish);
      return { count: blocks.length, total: sum(blocks) };
    });
    expect(high?.total).toBeGreaterThan(mid?.total ?? Infinity);
    expect(high?.total).toBeLessThan(marathon.totalMetresAim.high * 1.1);
  });

  it("starts with no more than ten kilometres where a plan is too short for a rehearsal", () => {
    const short = { raceDate: onDate("2027-01-10"), weeklyMetres: 60_000, longestMetres: 24_000 };
    const [first] = blocksOf(short);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(marathon.firstBlockMetresMax);
  });

  it("is kept where a policy leaves out all hard running within the week, but not by builders", () => {
    expect(blocksOf({}, { qualityMax: 0 }).length).toBeGreaterThan(0);
    expect(blocksOf({ weeklyMetres: 24_000, longestMetres: 10_000 })).toEqual([]);
  });
});

describe("half-marathon pace in long runs", () => {
  const half = { distance: "half_marathon", raceDate: onDate("2027-02-28"), weeklyMetres: 30_000 } as const;

  it("comes at least twice, the last time ten days or more before the race", () => {
    for (const taperWeeks of [1, 2]) {
      const runs = racePaceRuns("half_marathon_pace", half, { taperWeeks });
      expect(runs.length).toBeGreaterThanOrEqual(halfMarathon.longRunsMin);
      expect(runs.at(-1)?.daysToRace).toBeGreaterThanOrEqual(halfMarathon.lastDays.min);
    }
  });
});
