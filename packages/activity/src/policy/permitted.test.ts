import { addDays } from "@strideiq/engine";
import { onDate, realActivityRules } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { Activity } from "../activity/activity.ts";
import { activityFromTold, type ToldRun } from "../activity/told-run.ts";
import { doneOf } from "../completion/done.ts";
import { countedOnce } from "../duplicates/counted-once.ts";
import { NO_DECISIONS } from "../duplicates/group-runs.ts";
import { historyOf } from "../history/training-history.ts";
import { type Source, SOURCES } from "../recording/recording.ts";
import { isPermitted, permitted, PURPOSES } from "./permitted.ts";

const POLICIES = realActivityRules().sources;
const allowed = (thing: Parameters<typeof isPermitted>[0]) =>
  PURPOSES.filter((purpose) => isPermitted(thing, purpose, POLICIES));

const DAY = onDate("2026-11-18");

function sureRun(told: ToldRun, id: string): Activity {
  const activity = activityFromTold(id, told, realActivityRules());
  if (activity === null) throw new Error("too fast");
  return activity;
}

describe("what may be done with a recording", () => {
  it("is everything with the athlete's own file, archive and words", () => {
    for (const source of ["file", "manual", "strava_archive"] as const)
      expect(allowed({ source, keptDays: 4000 })).toEqual(PURPOSES);
  });

  it("from the Strava API is to show it to its athlete for a week: no model, no coach, no joining", () => {
    expect(allowed({ source: "strava_api", keptDays: 7 })).toEqual(["show_athlete", "keep"]);
    expect(allowed({ source: "strava_api", keptDays: 8 })).toEqual([]);
  });

  it("holds for every number that was made from it", () => {
    expect(isPermitted({ sources: ["file", "strava_archive"] }, "model", POLICIES)).toBe(true);
    expect(isPermitted({ sources: ["file", "strava_api"] }, "model", POLICIES)).toBe(false);
  });

  it.each(SOURCES)(
    "of %s is what its line in the table says, wherever recordings come together",
    (source) => {
      const told = { sport: "run", metres: 10_000, seconds: 3600, effort: null, name: null } as const;
      const runOf = (id: string, from: Source): Activity => ({
        ...sureRun({ ...told, day: DAY }, id),
        source: from,
      });
      const [own, other] = [runOf("a", "file"), runOf("b", source)];
      const isJoined = POLICIES[source].combined;
      const once = countedOnce([own, other], NO_DECISIONS, realActivityRules());
      expect(once).toHaveLength(isJoined ? 1 : 2);
      const today = addDays(DAY, 3);
      expect(historyOf([other], today, realActivityRules()).sources).toEqual(isJoined ? [source] : []);
      const matching = { matches: [], questions: [], extra: ["b"] };
      const { extra } = doneOf([], matching, new Map([["b", other]]), realActivityRules());
      expect(extra).toHaveLength(isJoined ? 1 : 0);
    },
  );

  it("leaves the others of a list alone", () => {
    const list = [{ source: "file" as const }, { source: "strava_api" as const }];
    expect(permitted(list, "model", POLICIES)).toEqual([{ source: "file" }]);
  });
});
