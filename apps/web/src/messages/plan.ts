import type { SessionKind, WeekKind } from "@strideiq/engine";
import { plural } from "./words.ts";

/** A plan, its days and its certificate. */
export const planMessages = {
  progress: {
    title: "Building your plan",
    lead: "Counting back from race day, then checking every week against the laws of training.",
    slow: "This takes longer than usual. The plan is safe in the queue and will appear here.",
    failed: "The plan could not be built",
    failedLead: "Something went wrong on our side. Your wish is kept; please try once more.",
    again: "Back to the form",
    awayLead:
      "Your plan is safe there, and what you told while there was no connection is kept in this browser. The plan appears here as soon as the server answers.",
    ask: "Try again",
    missing: "There is no such plan here",
    missingLead: "Perhaps the address was shortened, or the plan belongs to someone else.",
    notYours: "No plan is shown here",
    notYoursLead:
      "A plan is shown to its owner alone: sign in, and you are back here. Plans made without an account are kept in the browser that made them, for two weeks.",
  },

  plan: {
    countdown: (weeks: number, days: number) => {
      const length = plural(weeks, "week", "weeks");
      if (days < 0) return length;
      return `${length} · ${days === 0 ? "race day is today" : `${plural(days, "day", "days")} to go`}`;
    },
    weeksNav: "Weeks of the plan",
    legend: "Colours",
    stimuli: {
      easy: "Easy",
      long: "Long",
      threshold: "Threshold",
      interval: "Interval",
      "race-pace": "Race pace",
      speed: "Strides, hills, speed",
      race: "Race",
      other: "Other",
    },
    calendar: "Training calendar",
    phase: "Phase",
    week: "Week",
    summary: "Summary",
    weekNumber: (week: number) => `Week ${String(week)}`,
    weekShort: (week: number) => `W${String(week)}`,
    toRace: (weeks: number) => (weeks === 0 ? "race week" : `−${String(weeks)} wk`),
    phaseSpan: (phase: string, weeks: number) => `${phase} · ${String(weeks)} wk`,
    kinds: {
      build: "",
      cutback: "cutback",
      taper: "taper",
      race: "race week",
      tune_up: "tune-up race",
      return: "return",
    } satisfies Readonly<Record<WeekKind, string>>,
    focus: {
      base: "Easy volume",
      build: "Stronger",
      peak: "Race-specific",
      taper: "Freshen up",
    },
    cutbackFocus: "Absorb",
    raceFocus: "Race",
    /** Names short enough for a card; other sessions carry their own title. */
    cardTitles: {
      easy: "Easy",
      recovery: "Recovery",
      medium_long: "Medium-long",
      long: "Long run",
    } as Readonly<Partial<Record<SessionKind, string>>>,
    easyWithHills: "Easy + hills",
    easyWith: (title: string) => title.replace(/^Easy run with /, "Easy + "),
    rest: "Rest",
    restDay: "Rest day",
    today: "Today",
    about: (value: string) => `about ${value}`,
    fast: "Fast",
    long: "Long",
    inAll: "In all",
    doneSoFar: "Done so far",
    thisWeek: "This week",
    peakWeek: "Peak week",
    longestRun: "Longest run",
    threshold: "Threshold",
    runsAWeek: "Runs a week",
    previousWeek: "Previous week",
    nextWeek: "Next week",
    chooseWeek: "Choose a week",
    barOf: (week: number, total: string, kind: string) =>
      `Week ${String(week)}, ${total}${kind === "" ? "" : `, ${kind}`}`,
    estimatedNote:
      "Without a race result, your sessions go by time and effort. Distances are rough figures for planning, never a target.",
  },

  session: {
    close: "Close",
    previous: "Previous session",
    next: "Next session",
    picture: (line: string) => `The session over time: ${line}`,
    times: (count: number) => `${String(count)} times`,
    optionB: "Or instead",
    optionBLead: "The same stimulus in another form.",
    why: "Why this session",
    racePurpose: "What all the weeks were for. Start calmly.",
  },

  paces: {
    title: "Your paces",
    from: (result: string) => `From ${result}. Easy is a range: anywhere inside it is right.`,
    zone: "Zone",
    pace: "Pace",
    feel: "How it feels",
    effortTitle: "Your efforts",
    effortLead: "No race result, so no paces: each zone goes by how it feels. Add a result for paces.",
  },

  certificate: {
    title: "Certificate",
    lead: "Before you see a plan, it is checked like this. The same checks run after every change.",
    marks: "All laws by their numbers",
    checks: (count: number) => plural(count, "check", "checks"),
    remarks: (count: number) => (count === 0 ? "no remarks" : plural(count, "remark", "remarks")),
    breaches: (count: number) => `${String(count)} broken`,
    groups: {
      breach: "Broken",
      flag: "Remarks",
      pass: "Kept",
      not_applicable: "Do not apply here",
    },
  },

  adjustments: {
    title: "Where your wish gave way",
  },
} as const;
