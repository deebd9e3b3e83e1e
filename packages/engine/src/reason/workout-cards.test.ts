import { aRequest, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import { workoutCardsOf } from "./workout-cards.ts";

const RULES = realRulebook();

function aGeneratedPlan() {
  const plan = generatePlan(aRequest(), RULES);
  if (!plan.ok) throw new Error("The standard request is refused.");
  return plan.value;
}

describe("the definitions that a plan takes along", () => {
  it("are those of its sessions and of their options, and no others", () => {
    const { weeks, workouts } = aGeneratedPlan();
    const sessions = weeks.flatMap(({ days }) => days.flatMap((day) => day.sessions));
    const used = sessions.flatMap(({ workout, optionB }) => [workout ?? [], optionB?.workout ?? []].flat());
    expect(Object.keys(workouts).toSorted()).toEqual([...new Set(used)].toSorted());
    expect(sessions.filter(({ workout }) => workout === undefined).map(({ kind }) => kind)).toEqual(["race"]);
  });

  it("say what to take on the way, and how long a run must be to need it", () => {
    const { gramsPerHour, fromSeconds } = RULES.fuelling;
    expect(aGeneratedPlan().workouts["long-easy"]?.fuelling).toEqual({
      need: "endurance",
      fromSeconds,
      gramsPerHour: gramsPerHour.endurance,
    });
    expect(aGeneratedPlan().workouts["easy-run"]?.fuelling).toBeNull();
  });

  it("leave out sessions that the library does not know", () => {
    const { weeks } = aGeneratedPlan();
    expect(workoutCardsOf(weeks, { ...RULES, workouts: [] })).toEqual({});
  });
});
