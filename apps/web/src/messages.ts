import type { SessionKind, VolumeTier, WeekKind } from "@strideiq/engine";

const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** Days until the race as runners say it: weeks while it is far, days when it is near. */
function untilRace(days: number): string {
  if (days < 0) return `${plural(-days, "day", "days")} ago`;
  if (days === 0) return "today";
  return days < 14
    ? `in ${plural(days, "day", "days")}`
    : `in ${plural(Math.round(days / 7), "week", "weeks")}`;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;

/** Every text of the page that is not a value put into words; those come from the wording package. */
export const messages = {
  brand: "StrideIQ Plans",
  newPlan: "New plan",
  units: { legend: "Units", km: "Kilometres, km", mi: "Miles, mi" },
  theme: { legend: "Appearance", light: "Light", system: "As the system", dark: "Dark" },

  wish: {
    title: "A plan that starts where you are",
    lead: "Tell us your race and what you run now. You get every week up to race day, and the checks that each plan must pass.",
    race: "Your race",
    distance: "Distance",
    raceDate: "Race day",
    raceDateHint: "Plans are 4 to 24 weeks long and end on race day.",
    raceDateIs: (date: string, days: number) => `${date}, ${untilRace(days)}`,
    raceDateMissing: "Choose the day of your race.",
    raceDateUnreal: "This day is not on the calendar.",

    now: "Where you are now",
    nowLead: "The plan starts from here, so honest beats ambitious.",
    volumeLegend: "What you know of your running",
    volumeKnown: "I know my numbers",
    volumeUnknown: "I do not know",
    weekly: "Distance a week",
    weeklyHint: "Your average of the last four weeks.",
    longest: "Longest run",
    longestHint: "Of the last 30 days. 0 if there was none.",
    level: "Which sounds most like you?",
    levelHint: "Unsure between two? Take the first.",

    result: "A recent race",
    resultLead: "Optional. With a result you get paces; without one, sessions go by time and effort.",
    resultRace: "Distance raced",
    noResult: "None",
    otherResult: "Other",
    resultDistance: "How far was it?",
    resultTime: "Finish time",
    resultTimePlaceholder: "h:mm:ss",
    resultTimeHint: "Such as 1:38:20 or 22:45.",
    resultIs: (time: string, pace: string) => `${time}, that is ${pace}`,
    resultDistanceMissing: "Say how far the race was, such as 15.",

    week: "Your week",
    runDays: "Days you run",
    never: "Days that never work",
    neverHint: "No run is ever put on these.",
    longRunDay: "Long run on",
    more: "Time limits, week start, age",
    dayLimits: "Most time you have on a day",
    dayLimitsHint: "Minutes or hours, such as 45min or 1h15. Leave empty where there is no limit.",
    noLimit: "no limit",
    weekStart: "Weeks start on",
    age: "Age",
    ageHint: "Optional. From the masters' age on, easier weeks come more often.",
    ageUnreadable: "Write your age in whole years, or leave it empty.",
    tooFewDays: (asked: number, free: number) =>
      `${plural(asked, "run day", "run days")} do not fit into ${plural(free, "free day", "free days")}. Free a day, or run on fewer.`,

    submit: "Build my plan",
    sending: "Sending your wish",
    problems: (count: number) =>
      count === 1
        ? "One thing needs another look. It is marked above."
        : `${String(count)} things need another look. They are marked above.`,
    summary: "Your plan will be for",
    backToPlan: "Back to your plan",
    medical: "Pain, illness or a heart condition come before any plan: ask a doctor first.",
    saysDays: (days: number) => `${String(days)} runs a week`,
    saysNever: (days: readonly string[]) => `Never on ${listed(days)}`,
    saysLongRun: (day: string) => `Long run on ${day}`,
    saysWeekly: (distance: string) => `From ${distance} a week`,
    saysLevel: (level: string) => `Level: ${level.toLowerCase()}`,
    saysPaces: (race: string, time: string) => `Paces from ${race} in ${time}`,
    saysEffort: "Sessions by time and effort",
  },

  levels: {
    builder: { name: "Starting out", says: "Running is new, or I am coming back to it" },
    low: { name: "Regular", says: "I run most weeks, three or four times" },
    mid: { name: "Committed", says: "I run all year, with some faster days" },
    high: { name: "Ambitious", says: "I run nearly every day and train for times" },
    elite: { name: "Competitive", says: "Running comes first, with very high weeks" },
  } satisfies Readonly<Record<VolumeTier, { name: string; says: string }>>,

  progress: {
    title: "Building your plan",
    lead: "Counting back from race day, then checking every week against the laws of training.",
    slow: "This takes longer than usual. The plan is safe in the queue and will appear here.",
    failed: "The plan could not be built",
    failedLead: "Something went wrong on our side. Your wish is kept; please try once more.",
    again: "Back to the form",
    missing: "There is no such plan here",
    missingLead: "Perhaps the address was shortened, or the plan belongs to someone else.",
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
      strides: "Easy + strides",
    } as Readonly<Partial<Record<SessionKind, string>>>,
    easyWithHills: "Easy + hills",
    rest: "Rest",
    restDay: "Rest day",
    today: "Today",
    about: (value: string) => `about ${value}`,
    fast: "Fast",
    long: "Long",
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

  refusal: {
    title: "This wish cannot become a safe plan",
    nearest: "The nearest plan that can",
    show: "Show this plan",
    offer: "This is the nearest plan that is safe. It is only an offer so far.",
    keep: "Keep this plan",
    change: "Change my wish",
    nearestLine: (date: string, weeks: number, days: number) =>
      `${date} · ${plural(weeks, "week", "weeks")} · ${String(days)} runs a week`,
  },

  problems: {
    offline: "The server does not answer.",
    offlineDetail: "Your wish is kept. Check that it is running, then try again.",
    unknown: "Something went wrong.",
    unknownDetail: "Please try again.",
  },
} as const;
