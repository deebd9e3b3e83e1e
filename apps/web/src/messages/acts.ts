import type { ToldKind } from "../plan/day-notes.ts";
import type { SessionState } from "../plan/session-state.ts";
import { plural } from "./words.ts";

/** What the plan says of itself and of everything that can be done to it. */
export const actMessages = {
  states: {
    ahead: "",
    done: "done",
    nailed: "done, nailed",
    close: "done, close to plan",
    off: "done, not as planned",
    partly_done: "partly done",
    skipped: "skipped",
    asked: "which run was it?",
    untold: "not told yet",
    missed: "missed",
  } satisfies Readonly<Record<SessionState, string>>,
  /** Before what was run, on the card. */
  verdicts: {
    nailed: "Nailed",
    close: "Close to plan",
    off: "Not as planned",
    missed: "Missed",
  } satisfies Partial<Readonly<Record<SessionState, string>>>,
  ran: (amounts: string) => `ran ${amounts}`,
  closed: { free: "Kept free", pause: "Pause" },
  health: {
    pain: "Pain or injury told",
    illness: "Illness told",
    red_flag: "Chest pain, dizziness or fainting told",
  } satisfies Readonly<Record<ToldKind, string>>,
  movedFrom: (day: string) => `moved here from ${day}`,
  doneOf: (done: string, planned: string) => `${done} of ${planned} done`,
  beside: "Beside the plan",
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
  unread: (why: string) =>
    `What you told of your sessions could not be read just now (${why}) It is not lost; this page asks again by itself.`,
  kept: (done: string) => `${done} Kept here until there is a connection.`,
  conflict: (theirs: string) => `Told in another tab meanwhile: ${theirs}`,
  nothingTold: "nothing any more.",
  partAway: "No connection: this part has not been loaded yet. It opens as soon as the server answers.",
  keepMine: "Keep what I said here",
  keepTheirs: "Keep what was said there",

  option: {
    chosen: (option: "a" | "b", title: string) => `Option ${option.toUpperCase()} chosen: ${title}`,
  },

  tell: {
    notices: {
      done: (title: string) => `${title}: done.`,
      partly_done: (title: string) => `${title}: done in part.`,
      skipped: (title: string) => `${title}: skipped. It is not made up for; the plan goes on.`,
      untold: (title: string) => `${title}: nothing told any more.`,
    },
  },
} as const;
