import { aSession, aSummary, realActivityRules, repeated, timeStep } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchSessions } from "./match-sessions.ts";
import { type Links, NO_LINKS } from "./matching.ts";
import { type PlannedSession, sessionMarker } from "./planned-session.ts";
import type { RunSummary } from "./run-summary.ts";

const RULES = realActivityRules().matching;
const MONDAY = "2026-05-04";
const TUESDAY = "2026-05-05";

const easy = (id: string, day: string, minutes: number): PlannedSession =>
  aSession(id, day, "easy", [timeStep("easy", minutes * 60)]);
const threshold = (id: string, day: string): PlannedSession =>
  aSession(id, day, "threshold", [
    timeStep("easy", 900),
    repeated(3, timeStep("threshold", 600), timeStep("recovery", 120)),
    timeStep("easy", 600),
  ]);

const match = (sessions: readonly PlannedSession[], runs: readonly RunSummary[], links: Links = NO_LINKS) => {
  const { extra, matches, questions } = matchSessions(sessions, runs, links, RULES);
  return {
    matches: matches.map(({ by, runIds, sessionId }) => `${sessionId}=${runIds.join("+")} ${by}`),
    questions: questions.map(
      ({ candidates, sessionId, why }) =>
        `${sessionId}? ${why} ${candidates.map((ids) => ids.join("+")).join(" or ")}`,
    ),
    extra,
  };
};

describe("a session", () => {
  it("is the one run of its day, also when that was half as long", () => {
    expect(match([easy("e", MONDAY, 60)], [aSummary("a", MONDAY, "07:00", 30)])).toEqual({
      matches: ["e=a likeness"],
      questions: [],
      extra: [],
    });
  });

  it("of two hours is not a jog of eight minutes, and no walk or ride either", () => {
    const long = aSession("l", MONDAY, "long", [timeStep("easy", 7200)]);
    for (const other of [
      aSummary("a", MONDAY, "07:00", 8),
      aSummary("a", MONDAY, "07:00", 120, { sport: "walk" }),
      aSummary("a", MONDAY, "07:00", 120, { sport: "ride" }),
    ])
      expect(match([long], [other])).toEqual({ matches: [], questions: [], extra: ["a"] });
  });

  it("of strength or cross-training is what was done of it", () => {
    const ride = aSession("x", MONDAY, "cross_training", [timeStep("easy", 3600)]);
    expect(match([ride], [aSummary("a", MONDAY, "07:00", 60, { sport: "ride" })]).matches).toEqual([
      "x=a likeness",
    ]);
  });

  it("is the run of its length when another was run too; the other is extra", () => {
    const runs = [aSummary("a", MONDAY, "07:00", 20), aSummary("b", MONDAY, "18:00", 58)];
    expect(match([easy("e", MONDAY, 60)], runs)).toEqual({
      matches: ["e=b likeness"],
      questions: [],
      extra: ["a"],
    });
  });

  it("is asked about when two runs are as like it", () => {
    const runs = [aSummary("a", MONDAY, "07:00", 60), aSummary("b", MONDAY, "18:00", 57)];
    expect(match([easy("e", MONDAY, 60)], runs).questions).toEqual(["e? alike a or b"]);
  });

  it("of threshold is the run with the fast part, not the even one of the same length", () => {
    const runs = [
      aSummary("a", MONDAY, "07:00", 60, { fastShare: 0 }),
      aSummary("b", MONDAY, "18:00", 61, { fastShare: 0.48 }),
    ];
    expect(match([threshold("t", MONDAY)], runs).matches).toEqual(["t=b likeness"]);
  });

  it("may be warm-up, race and cool-down in three files", () => {
    const session = easy("e", MONDAY, 60);
    const runs = [
      aSummary("a", MONDAY, "07:00", 15),
      aSummary("b", MONDAY, "07:20", 30),
      aSummary("c", MONDAY, "07:55", 15),
    ];
    expect(match([session], runs)).toEqual({ matches: ["e=a+b+c likeness"], questions: [], extra: [] });
    const apart = runs.map((run) => (run.id === "c" ? aSummary("c", MONDAY, "19:00", 15) : run));
    expect(match([session], apart).extra).toContain("c");
  });

  it("is found the day after only by asking", () => {
    expect(match([easy("e", MONDAY, 60)], [aSummary("a", TUESDAY, "07:00", 61)])).toEqual({
      matches: [],
      questions: ["e? other_day a"],
      extra: ["a"],
    });
  });

  it("is named by the marker in the file, whatever day and length", () => {
    const runs = [aSummary("a", TUESDAY, "07:00", 20, { marker: "e" }), aSummary("b", MONDAY, "07:00", 60)];
    expect(match([easy("e", MONDAY, 60)], runs)).toMatchObject({ matches: ["e=a marker"], extra: ["b"] });
    expect(sessionMarker("e")).toBe("[siq:e]");
  });

  it("is done once when its workout was run on two days", () => {
    const runs = [
      aSummary("a", MONDAY, "07:00", 60, { marker: "e" }),
      aSummary("b", TUESDAY, "07:00", 60, { marker: "e" }),
    ];
    expect(match([easy("e", MONDAY, 60)], runs)).toMatchObject({ matches: ["e=a marker"], extra: ["b"] });
  });
});

describe("two sessions of a day", () => {
  const sessions = [easy("e", MONDAY, 30), threshold("t", MONDAY)];

  it("are the two runs, each the one that it is like", () => {
    const runs = [
      aSummary("a", MONDAY, "06:00", 62, { fastShare: 0.45 }),
      aSummary("b", MONDAY, "18:00", 33),
    ];
    expect(match(sessions, runs)).toEqual({
      matches: ["e=b likeness", "t=a likeness"],
      questions: [],
      extra: [],
    });
  });

  it("that are alike are not asked about: the earlier run is the earlier session", () => {
    const double = [easy("d1", MONDAY, 40), easy("d2", MONDAY, 40)];
    const runs = [aSummary("z", MONDAY, "06:00", 41), aSummary("a", MONDAY, "18:00", 39)];
    expect(match(double, runs)).toMatchObject({ questions: [], extra: [] });
  });
});

describe("the athlete's links", () => {
  const runs = [aSummary("a", MONDAY, "07:00", 60), aSummary("b", MONDAY, "18:00", 25)];
  const linked = (sessionId: string, ...runIds: string[]): Links => ({
    ...NO_LINKS,
    linked: [{ sessionId, runIds }],
  });

  it("stick, against likeness and marker", () => {
    const marked = runs.map((run) => ({ ...run, marker: run.id === "a" ? "e" : null }));
    expect(match([easy("e", MONDAY, 60)], marked, linked("e", "b"))).toEqual({
      matches: ["e=b hand"],
      questions: [],
      extra: ["a"],
    });
  });

  it("are as if never made when their run is deleted, and wait when their session is", () => {
    expect(match([easy("e", MONDAY, 60)], runs, linked("e", "gone")).matches).toEqual(["e=a likeness"]);
    expect(match([], runs, linked("e", "b")).extra).toEqual(["a", "b"]);
  });

  it("that were taken apart are never proposed again", () => {
    const apart: Links = { linked: [], unlinked: [{ sessionId: "e", runId: "a" }] };
    const found = match([easy("e", MONDAY, 60)], [aSummary("a", MONDAY, "07:00", 60)], apart);
    expect(found).toEqual({ matches: [], questions: [], extra: ["a"] });
  });
});

describe("matching", () => {
  const day = fc.integer({ min: 0, max: 9 }).map((index) => `2026-05-${String(10 + index)}`);
  const anySessions = fc
    .array(fc.record({ day, minutes: fc.integer({ min: 20, max: 120 }), isHard: fc.boolean() }), {
      maxLength: 14,
    })
    .map((some) =>
      some.map(({ day, isHard, minutes }, index) =>
        isHard ? threshold(`s${index}`, day) : easy(`s${index}`, day, minutes),
      ),
    );
  const anyRuns = fc
    .array(
      fc.record({
        day,
        hour: fc.integer({ min: 5, max: 21 }),
        minutes: fc.integer({ min: 5, max: 130 }),
        fastShare: fc.double({ min: 0, max: 1, noNaN: true }),
        marker: fc.option(fc.integer({ min: 0, max: 13 }).map((index) => `s${index}`)),
        sport: fc.constantFrom("run" as const, "run" as const, "walk" as const),
      }),
      { maxLength: 20 },
    )
    .map((some) =>
      some.map(({ day, hour, minutes, ...change }, index) =>
        aSummary(`r${index}`, day, `${String(hour).padStart(2, "0")}:00`, minutes, change),
      ),
    );
  const anyLinks = fc
    .record({
      linked: fc.array(
        fc.record({
          sessionId: fc.integer({ min: 0, max: 13 }).map((index) => `s${index}`),
          runIds: fc.array(
            fc.integer({ min: 0, max: 19 }).map((index) => `r${index}`),
            { minLength: 1, maxLength: 3 },
          ),
        }),
        { maxLength: 3 },
      ),
    })
    .map((links): Links => ({ ...links, unlinked: [] }));

  it("never puts an activity on two sessions, nor two matches on a session, and loses none", () => {
    fc.assert(
      fc.property(anySessions, anyRuns, anyLinks, (sessions, runs, links) => {
        const { extra, matches } = matchSessions(sessions, runs, links, RULES);
        const used = matches.flatMap(({ runIds }) => runIds);
        expect([...used, ...extra].toSorted()).toEqual(runs.map(({ id }) => id).toSorted());
        expect(new Set(matches.map(({ sessionId }) => sessionId)).size).toBe(matches.length);
      }),
      { numRuns: 300 },
    );
  });

  it("is the same for every order of sessions, of runs and of imports", () => {
    fc.assert(
      fc.property(anySessions, anyRuns, anyLinks, (sessions, runs, links) => {
        const found = matchSessions(sessions, runs, links, RULES);
        const turned = { ...links, linked: links.linked.toReversed() };
        const distinct = new Set(links.linked.map(({ sessionId }) => sessionId)).size === links.linked.length;
        expect(
          matchSessions(sessions.toReversed(), runs.toReversed(), distinct ? turned : links, RULES),
        ).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  it("forgets a run that is deleted, whatever it was matched with", () => {
    fc.assert(
      fc.property(anySessions, anyRuns, (sessions, runs) => {
        const [gone, ...rest] = runs;
        if (gone === undefined) return;
        const before = matchSessions(sessions, rest, NO_LINKS, RULES);
        const imported = matchSessions(sessions, [...rest, gone], NO_LINKS, RULES);
        expect(imported.matches.length).toBeGreaterThanOrEqual(0);
        expect(
          matchSessions(
            sessions,
            [...rest, gone].filter(({ id }) => id !== gone.id),
            NO_LINKS,
            RULES,
          ),
        ).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});
