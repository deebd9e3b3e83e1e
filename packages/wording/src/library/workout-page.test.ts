import { realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { rungText } from "./rung-text.ts";
import { workoutIndexPage, workoutPage } from "./workout-page.ts";

const RULES = realRulebook();

function pageOf(id: string): string {
  const workout = RULES.workouts.find((other) => other.id === id);
  if (workout === undefined) throw new Error(`The library has no ${id}.`);
  return workoutPage(workout, RULES);
}

describe("the page of a workout", () => {
  it("names purpose, source, dose and the sessions that may stand in its place", () => {
    const page = pageOf("cruise-intervals");
    expect(page).toContain("# Cruise intervals · cruise-intervals\n\nRaises the pace you can hold");
    expect(page).toContain("- 2 to 6 x 4 min threshold (1 min jog)");
    expect(page).toContain("| progresses by | longer pieces |");
    expect(page).toContain("| Low volume | 10 min to 25 min | 12 % |");
    expect(page).toContain("- [Tempo run](tempo-run.md): one unbroken piece, on any ground");
    expect(page).toContain("**Source:** Daniels");
  });

  it("tells what to eat on the way only where a session may last long", () => {
    expect(pageOf("long-easy")).toContain("longer than 90 min: 60 to 75 g of carbohydrate an hour. Source:");
    expect(pageOf("long-marathon-pace-block")).toContain("75 to 90 g of carbohydrate an hour, as you will");
    expect(pageOf("repeats-400")).not.toContain("carbohydrate");
  });

  it("tells when not to run it, hard sessions with the stops of hard sessions", () => {
    expect(pageOf("uphill-repeats")).toContain("An Achilles tendon or a calf hurts");
    expect(pageOf("uphill-repeats")).toContain("Your last hard day is less than two days ago.");
    expect(pageOf("easy-run")).toContain("You have a fever");
    expect(pageOf("easy-run")).not.toContain("hard day");
  });

  it("has no work to cut where a session is a run of its own", () => {
    expect(pageOf("recovery-run")).not.toContain("How it is cut");
  });
});

describe("the list of workouts", () => {
  it("links every definition once", () => {
    const page = workoutIndexPage(RULES);
    const linked = [...page.matchAll(/\]\(([a-z0-9-]+)\.md\)/g)].map(([, id]) => id);
    expect(linked.toSorted()).toEqual(RULES.workouts.map(({ id }) => id).toSorted());
  });
});

describe("a rung in words", () => {
  it("says how often, how long and how to rest", () => {
    const set = [
      { zone: "interval", metres: 1000 },
      { zone: "easy", seconds: 165, recovery: true },
    ] as const;
    expect(rungText({ times: { min: 3, max: 7 }, set })).toBe(
      "3 to 7 x 1 km at interval pace (2:45 min jog)",
    );
    expect(rungText({ times: { min: 10, max: 10 }, set })).toBe("10 x 1 km at interval pace (2:45 min jog)");
  });

  it("calls an unbroken piece the whole dose", () => {
    const times = { min: 1, max: 1 };
    expect(rungText({ times, set: [{ zone: "threshold", dose: true }] })).toBe("the whole dose threshold");
    expect(rungText({ times, set: [{ zone: "easy", dose: true, effort: "over hills" }] })).toBe(
      "the whole dose over hills",
    );
  });

  it("writes a set that is run once without a number before it", () => {
    const set = [
      { zone: "easy", seconds: 600 },
      { zone: "steady", seconds: 600 },
    ] as const;
    expect(rungText({ times: { min: 1, max: 1 }, set })).toBe("10 min easy, 10 min steady");
  });
});
