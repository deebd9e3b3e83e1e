import { untilRace } from "./words.ts";

/** Today, and the list of plans. */
export const homeMessages = {
  today: {
    title: "Today",
    looking: "Looking at your calendar",
    rest: "Nothing to run today. Rest belongs to the plan.",
    restDay: "Rest",
    next: "The days after",
    open: "Open the plan",
    about: (value: string) => `about ${value}`,
    where: (phase: string, week: number) => `${phase}, week ${String(week)}`,
  },
  plans: {
    title: "Your plans",
    none: "No plan yet",
    noneLead: "Four questions make one. It takes less than a minute, and no account.",
    race: (date: string, days: number) => `Race on ${date}, ${untilRace(days)}`,
    states: {
      generating: "Being built",
      refused: "Could not become a safe plan; look at the nearest one",
      failed: "Could not be built",
    },
  },
} as const;
