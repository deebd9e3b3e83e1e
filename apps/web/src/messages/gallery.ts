import type { Phase } from "@strideiq/engine";
import { plural } from "./words.ts";

/** The standard plans: looking, comparing, taking one. */
export const galleryMessages = {
  title: "24 plans, ready to run",
  lead: "Each one is checked against the same laws as a plan made for you. Look inside, lay two side by side, and take one for your race.",
  filters: "Show",
  distance: "Distance",
  weeks: "Length",
  tier: "Level",
  all: "All",
  weeksLong: (weeks: number) => plural(weeks, "week", "weeks"),
  tiers: { low: "Low volume", mid: "Mid volume", high: "High volume" },
  days: (days: number) => `${String(days)} runs a week`,
  volume: (from: string, to: string) => `${from} to ${to} a week`,
  found: (count: number) => (count === 0 ? "No plan is like that" : plural(count, "plan", "plans")),
  none: "Take one of the filters off to see more.",
  reset: "Show all",
  look: "Look inside",
  compare: "Compare",
  compareThis: (plan: string) => `Compare ${plan}`,
  chosen: (count: number) =>
    count === 1 ? "One plan chosen. Choose another to compare." : "Two plans chosen.",
  compareBoth: "Lay side by side",
  clear: "Choose none",
  nameOf: (race: string, weeks: number, tier: string) =>
    `${race}, ${String(weeks)} weeks, ${tier.toLowerCase()}`,

  standard: {
    missing: "There is no such plan in the gallery",
    missingLead: "Perhaps the address was shortened on the way.",
    back: "To the gallery",
    builtBack: (from: string, to: string) => `From ${from} to the race on ${to}`,
    phases: "What its weeks are for",
    phaseWeeks: (phase: string, first: number, last: number) =>
      first === last
        ? `${phase}, week ${String(first)}`
        : `${phase}, weeks ${String(first)} to ${String(last)}`,
    sampleWeeks: "Three of its weeks",
    sample: { first: "The first week", peak: "The biggest week", race: "Race week" },
    rest: "Rest",
    take: "Take this plan",
    takeLead: "It begins so that race week is its last. Your days can still be moved in the calendar.",
    raceDate: "Race day",
    raceDateUnreal: "Choose a day that is on the calendar.",
    never: "Days that never work",
    submit: "Put it into my calendar",
    sending: "Putting it there",
    fits: "Made for you instead",
    fitsLead: "These plans know neither your paces nor your week. Four questions make one that does.",
  },

  compared: {
    title: "Two plans, side by side",
    lead: (date: string) =>
      `Both for a race on ${date}; distances are planning figures without a race result.`,
    left: "First plan",
    right: "Second plan",
    choose: "Choose a plan",
    empty: "Choose two plans to see how they differ.",
    facts: "How they differ",
    fact: "",
    rows: {
      weeks: "Weeks",
      days: "Runs a week",
      first: "First week",
      peak: "Biggest week",
      total: "In all",
      longest: "Longest run",
      longRuns: "Long runs of 90 minutes and more",
      quality: "Hard sessions",
      hardest: "Most hard running in a week",
    },
    about: (value: string) => `about ${value}`,
    volumes: "Week by week",
    week: "The biggest week",
    take: "Look inside and take it",
  },
  purposes: {
    base: "Easy running makes room for everything later.",
    build: "Hard sessions grow longer, one at a time.",
    peak: "The race itself, rehearsed in pieces.",
    taper: "Less running, the same rhythm, fresh legs.",
  } satisfies Readonly<Record<Phase, string>>,
} as const;
