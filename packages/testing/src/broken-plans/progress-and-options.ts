import type { PlanUnderLaw, Session } from "@strideiq/engine";
import { aMarathonPlan, aPlan } from "../a-plan.ts";
import { withRequest, withSession, withSessions } from "../mutate.ts";
import { sessionFrom, withoutOptionB } from "../sessions.ts";
import { broken, type BrokenPlan } from "./broken-plan.ts";

const unknownRunner = (plan: PlanUnderLaw): PlanUnderLaw =>
  withRequest(plan, { weeklyMetres: null, longestMetres: null });

/** The session with an option B that is written as a cell. */
const offering =
  (cell: string) =>
  (session: Session): Session => {
    const { kind, metres, seconds, steps } = sessionFrom(cell);
    return { ...session, optionB: { kind, title: "Hilly alternative", metres, seconds, steps } };
  };

const likeOptionA = (session: Session): Session => {
  const { kind, title, metres, seconds, steps } = session;
  return { ...session, optionB: { kind, title, metres, seconds, steps } };
};

const RISING_TOO_FAST: PlanUnderLaw = aPlan({
  1: "- S4 E4 - E4 E3 L8.5",
  2: "- S5 E5 - E5.5 E4 L10.5",
  3: "- S6 E6 - E7 E5 L13",
  4: "- S5.5 E5 - E5 E4.5 L9",
  5: "- T9/5x0.8 E7 - E6.5 E5.5 L12",
});

export const COURSE_PLANS = {
  V3: [
    broken(
      "that begins with twice of what the runner is used to",
      withRequest(aPlan(), { weeklyMetres: 20_000 }),
      "V1",
      "V3",
      "V4",
    ),
  ],
  V7: [
    broken("whose peak is more than twice and a half its first week", unknownRunner(RISING_TOO_FAST), "V7"),
  ],
  V8: [
    broken(
      "whose biggest week lies five weeks before the race",
      aPlan({
        7: "- T11/3x1.6 E11 - I11/4x1 E10 L18",
        9: "- I10.5/7x0.6 E10.5 - T10.5/2x2.5 E10.5 G17.5",
      }),
    ),
  ],
  H5: [
    broken(
      "for a marathon with a tune-up race twelve days before",
      aMarathonPlan({ 11: "- S12 E12 - T12/4 E6 L22", 12: "- U10 E9 - S10 E6 L15" }),
      "H5",
    ),
  ],
  H6: [
    broken("with threshold beside marathon pace", aMarathonPlan({ 10: "- E12 T13/3x1.8 - E16 E13 L30/16" })),
  ],
} satisfies Record<string, readonly BrokenPlan[]>;

export const STAIRCASE_PLANS = {
  L8: [
    broken(
      "whose first long run stands close to the peak",
      unknownRunner(aPlan({ 1: "- S7 E7 - E8 E6 L14" })),
      "L8",
    ),
    broken(
      "whose long runs stay on one step",
      aPlan({ 6: "- T9 E9 - I9 E8 L15.5", 7: "- T10/3x1.6 E9 - I10/4x1 E9 L15.5" }),
      "L8",
    ),
  ],
  L9: [
    broken("for a marathon with two kinds of long run", aMarathonPlan({ 6: "- T12/4x1.2 E12 - E13 E8 L26" })),
  ],
} satisfies Record<string, readonly BrokenPlan[]>;

export const PROGRESS_PLANS = {
  I4: [
    broken(
      "with a fifth of a week in one threshold session",
      aPlan({ 5: "- T12/5x1.7 E8.5 - E7 E5.5 L14" }),
      "I4",
      "I6",
    ),
  ],
  I6: [
    broken("whose threshold block falls back", aPlan({ 10: "- I11/4x1.2 E10 - T11/3x1.4 E10 L18" }), "I6"),
    broken("that repeats a threshold session", aPlan({ 7: "- T10 E9 - I10/4x1 E9 L17" }), "I6"),
    broken(
      "that breaks the tempo up again",
      aPlan({ 9: "- I10/7x0.6 E9 - T10/1x5 E10 G17", 10: "- I11/4x1.2 E10 - T11/2x2.6 E10 L18" }),
      "I6",
    ),
    broken(
      "that falls back where options are mixed",
      withSession(aPlan(), 9, 5, offering("T10/1x4")),
      "I6",
      "O1",
    ),
  ],
  I7: [
    broken("for a marathon without a rehearsal", aMarathonPlan({ 10: "- E12 E13 - E16 E13 L30" }), "I7"),
    broken(
      "for a marathon whose blocks shrink",
      aMarathonPlan({ 7: "- S12 E12 - E14 E10 L28/14", 9: "- S12 E12 - E15 E11 L28/11" }),
      "I7",
    ),
    broken("for a 10K with a marathon-pace block", aPlan({ 9: "- I10/7x0.6 E9 - E10 E10 L17/5" }), "I7"),
    broken(
      "for a marathon with marathon pace in its third week",
      aMarathonPlan({ 3: "- S11 E11 - E12 E8 L22/5" }),
      "I5",
      "I7",
    ),
  ],
  I8: [
    broken(
      "for a 10K with three threshold sessions",
      aPlan({ 7: "- S10 E9 - I10/4x1 E9 L17", 9: "- I10/7x0.6 E9 - S10 E8 G17" }),
      "I8",
    ),
  ],
  I9: [
    broken(
      "that repeats one interval session",
      aPlan({ 7: "- T10/3x1.6 E9 - I10 E9 L17", 9: "- I10 E9 - T10/2x2.5 E10 G17" }),
    ),
  ],
  T5: [
    broken("with its first hill session a week before the race", withSession(aPlan(), 11, 2, asHills), "T5"),
  ],
} satisfies Record<string, readonly BrokenPlan[]>;

function asHills(session: Session): Session {
  return { ...session, kind: "hills" };
}

export const OPTION_PLANS = {
  O1: [
    broken("with a threshold session that has no option B", withSession(aPlan(), 6, 2, withoutOptionB), "O1"),
    broken("with intervals for threshold", withSession(aPlan(), 6, 2, offering("I9")), "I6", "O1"),
    broken("with twice the minutes in option B", withSession(aPlan(), 6, 5, offering("I9/7x0.8")), "O1"),
  ],
  O2: [broken("whose options are the same session", withSessions(aPlan(), likeOptionA), "O2")],
} satisfies Record<string, readonly BrokenPlan[]>;
