import type { ChangeRefusal } from "@strideiq/engine";
import { onDate } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { explainChangeProblem, explainChangeRefusal } from "./explain-change.ts";

const refusal = (told: Partial<ChangeRefusal>): ChangeRefusal => ({
  type: "ChangeRefusal",
  law: "L2",
  measured: 1,
  limit: 0,
  quantity: "count",
  why: null,
  nearest: null,
  ...told,
});

const reasonOf = (told: Partial<ChangeRefusal>): string => explainChangeRefusal(refusal(told), "km").reason;

describe("why a change cannot be made", () => {
  it("says what may not happen at all as a sentence, and which law says so", () => {
    const why = "the second longest run stands on the day before the long run";
    expect(reasonOf({ why })).toBe(
      "The second longest run stands on the day before the long run. A second long run in the week is one too many (law L2).",
    );
    expect(reasonOf({})).toBe("A second long run in the week is one too many (law L2).");
  });

  it("sets what it comes to beside what is right, in the runner's units", () => {
    const told = { law: "L1", measured: 19_000, limit: 24_000, quantity: "distance" } as const;
    expect(reasonOf(told)).toMatch(
      /^The longest long run before the race comes to 19 km, and at least 24 km is right\. /u,
    );
    expect(reasonOf({ ...told, why: "shorter than asked for" })).toMatch(
      /is right: shorter than asked for\. /u,
    );
    expect(explainChangeRefusal(refusal(told), "mi").reason).toContain("at least 14.9 mi is right");
  });

  it("lets many things come, and one come alone", () => {
    const days = { law: "H1", measured: 2, limit: 1, quantity: "days" } as const;
    expect(reasonOf(days)).toMatch(/^The hard days in a row come to 2.days/u);
  });

  it("says of a report whose session is not there what it is about", () => {
    expect(
      explainChangeProblem({
        type: "ChangeProblem",
        field: "done",
        problem: "not_in_the_plan",
        value: "s080",
      }),
    ).toBe("What was told is about s080, which the plan does not hold.");
  });

  it("begins a sentence with the one the", () => {
    const leap = { law: "L3", measured: 10_000, limit: 9_955, quantity: "distance" } as const;
    expect(reasonOf(leap)).toMatch(/^The run that leaps most .* comes to 10\.000 km/u);
  });

  it("tells two numbers that rounding would make one more exactly, and the ground of the side that is broken", () => {
    const carried = { law: "E4", limit: 45_000, quantity: "distance" } as const;
    expect(reasonOf({ ...carried, measured: 45_010 })).toBe(
      "The weekly distance comes to 45.010 km, and at most 45.000 km is right. That many run days cannot carry more (law E4).",
    );
    expect(reasonOf({ ...carried, measured: 43_000 })).toContain(
      "Plans for this race have a biggest week of at least this distance (law E4).",
    );
  });

  it("counts the weeks that are left where nothing can be built", () => {
    const told = { law: "horizon", measured: 1, limit: 4, quantity: "weeks" } as const;
    expect(reasonOf(told)).toMatch(/1.whole.week.is left/u);
    expect(reasonOf(told)).toContain("4");
  });

  it("says how long a plan is at most where the race lies further away", () => {
    const told = { law: "horizon", measured: 71, limit: 24, quantity: "weeks", why: "too far" } as const;
    expect(reasonOf(told)).toMatch(/71.weeks to this race/u);
    expect(reasonOf(told)).toContain("at most 24");
    expect(reasonOf(told)).toContain("base");
  });

  it("says so where no change near it can be made either", () => {
    expect(explainChangeRefusal(refusal({}), "km").instead).toBe(
      "Nothing close to it can be done either: the plan stays as it is.",
    );
  });

  it("offers no change that changes nothing", () => {
    const nearest = { wish: { kind: "adapt" }, diff: { sessions: [] } } as unknown as NonNullable<
      ChangeRefusal["nearest"]
    >;
    expect(explainChangeRefusal(refusal({ nearest }), "km").instead).not.toContain("adapt");
  });

  it("names the weeks that it happens in", () => {
    expect(reasonOf({ weeks: [7] })).toMatch(/^Week 7: A second long run/u);
    expect(reasonOf({ weeks: [7, 8] })).toMatch(/^Weeks 7 and 8: /u);
    expect(reasonOf({ weeks: [7, 8, 9, 10] })).toMatch(/^From week 7 on: /u);
  });

  it("names the session that could be moved instead by its title, and never by its id", () => {
    const entry = { sessionId: "s012", fate: "moved", title: "Tempo run" } as const;
    const nearest = {
      wish: { kind: "move", session: "s012", to: onDate("2027-04-18") },
      diff: { sessions: [entry] },
    } as unknown as NonNullable<ChangeRefusal["nearest"]>;
    const { instead } = explainChangeRefusal(refusal({ nearest }), "km");
    expect(instead).toMatch(/move "Tempo run" to Sun 18 Apr \(1.session changes\)\.$/u);
    expect(instead).not.toContain("s012");
  });

  it("writes a day as people do", () => {
    const past = { type: "ChangeProblem", field: "date", problem: "past", value: "2026-11-20" } as const;
    expect(explainChangeProblem(past)).toBe(
      "The day Friday 20 November 2026 is past; only what lies ahead can change.",
    );
  });
});
