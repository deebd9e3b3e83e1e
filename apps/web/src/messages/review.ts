import type { FoundSession, Question } from "../plan/review/review.ts";

/** A plan beside what was run. */
export const reviewMessages = {
  questions: "Which run was it?",
  questionsLead: "Only you know. Until you say, these sessions count neither as done nor as missed.",
  session: (title: string, day: string) => `${title}, ${day}`,
  why: {
    alike: "Several runs fit as well as each other.",
    unlike: "This run is of another size than the session.",
    other_day: "This run fits, but lies on another day.",
  } satisfies Readonly<Record<Question["why"], string>>,
  and: " + ",

  kept: "Planned and run",
  keptLead:
    "Sessions run, of those whose day is over. Nailed is what was as long and as hard as planned: an easy run that was raced is not.",
  span: "Span",
  plan: "Whole plan",
  week: (week: number) => `Week ${String(week)}`,
  sessions: "Sessions",
  nailed: "Nailed",
  planned: "Planned",
  run: "Run in all",
  of: (done: number, due: number) => `${String(done)} of ${String(due)}`,

  extra: "Run beside the plan",
  extraLead: "It counts as load, and neither for nor against what was planned.",
  load: (load: number) => `load ${String(load)}`,

  scores: {
    nailed: "Nailed: as long and as hard as planned",
    close: "Close to what was planned",
    missed: "Another run than was planned",
  } satisfies Readonly<Record<NonNullable<FoundSession["score"]>, string>>,
  seeRun: (count: number) => (count === 1 ? "Look at the run" : "Look at one of the runs"),
} as const;
