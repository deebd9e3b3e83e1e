import { aSession, aSummary, realActivityRules, repeated, timeStep } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { matchSessions } from "./match-sessions.ts";
import { type Links, NO_LINKS } from "./matching.ts";
import type { PlannedSession } from "./planned-session.ts";
import type { RunSummary } from "./run-summary.ts";

const RULES = realActivityRules().matching;
const [TUESDAY, WEDNESDAY, THURSDAY] = ["2026-05-05", "2026-05-06", "2026-05-07"] as const;

const easy = (id: string, day: string, minutes: number): PlannedSession =>
  aSession(id, day, "easy", [timeStep("easy", minutes * 60)]);
const long = easy("tue", TUESDAY, 85);
const short = easy("wed", WEDNESDAY, 47);

const match = (sessions: readonly PlannedSession[], runs: readonly RunSummary[], links: Links = NO_LINKS) => {
  const { matches, questions } = matchSessions(sessions, runs, links, RULES);
  return {
    matches: matches.map(({ runIds, sessionId }) => `${sessionId}=${runIds.join("+")}`),
    questions: questions.map(({ candidates, sessionId, why }) => `${sessionId} ${why} ${candidates.join()}`),
  };
};

describe("a run a day late", () => {
  const late = aSummary("a", WEDNESDAY, "07:00", 85);

  it("is asked about when it is the run of the day before, and no run of its own", () => {
    expect(match([long, short], [late])).toEqual({
      matches: [],
      questions: ["tue other_day a", "wed unlike a"],
    });
  });

  it("is asked about as well when only its hard part tells it from the run of its day", () => {
    const work = aSession("tue", TUESDAY, "threshold", [
      timeStep("easy", 900),
      repeated(3, timeStep("threshold", 600), timeStep("recovery", 120)),
      timeStep("easy", 600),
    ]);
    const hard = aSummary("a", WEDNESDAY, "07:00", 61, { fastShare: 0.48 });
    expect(match([work, easy("wed", WEDNESDAY, 60)], [hard]).questions).toHaveLength(2);
  });

  it("is the run of its own day when the day before had its own", () => {
    const before = aSummary("b", TUESDAY, "07:00", 80);
    expect(match([long, short], [late, before])).toEqual({ matches: ["tue=b", "wed=a"], questions: [] });
  });

  it("is the run of its own day when it is about as like it", () => {
    const run = aSummary("a", WEDNESDAY, "07:00", 55);
    expect(match([easy("tue", TUESDAY, 60), short], [run])).toEqual({ matches: ["wed=a"], questions: [] });
  });

  it("is what the athlete says: the other day's run, or none of its", () => {
    const linked = { ...NO_LINKS, linked: [{ sessionId: "tue", runIds: ["a"] }] };
    expect(match([long, short], [late], linked)).toEqual({ matches: ["tue=a"], questions: [] });
    const apart = { ...NO_LINKS, unlinked: [{ sessionId: "tue", runId: "a" }] };
    expect(match([long, short], [late], apart)).toEqual({ matches: ["wed=a"], questions: [] });
  });
});

describe("a run a day early", () => {
  it("is asked about too, and each session only once", () => {
    const early = aSummary("a", WEDNESDAY, "07:00", 85);
    const found = match([short, easy("thu", THURSDAY, 85)], [early]);
    expect(found.questions).toEqual(["thu other_day a", "wed unlike a"]);
    const both = match(
      [long, short, easy("thu", THURSDAY, 47)],
      [early, aSummary("b", THURSDAY, "07:00", 47)],
    );
    expect(both).toEqual({ matches: ["thu=b"], questions: ["tue other_day a", "wed unlike a"] });
  });
});
