import type { SessionState } from "../plan/session-state.ts";

import { plural } from "./words.ts";
/** What the plan says of itself and of everything that can be done to it. */
export const actMessages = {
  states: {
    ahead: "",
    done: "done",
    partly_done: "partly done",
    skipped: "skipped",
    untold: "not told yet",
  } satisfies Readonly<Record<SessionState, string>>,
  movedFrom: (day: string) => `moved here from ${day}`,
  doneOf: (done: string, planned: string) => `${done} of ${planned} done`,
  doneOutOf: " done of ",
  optionOf: (title: string, day: string) => `Option of ${title}, ${day}`,
  optionName: (option: "a" | "b", title: string) => `Option ${option.toUpperCase()}: ${title}`,

  dismiss: "Dismiss",
  undo: "Undo",
  undone: "Undone.",
  notSaved: (why: string) => `This could not be saved. ${why}`,
  changedElsewhere: "The plan was changed elsewhere meanwhile. Your choice stands on top of it.",
  waiting: (count: number) =>
    `No connection to the server. ${count === 0 ? "What you see may be old." : `${plural(count, "change is", "changes are")} kept here and will be sent as soon as it answers.`}`,
  conflict: "Another tab told something else of this session meanwhile.",
  keepMine: "Keep what I said here",
  keepTheirs: "Keep what was said there",

  option: {
    title: "Two ways to run it",
    legend: "Which way",
    same: "Both train the same.",
    chosen: (option: "a" | "b", title: string) => `Option ${option.toUpperCase()} chosen: ${title}`,
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
    day: "On",
    distance: "Distance",
    time: "Time",
    timeHint: "Such as 52:30 or 1:45:00.",
    planned: (value: string) => `Planned: ${value}`,
    effort: "How hard it felt",
    effortEnds: ["very easy", "all out"],
    effortName: (value: number) => `${String(value)} of 10`,
    note: "Note",
    noteHint: "For yourself and whoever coaches you.",
    save: "Save",
    takeBack: "Take it back",
    said: { done: "Done", partly_done: "Done in part", skipped: "Skipped" },
    notices: {
      done: (title: string) => `${title}: done.`,
      partly_done: (title: string) => `${title}: done in part.`,
      skipped: (title: string) => `${title}: skipped. It is not made up for; the plan goes on.`,
      untold: (title: string) => `${title}: nothing told any more.`,
    },
    felt: (effort: number) => `felt like ${String(effort)} of 10`,
    distanceUnreadable: "Write a distance, such as 12.5, or leave it empty.",
    timeUnreadable: "Write minutes and seconds, or leave it empty.",
  },
} as const;
