import { aPlan, aRulebook, onDate, withChange, withSession, withWeek } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { factsOf } from "../plan/facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import type { Judgement } from "./judgement.ts";
import { inHindsight, strictly } from "./leniency.ts";
import { LAWS } from "./registry.ts";

const rules = aRulebook();
const adapt = { kind: "adapt" } as const;
const longer = (session: string) =>
  ({ sessions: [{ session, status: "done", metres: 12_000, seconds: 4400 }] }) as const;
const blocked = (day: string) => ({ kind: "block_days", days: [onDate(day)] }) as const;

const breach = (measured: number, limit: number, ...weeks: readonly number[]): Judgement => ({
  verdict: "breach",
  measured,
  limit,
  ...(weeks.length === 0 ? {} : { weeks }),
});

function hindsight(id: LawId, plan: PlanUnderLaw, found?: Judgement): Judgement {
  const law = LAWS.find((one) => one.id === id);
  if (law === undefined) throw new Error(`There is no law ${id}.`);
  const facts = factsOf(plan, rules);
  return inHindsight(law, found ?? law.judge(facts), facts);
}

const PAST = { verdict: "flag", why: "in days that are past" };
const LOST = { verdict: "flag", why: "lost training is not made up for" };

/** Something in the fifth week was run otherwise, and no day was lost. */
const runOtherwise = withChange(aPlan(), "2026-12-28", adapt, longer("w5d3"));
/** The Wednesday of the sixth week closed, and its run given up. */
const dayLost = withChange(aPlan({ 6: "- T9 - - E9 E8 G16" }), "2026-12-28", blocked("2026-12-30"));
/** A rest day of the sixth week closed: nothing was lost. */
const restClosed = withChange(aPlan(), "2026-12-28", blocked("2026-12-28"));
const asPlanned = withChange(aPlan(), "2026-12-28", adapt);

describe("where a run came out a little other than planned", () => {
  const nearly = (metres: number): PlanUnderLaw =>
    withChange(aPlan(), "2026-12-28", adapt, {
      sessions: [{ session: "w5d3", status: "done", metres, seconds: 2760 }],
    });
  const NEARLY = { verdict: "flag", why: "what was run was not quite what was planned" };
  const planned =
    aPlan()
      .weeks.flatMap(({ days }) => days.flatMap(({ sessions }) => sessions))
      .find(({ id }) => id === "w5d3")?.metres ?? 0;

  it("what the plan is to hold is a flag: what was run cannot be undone", () => {
    expect(hindsight("L1", nearly(planned - 100), breach(14_000, 15_000))).toMatchObject(NEARLY);
    expect(hindsight("L8", nearly(planned + 100), breach(3, 2, 7))).toMatchObject(NEARLY);
    expect(hindsight("E4", nearly(planned - 100), breach(13_000, 15_000))).toMatchObject(NEARLY);
  });

  it("what keeps from harm still breaks the plan, and so does a taper too long", () => {
    for (const id of ["L3", "V1", "E2", "T1"] as const)
      expect(hindsight(id, nearly(planned - 100), breach(15_000, 14_000, 7)).verdict).toBe("breach");
  });

  it("by its option B it is another run, whatever its distance", () => {
    const offered = withSession(aPlan(), 5, 3, (session) => ({
      ...session,
      optionB: { ...session, title: "On trails" },
      chosen: "b",
    }));
    const told = { sessions: [{ session: "w5d3", status: "done", metres: planned, seconds: 2760 }] } as const;
    const asB = withChange(offered, "2026-12-28", adapt, told);
    expect(hindsight("I7", asB, breach(3, 1))).toMatchObject(NEARLY);
  });

  it("as planned to the metre it excuses nothing, nor does it where the law is read strictly", () => {
    expect(hindsight("L1", nearly(planned), breach(14_000, 15_000)).verdict).toBe("breach");
    const law = LAWS.find(({ id }) => id === "L1");
    const facts = strictly(factsOf(nearly(planned - 100), rules));
    expect(law && inHindsight(law, breach(14_000, 15_000), facts).verdict).toBe("breach");
  });
});

describe("where training was lost", () => {
  it("a taper too long, an entry too low and a peak too low are no breach", () => {
    expect(hindsight("T1", runOtherwise, breach(4, 3))).toMatchObject(LOST);
    expect(hindsight("E1", runOtherwise, breach(12_000, 14_000))).toMatchObject(LOST);
    expect(hindsight("E4", runOtherwise, breach(13_000, 15_000))).toMatchObject(LOST);
  });

  it("a flag keeps its numbers: they say how much is missing", () => {
    expect(hindsight("E4", runOtherwise, breach(13_000, 15_000))).toMatchObject({
      measured: 13_000,
      limit: 15_000,
    });
  });

  it("a taper too short still breaks the plan, unless a break has cut it", () => {
    expect(hindsight("T1", runOtherwise, breach(0, 1)).verdict).toBe("breach");
    expect(hindsight("T1", dayLost, breach(0, 1))).toMatchObject(LOST);
  });

  it("a week too big for the days that carry it still breaks the plan", () => {
    expect(hindsight("E4", runOtherwise, breach(140_000, 130_000)).verdict).toBe("breach");
    expect(hindsight("E1", runOtherwise, breach(3, 2)).verdict).toBe("breach");
  });

  it("no other law is excused for a number that is too low or too high", () => {
    expect(hindsight("S4", runOtherwise, breach(3, 5)).verdict).toBe("breach");
    expect(hindsight("L3", runOtherwise, breach(10_000, 9000)).verdict).toBe("breach");
    expect(hindsight("S4", dayLost, breach(3, 5)).verdict).toBe("breach");
  });

  it.each<LawId>(["L1", "L4", "L8", "V5", "I6", "I7", "I8"])(
    "%s asks for nothing back that cannot be made up for",
    (id) => {
      expect(hindsight(id, runOtherwise, breach(1, 2, 9))).toMatchObject(LOST);
      expect(hindsight(id, asPlanned, breach(1, 2, 9)).verdict).toBe("breach");
      expect(hindsight(id, restClosed, breach(1, 2, 9)).verdict).toBe("breach");
    },
  );

  it("a week too light after a cutback is no breach, and one too heavy is", () => {
    expect(hindsight("V6", dayLost, breach(30_000, 40_000, 9))).toMatchObject(LOST);
    expect(hindsight("V6", dayLost, breach(50_000, 40_000, 9)).verdict).toBe("breach");
  });

  it("a peak too far above the first week stays a breach", () => {
    expect(hindsight("V7", dayLost, breach(2.6, 2.5, 9)).verdict).toBe("breach");
  });

  it.each<LawId>(["V5", "I6"])("%s still asks for all of the weeks before the loss", (id) => {
    expect(hindsight(id, dayLost, breach(2, 1, 6))).toMatchObject(LOST);
    const later = withChange(aPlan({ 9: "- T10 - - E10 E9 G17" }), "2026-12-28", blocked("2027-01-20"));
    expect(hindsight(id, later, breach(2, 1, 8)).verdict).toBe("breach");
    expect(hindsight(id, later, breach(2, 1, 9))).toMatchObject(LOST);
  });
});

describe("a closed day", () => {
  const closing = (rewrites: Readonly<Record<number, string>>, ...days: readonly string[]): Judgement => {
    const wish = { kind: "block_days", days: days.map(onDate) } as const;
    return hindsight("I8", withChange(aPlan(rewrites), "2026-12-28", wish), breach(1, 2));
  };

  it("that cost no run excuses nothing", () => {
    expect(closing({}, "2026-12-28").verdict).toBe("breach");
    expect(closing({ 6: "E9 T9 - - E9 E8 G16" }, "2026-12-30").verdict).toBe("breach");
  });

  it("that cost a run excuses what cannot be made up for", () => {
    expect(closing({ 6: "- T9 - - E9 E8 G16" }, "2026-12-30")).toMatchObject(LOST);
  });

  it("of three in a row costs a hard session, however the runs found other days", () => {
    const rows = { 6: "E9 T9 - E9 E8 G16 -", 7: "- - T10 E9 E9 E8 L17" };
    expect(closing(rows, "2027-01-03", "2027-01-05").verdict).toBe("breach");
    expect(closing(rows, "2027-01-03", "2027-01-04", "2027-01-05")).toMatchObject(LOST);
  });
});

describe("where everything was run as planned", () => {
  it("nothing is excused as lost", () => {
    expect(hindsight("T1", asPlanned, breach(4, 3)).verdict).toBe("breach");
    expect(hindsight("E4", asPlanned, breach(13_000, 15_000)).verdict).toBe("breach");
  });

  it("a plan that never changed is judged by the letter, in every week", () => {
    expect(hindsight("H1", aPlan(), breach(1, 2, 1)).verdict).toBe("breach");
    expect(hindsight("I8", aPlan(), breach(1, 2)).verdict).toBe("breach");
  });

  it("what passed stays passed", () => {
    const passed: Judgement = { verdict: "pass", measured: 1, limit: 2, weeks: [2] };
    expect(hindsight("I8", runOtherwise, passed)).toBe(passed);
  });
});

describe("the line between past and future", () => {
  it("a week gone by is past, and the week that the change falls into is not", () => {
    expect(hindsight("S6", runOtherwise, breach(1, 2, 5))).toMatchObject(PAST);
    expect(hindsight("S6", runOtherwise, breach(1, 2, 6)).verdict).toBe("breach");
  });

  it("a week gone by that was run as planned is not excused: it was clean when it was planned", () => {
    expect(hindsight("S6", asPlanned, breach(1, 2, 5)).verdict).toBe("breach");
    expect(hindsight("S6", withChange(aPlan(), "2027-02-14", adapt), breach(1, 2, 5)).verdict).toBe("breach");
  });

  it("what was run otherwise explains nothing of the weeks before it, or of weeks much later", () => {
    const late = withChange(aPlan(), "2027-02-08", adapt, longer("w5d3"));
    expect(hindsight("S6", late, breach(1, 2, 4)).verdict).toBe("breach");
    expect(hindsight("S6", late, breach(1, 2, 9))).toMatchObject(PAST);
    expect(hindsight("S6", late, breach(1, 2, 10)).verdict).toBe("breach");
  });

  it("a change on the last day of a week leaves that week open still", () => {
    const onSunday = withChange(aPlan(), "2027-01-03", adapt, longer("w5d3"));
    expect(hindsight("S6", onSunday, breach(1, 2, 6)).verdict).toBe("breach");
    expect(hindsight("S6", onSunday, breach(1, 2, 5))).toMatchObject(PAST);
  });

  it("one week to come is enough to break the plan, however many are past", () => {
    expect(hindsight("S6", asPlanned, breach(1, 2, 3, 9)).verdict).toBe("breach");
  });

  it("after the race every week is past", () => {
    const after = withChange(aPlan(), "2027-02-15", adapt, longer("w11d3"));
    expect(hindsight("S6", after, breach(1, 2, 12))).toMatchObject(PAST);
  });

  it("a finding that names no week concerns the whole plan", () => {
    expect(hindsight("S6", asPlanned, breach(1, 2)).verdict).toBe("breach");
  });
});

describe("the running week", () => {
  const began = withChange(aPlan(), "2026-12-30", adapt, longer("w6d2"));

  it.each<LawId>(["E3", "E4", "S4", "L2", "L5", "I1", "I4"])(
    "%s weighs whole weeks, and one that was begun otherwise than planned is settled by half",
    (id) => {
      expect(hindsight(id, began, breach(2, 1, 6))).toMatchObject(PAST);
    },
  );

  it("is judged when it was the week before that went otherwise", () => {
    const before = withChange(aPlan(), "2026-12-30", adapt, longer("w5d3"));
    expect(hindsight("E4", before, breach(2, 1, 6)).verdict).toBe("breach");
  });

  it("is judged when its days behind went as planned", () => {
    const planned = withChange(aPlan(), "2026-12-30", adapt);
    expect(hindsight("E4", planned, breach(2, 1, 6)).verdict).toBe("breach");
  });

  it("is judged by laws that look at single days, whatever was run before", () => {
    expect(hindsight("V3", began, breach(2, 1, 6)).verdict).toBe("breach");
    expect(hindsight("H1", began, breach(2, 1, 6)).verdict).toBe("breach");
  });
});

describe("what the days behind have settled alone", () => {
  const hardTwice = aPlan({ 6: "- T9 I9 - E9 E8 G16" });

  it("is past once both hard days are run, where what was run explains it", () => {
    expect(hindsight("H1", withChange(hardTwice, "2026-12-31", adapt, longer("w5d3")))).toMatchObject(PAST);
    expect(hindsight("H1", withChange(hardTwice, "2026-12-31", adapt)).verdict).toBe("breach");
  });

  it("is not settled while the second hard day can still be changed", () => {
    expect(hindsight("H1", withChange(hardTwice, "2026-12-30", adapt)).verdict).toBe("breach");
  });

  it("is not settled by a breach of an earlier week", () => {
    const twice = aPlan({ 3: "- T8 I8 - E9 E7 L14", 6: "- T9 I9 - E9 E8 G16" });
    expect(hindsight("H1", withChange(twice, "2026-12-30", adapt)).verdict).toBe("breach");
  });

  it("is no matter of days for a sum that was promised wrongly", () => {
    const promised = withWeek(aPlan(), 6, (week) => ({ ...week, targetMetres: 90_000 }));
    expect(hindsight("S6", withChange(promised, "2026-12-31", adapt))).toMatchObject({
      verdict: "breach",
      weeks: [6],
    });
  });
});

describe("the share of fast running", () => {
  const nothingFast = aPlan({ 12: "- P6 E6 - E6 E4 X10" });

  it("is past when only easy running and the race are left", () => {
    const late = withChange(nothingFast, "2027-02-10", adapt);
    expect(hindsight("I2", late, breach(0.2, 0.1))).toMatchObject(PAST);
  });

  it("counts while one fast session is still to come, on this very day too", () => {
    const early = withChange(nothingFast, "2027-02-09", adapt);
    expect(hindsight("I2", early, breach(0.2, 0.1)).verdict).toBe("breach");
  });

  it("counts while intervals are to come", () => {
    const intervals = withChange(aPlan({ 12: "- I6/4x0.4 E6 - E6 E4 X10" }), "2027-02-09", adapt);
    expect(hindsight("I2", intervals, breach(0.2, 0.1)).verdict).toBe("breach");
  });

  it("is the only law that asks what is fast and still to come", () => {
    const late = withChange(nothingFast, "2027-02-10", adapt);
    expect(hindsight("I3", late, breach(0.2, 0.1)).verdict).toBe("breach");
  });
});
