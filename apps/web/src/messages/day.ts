/** What the sheet of a session says beside the session itself. */
export const dayMessages = {
  option: {
    title: "Two ways to run it",
    legend: "Which way",
    same: "Both train the same.",
    fast: (minutes: number) => `${String(minutes)} min of work`,
    whole: (time: string) => `${time} in all`,
  },

  advice: {
    feel: "How it should feel",
    ground: "Ground",
    grounds: {
      any: "Any ground will do.",
      track: "A track, or a flat stretch that you know.",
      flat: "Flat ground.",
      hills: "Hills.",
      trail: "Trails.",
    },
    fuel: "Food and drink",
    grams: (from: number, to: number, after: string) =>
      `${String(from)}–${String(to)} g of carbohydrate an hour, as it takes longer than ${after}. Drink as you feel.`,
    purpose: "What it trains",
  },

  tell: {
    title: "How did it go?",
    early: "Run already, or certain that it will not happen? Tell it here.",
    state: "What became of it",
    done: "Done",
    partly: "In part",
    skipped: "Skipped",
    more: "Add how it felt, distance, time, a note",
    day: "Run on",
    dayAhead: (today: string) => `Choose a day up to today, ${today}.`,
    distance: "Distance",
    time: "Time",
    timeHint: "Such as 52:30 or 1:45:00.",
    planned: (value: string) => `Planned: ${value}`,
    effort: "How hard it felt",
    effortEnds: ["very easy", "all out"],
    effortName: (value: number) => `${String(value)} of 10`,
    note: "Note",
    noteHint: "For yourself and whoever coaches you.",
    noteUnkept: "It holds an invisible or broken sign that cannot be kept. Type it anew where it was pasted.",
    save: "Save",
    takeBack: "Take it back",
    said: { done: "Done", partly_done: "Done in part", skipped: "Skipped" },
    felt: (effort: number) => `felt like ${String(effort)} of 10`,
    distanceUnreadable: "Write a distance, such as 12.5, or leave it empty.",
    timeUnreadable: "Write minutes and seconds, or leave it empty.",
  },
} as const;
