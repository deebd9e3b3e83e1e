import type { VolumeTier } from "@strideiq/engine";
import { listed, plural, untilRace } from "./words.ts";

/** The form. */
export const wishMessages = {
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
} as const;
