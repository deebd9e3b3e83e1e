import type { WeekKind } from "@strideiq/engine";
import { plural } from "./words.ts";

/** How far the plan has come, and the months of it. */
export const overviewMessages = {
  month: {
    previous: "Previous month",
    next: "Next month",
  },
  phases: {
    title: "Where you are",
    at: (week: number, of: number, phase: string) => `Week ${String(week)} of ${String(of)} · ${phase}`,
    ahead: "The plan has not begun yet.",
    over: "The race is run.",
    toGo: (days: number) => (days === 0 ? "Race day is today" : `${plural(days, "day", "days")} to the race`),
    next: "Next week",
    nextSize: (size: string, change: string) => `${size} (${change})`,
    same: "as much as this week",
    more: (size: string) => `${size} more`,
    less: (size: string) => `${size} less`,
    begins: (phase: string, purpose: string) => `${phase} begins: ${purpose}`,
    long: (size: string) => `Long run ${size}`,
    key: (titles: string) => `Hard: ${titles}`,
    noKey: "No hard session",
    kinds: {
      build: "",
      cutback: "A cutback week, to absorb",
      taper: "A taper week, to freshen up",
      race: "Race week",
      tune_up: "A week with a tune-up race",
      return: "A week to come back",
    } satisfies Readonly<Record<WeekKind, string>>,
  },
  adherence: {
    title: "Done so far",
    of: (run: number, planned: number) => `${String(run)} of ${plural(planned, "session", "sessions")} run`,
    distance: (done: string, planned: string) => `${done} of ${planned}`,
    skipped: (count: number) => `${String(count)} skipped`,
    missed: (count: number) => `${String(count)} missed`,
    nothing: "Nothing is told yet. What you tell of your sessions adds up here.",
    behind: (count: number) => `${plural(count, "session lies", "sessions lie")} behind you.`,
  },
  chart: {
    title: "Weeks and long runs",
    lead: "Bars are weeks: pale as planned, full as run. Dots are long runs.",
    picture: "Distance of each week and of its long run, planned and done; the table below says the same.",
    hours: "h",
    table: "The same as a table",
    week: "Week",
    planned: "Planned",
    done: "Done",
    long: "Long run",
    longDone: "Run",
  },
  intensity: {
    title: "How the time is shared",
    lead: "Of all running in the plan, by time and effort: the easy part of every run is easy.",
    share: (name: string, percent: string) => `${name} ${percent} %`,
  },
  prediction: {
    title: "What your result says of the race",
    range: (fast: string, slow: string) => `${fast} to ${slow}`,
    about: (time: string) => `About ${time}, if the day is good.`,
    from: (result: string) =>
      `Reckoned from ${result}. It says what you could run today with training for this distance; it grows no truer by wishing, and a new result says more.`,
    shorter:
      "The slow end lies further off because your result is from a shorter race: how you hold out shows only over the distance, most of all in a marathon.",
    afterBreak:
      "After weeks without running no time from before them holds. Race once, or run a time trial, when you are back in training.",
    none: "Without a race result nobody can say honestly. Race once, or run a time trial, and make a plan with the result.",
  },
} as const;
