import type { VolumeTier } from "@strideiq/engine";
import { listed, plural, untilRace } from "./words.ts";

/** The form. */
export const wishMessages = {
  wish: {
    title: "A plan that starts where you are",
    lead: "Tell us your race and what you run now. You get every week up to race day, and the checks that each plan must pass.",
    closed: "No new plan can be asked for here now. What you have already stays as it is.",
    race: "Which race?",
    when: "When is it?",
    sundays: "Sundays that make a whole plan",
    inWeeks: (weeks: number) => `In ${String(weeks)} weeks`,
    howOften: "How often do you want to run?",
    distance: "Distance",
    raceDate: "Race day",
    raceDateHint: "Plans are 4 to 24 weeks long and end on race day.",
    raceDateIs: (date: string, days: number) => `${date}, ${untilRace(days)}`,
    raceDateMissing: "Choose the day of your race.",
    raceDateUnreal: "This day is not on the calendar.",

    now: "How much do you run now?",
    nowLead: "The plan starts from here, so honest beats ambitious.",
    volumeLegend: "What you know of your running",
    volumeKnown: "I know my numbers",
    volumeUnknown: "In words",
    volumeRuns: "From your runs",
    runs: {
      title: (runs: number, weeks: number) =>
        `${plural(runs, "run", "runs")} of the last ${plural(weeks, "week", "weeks")} say this`,
      from: (sources: readonly string[]) => `They came from ${listed(sources)}. Change what is not right.`,
      sources: {
        file: "your files",
        manual: "what you told by hand",
        strava_archive: "your Strava archive",
        strava_api: "Strava",
        intervals_icu: "intervals.icu",
        garmin_api: "Garmin",
      },
      capped: (weeks: number) =>
        weeks === 1
          ? "One week lies so far above the others that less of it is believed."
          : `${String(weeks)} weeks lie so far above the others that less of them is believed.`,
      level: "Your level",
      levelHint: (level: string, race: string) => `For ${race} your runs say: ${level}.`,
    },
    weekly: "Distance a week",
    weeklyHint: "Your average of the last four weeks.",
    longest: "Longest run",
    longestHint: "Of the last 30 days. 0 if there was none.",
    level: "Which sounds most like you?",
    levelHint: "Unsure between two? Take the first.",
    levelMissing: "Choose the one that sounds most like you.",

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
    more: "Make it fit: a race result, your week, time limits, age",
    moreLead: "All of this can wait. Without a result, sessions go by time and effort.",
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

  health: {
    title: "Before you start",
    lead: "Running hard is not for every heart and every week of a life. Does one of these apply to you?",
    signs: [
      "Chest pain, fainting, or a heart out of rhythm, at rest or when you exert yourself",
      "An illness of heart, lungs, kidneys or metabolism that is not well under control",
      "Pain or an injury that running makes worse, or a bone that has broken from running",
      "Pregnancy, a birth within the last months, or months without a period",
      "A doctor has told you to be careful with exercise",
    ],
    question: "Your answer",
    answers: { no: "None of these", yes: "One or more" },
    missing: "Answer this first: it decides what the plan may hold.",
    doctorFirst: "See a doctor before you train hard",
    referral:
      "Show them what you plan to do. With chest pain, fainting or sudden breathlessness do not wait: call for help.",
    offer:
      "Until they have cleared you, your plan holds easy running only, and you may walk whenever you like. The hard sessions come back when you say so in the plan.",
    kept: "Your answer is remembered in this browser. A yes goes to the server with your wish: the plan keeps that you asked for walking and easy running only, and nothing of why. A plan is not medical advice.",
  },

  levels: {
    builder: { name: "Starting out", says: "Running is new, or I am coming back after a long time" },
    low: { name: "Regular", says: "I run most weeks, three or four times" },
    mid: { name: "Committed", says: "I run all year, with some faster days" },
    high: { name: "Ambitious", says: "I run nearly every day and train for times" },
    elite: { name: "Competitive", says: "Running comes first, with very high weeks" },
  } satisfies Readonly<Record<VolumeTier, { name: string; says: string }>>,
} as const;
