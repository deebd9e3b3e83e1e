import type { PlanUnderLaw, Session, Step } from "@strideiq/engine";
import { aMarathonPlan, aPlan } from "../a-plan.ts";
import { withSession, withSessions, withWeek } from "../mutate.ts";
import { broken, type BrokenPlan } from "./broken-plan.ts";

const TUNE_UP = withWeek(aPlan({ 6: "- T9 E9 - D6 U9 L13" }), 6, (week) => ({ ...week, kind: "tune_up" }));

const LOW_VOLUME: PlanUnderLaw = { ...aPlan({ 3: "E4 S7 E6 E4 E6 E5 L14" }), tier: "low" };

const fastThroughout = (steps: readonly Step[]): readonly Step[] =>
  steps.map((step) =>
    "repeat" in step
      ? { ...step, steps: fastThroughout(step.steps) }
      : step.zone === "threshold" || step.zone === "easy"
        ? { ...step, zone: "interval" }
        : step,
  );

const withSteps = <Option extends Pick<Session, "steps">>(option: Option): Option => ({
  ...option,
  steps: [...fastThroughout(option.steps.slice(0, -1)), ...option.steps.slice(-1)],
});

const faster = (session: Session): Session =>
  session.kind === "threshold" || session.kind === "interval"
    ? { ...withSteps(session), ...(session.optionB ? { optionB: withSteps(session.optionB) } : {}) }
    : session;

const disguised = (session: Session): Session => ({ ...session, kind: "easy", quality: false });

export const INTENSITY_PLANS = {
  H1: [
    broken("with threshold on Tuesday and intervals on Wednesday", aPlan({ 6: "- T9 I9 - E9 E8 L16" }), "H1"),
    broken(
      "with intervals on Wednesday that are called easy",
      withSession(aPlan({ 6: "- T9 I9 - E9 E8 L16" }), 6, 3, disguised),
      "H1",
    ),
  ],
  H2: [broken("with three quality days", aPlan({ 6: "- T9 E9 I9 - T8/3x1.4 L16" }), "H2")],
  H3: [
    broken(
      "with threshold two days after 12 km at marathon pace",
      aMarathonPlan({ 10: "- T13/3x1.8 E12 - E16 E13 L30/16" }),
      "H3",
    ),
    broken("with a steady run before a tune-up race", TUNE_UP, "H3"),
  ],
  H4: [broken("of low volume with seven run days", LOW_VOLUME, "H4", "S4")],
  I1: [
    broken(
      "with more than a third of a week at pace",
      aPlan({ 9: "- T12/8 E9 - E9 E9 L17/12", 10: "- E10 I11 - T11 E10 L18" }),
      "I1",
      "I6",
      "I7",
    ),
  ],
  I2: [
    broken(
      "whose quality sessions are intervals from the first step on",
      withSessions(aPlan(), faster),
      "I2",
      "I8",
    ),
  ],
  I3: [
    broken("with 42 minutes at threshold", aPlan({ 7: "- T13/9 E8 - I10 E7 L17" }), "I3", "I6"),
    broken("with 10.4 km of intervals", aPlan({ 10: "- I17.6/10.4 E7 - E8 E7.4 L20" }), "I3", "I4"),
  ],
  I5: [
    broken("with marathon pace in a long run of base", aPlan({ 2: "- S8 E7 - E9 E6 L13/4.8" }), "I5", "I7"),
  ],
} satisfies Record<string, readonly BrokenPlan[]>;

export const TAPER_PLANS = {
  T1: [
    broken(
      "for a marathon that tapers for one week",
      aMarathonPlan({ 11: "- S15 E16 - E17 E12 L22", 12: "- T14/4x1.2 E14 - E14 E14 L20" }),
      "T1",
    ),
  ],
  T2: [
    broken("whose taper rises again", aMarathonPlan({ 11: "- S10 E9 - E9 E5 L15" }), "T2"),
    broken("that runs more than half the peak in race week", aPlan({ 12: "- P8 E8 - S8 E7 X10" }), "T2"),
  ],
  T3: [
    broken("with three run days a week before race week", aPlan({ 11: "- I12 - - S12 - L17" }), "S4", "T3"),
  ],
  T4: [broken("that only jogs in race week", aPlan({ 12: "- E6 E6 - E6 E4 X10" }), "T4")],
  T6: [
    broken("with 8.5 km in race week", aPlan({ 12: "- P6 E8.5 - S6 E4 X10" }), "T6"),
    broken(
      "with 9 km four days before a race of low volume",
      { ...aPlan({ 12: "- P6 E9 - S6 E4 X10" }), tier: "low" },
      "T6",
    ),
  ],
} satisfies Record<string, readonly BrokenPlan[]>;
