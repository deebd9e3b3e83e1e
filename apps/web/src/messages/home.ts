import { untilRace } from "./words.ts";

/** Today, and the list of plans. */
export const homeMessages = {
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
