import { isRepeat, type PlanUnderLaw, type Session, type TrainingPaces } from "@strideiq/engine";
import { aMarathonPlan, aMidweekPlan, aPlan, onDate } from "../a-plan.ts";
import { withAdded, withDay, withoutResult, withRequest, withSession, withWeek } from "../mutate.ts";
import { withoutOptionB } from "../sessions.ts";
import { PACES } from "../paces.ts";
import { broken, type BrokenPlan } from "./broken-plan.ts";

const WITHOUT_BASE: PlanUnderLaw = {
  ...withRequest(aPlan(), { weeklyMetres: 12_000 }),
  weeks: aPlan().weeks.map((week) => (week.phase === "base" ? { ...week, phase: "build" } : week)),
};

const halfAKilometreShort = (race: Session): Session => ({
  ...race,
  metres: race.metres - 500,
  steps: race.steps.map((step) => (isRepeat(step) ? step : { ...step, metres: step.metres - 500 })),
});

const renamed =
  (change: Partial<Session>) =>
  (session: Session): Session => ({ ...session, ...change });

export const ENTRY_PLANS = {
  E1: [broken("from 12 km a week without a base block", WITHOUT_BASE, "E1", "V1", "V3", "V4")],
  E2: [
    broken(
      "with 18 km in its first week after 15 km in the last month",
      withRequest(aMarathonPlan(), { longestMetres: 15_000 }),
      "E2",
    ),
  ],
  E3: [broken("with four runs of 2.5 km in a week", aPlan({ 1: "- E2.5 E2.5 - E2.5 E2.5 L9" }), "E3", "V7")],
  E4: [
    broken("with 72.5 km around a long run of 18 km", aPlan({ 10: "- I14 E13.5 - T13.5 E13.5 L18" }), "E4"),
  ],
} satisfies Record<string, readonly BrokenPlan[]>;

const RACE_ELSEWHERE: readonly BrokenPlan[] = [
  broken("whose race is half a kilometre short", withSession(aPlan(), 12, 7, halfAKilometreShort), "S1"),
  broken(
    "without its race",
    withDay(aPlan(), 12, 7, (day) => ({ ...day, sessions: [] })),
    "S1",
  ),
  broken("with a second race", withAdded(aPlan(), 12, 7, "X10"), "S1"),
  broken("that goes on after the race", withAdded(aMidweekPlan(), 12, 5, "E5"), "S1"),
  broken("with a run after the race on the same day", withAdded(aPlan(), 12, 7, "E5"), "S1"),
  broken("for another race than asked for", withRequest(aPlan(), { distance: "half_marathon" }), "S1"),
  broken("for another day than asked for", withRequest(aPlan(), { raceDate: onDate("2027-02-13") }), "S1"),
];

export const STRUCTURE_PLANS = {
  S1: RACE_ELSEWHERE,
  S2: [
    broken("with 9 km on the day before the race", aPlan({ 12: "- P6 E6 - S6 E9 X10" }), "S2", "T6"),
    broken("with a steady run on the day before the race", aPlan({ 12: "- P6 E6 - S6 D4 X10" }), "S2"),
  ],
  S3: [broken("with repetitions two days before the race", aPlan({ 12: "- S6 E6 - P6 E4 X10" }), "S3")],
  S4: [
    broken("with a sixth run day", aPlan({ 3: "E5 S7 E6 - E8 E6 L14" }), "S4"),
    broken("with a build week of four days", aPlan({ 6: "- T11.5/4x1 E11.5 - I12 - L16" }), "S4"),
    broken("with five days for one who asked for six", withRequest(aPlan(), { daysPerWeek: 6 }), "S4"),
    broken("with five days for one who asked for four", withRequest(aPlan(), { daysPerWeek: 4 }), "S4"),
  ],
  S5: [
    broken("that runs on Wednesdays that are not free", withRequest(aPlan(), { unavailable: ["wed"] }), "S5"),
    broken("with long runs longer than Sundays", withRequest(aPlan(), { dayLimits: { sun: 5400 } }), "S5"),
    broken("with long runs on the wrong day", withRequest(aPlan(), { longRunDay: "sat" }), "S5"),
  ],
  S6: [
    broken(
      "whose week is 4 % off its target",
      withWeek(aPlan(), 5, (week) => ({ ...week, targetMetres: week.targetMetres * 1.04 })),
      "S6",
    ),
    broken(
      "whose steps are shorter than their session",
      withSession(aPlan(), 5, 3, (session) => ({ ...session, metres: session.metres * 1.03 })),
      "S6",
    ),
    broken(
      "whose steps take longer than their session",
      withSession(aPlan(), 5, 3, (session) => ({ ...session, seconds: session.seconds * 0.9 })),
      "S6",
    ),
    broken(
      "whose title tells another distance",
      withSession(aPlan(), 5, 7, renamed({ title: "Long run, 18 km" })),
      "S6",
    ),
    broken(
      "that chose an option B it does not have",
      withSession(aPlan(), 5, 2, (session) => renamed({ chosen: "b" })(withoutOptionB(session))),
      "S6",
      "O1",
    ),
  ],
  S7: [
    broken(
      "that goes back to an earlier phase",
      withWeek(aPlan(), 10, (week) => ({ ...week, phase: "build" })),
      "S7",
    ),
    broken("with intervals in base", aPlan({ 2: "- I9 E7 - E8 E6 L13" }), "S7"),
  ],
  S9: [
    broken(
      "with a day that stands there twice",
      withDay(aPlan(), 3, 3, (day) => ({ ...day, date: onDate("2026-12-08") })),
      "S9",
    ),
    broken("whose weeks begin on another day", withRequest(aPlan(), { weekStart: "sun" }), "S9"),
    broken(
      "with a week of six days",
      withWeek(aPlan(), 4, (week) => ({ ...week, days: week.days.slice(1) })),
      "S9",
    ),
    broken(
      "that counts a week twice",
      withWeek(aPlan(), 4, (week) => ({ ...week, week: 3 })),
      "S9",
    ),
    broken("with the same id for two sessions", withSession(aPlan(), 3, 3, renamed({ id: "w3d2" })), "S9"),
  ],
} satisfies Record<string, readonly BrokenPlan[]>;

const SWAPPED_PACES: TrainingPaces = { ...PACES, threshold: { fast: 301, slow: 305 } };

export const PACE_PLANS = {
  I10: [
    broken("whose threshold is slower than marathon pace", { ...aPlan(), paces: SWAPPED_PACES }, "I10"),
    broken("with paces but no race result", withRequest(aPlan(), { result: null }), "I10"),
    broken(
      "without a result whose distances pass for known",
      withSession(
        withoutResult(aPlan()),
        5,
        3,
        ({ id, kind, title, quality, metres, seconds, steps, chosen }) => ({
          id,
          kind,
          title,
          quality,
          metres,
          seconds,
          steps,
          chosen,
        }),
      ),
      "I10",
    ),
    broken(
      "without a result that tells a pace",
      withSession(withoutResult(aPlan()), 5, 2, renamed({ title: "Tempo at 4:40/km" })),
      "I10",
    ),
  ],
} satisfies Record<string, readonly BrokenPlan[]>;
