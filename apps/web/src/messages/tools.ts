/** What stands beside the calendar from the first moment on; all else comes with the sheet that says it. */
export const toolMessages = {
  open: "Change the plan",
  openShort: "Change",
  history: "History",
  views: { legend: "View", weeks: "Weeks", month: "Month", progress: "Progress" },
  drag: {
    handle: (title: string, day: string) => `Move ${title}, ${day}`,
    how: "Press space to pick the session up, the arrow keys to choose a day, space to put it down, escape to leave it where it was.",
    lifted: (title: string) => `${title} picked up.`,
    over: (title: string, day: string) => `${title} over ${day}.`,
    notThere: (title: string) => `${title} cannot be put here.`,
    dropped: (title: string, day: string) => `${title} to ${day}: looking what this would do.`,
    notOpen: (title: string) =>
      `${title} stays where it was: only days from today to the day before the race can take it.`,
    left: (title: string) => `${title} stays where it was.`,
  },
  was: (what: string) => `first: ${what}`,
  wasRest: "first: rest",
} as const;
