import type { AthleteCensus, ConfigurationCheck } from "@strideiq/application";
import type { Refusal } from "@strideiq/engine";
import { describeMadeUp, explainMeasures, explainSummed, lawWordsOf } from "@strideiq/wording";

/** What a check has found, in numbers and in the words of a coach. */
export const presentCheck = ({ revision, state, done, total, findings }: ConfigurationCheck) => ({
  revision,
  status: state,
  done,
  total,
  problems: [...(findings?.problems ?? [])],
  plans: (findings?.plans ?? []).map(({ weeks, examples, ...plan }) => ({
    ...plan,
    weeks: [...weeks],
    said: explainMeasures(plan.before, plan.after),
    examples: [...examples],
  })),
  athletes: findings === null ? null : presentCensus(findings.athletes),
});

const presentCensus = (census: AthleteCensus) => ({
  ...census,
  said: sumUp(census),
  measures: census.measures.map(({ most: { athlete, ...most }, ...one }) => ({
    ...one,
    most: { ...most, who: describeMadeUp(athlete) },
  })),
  most: census.most.map(({ athlete, ...plans }) => ({
    who: describeMadeUp(athlete),
    ...plans,
    said: explainMeasures(plans.before, plans.after),
  })),
  refused: census.refused.map(({ athlete, law }) => ({
    who: describeMadeUp(athlete),
    law,
    why: whyRefused(law),
  })),
  servedAtLast: census.servedAtLast.map(describeMadeUp),
});

/** The whole of it, to be read aloud. */
const sumUp = (census: AthleteCensus): string[] => [
  `${String(census.changed)} of ${String(census.servedBefore)} made-up athletes who have a plan now would get another one.`,
  ...(census.refusedInAll === 0 ? [] : [`${String(census.refusedInAll)} would get none any more.`]),
  ...(census.servedAtLastInAll === 0
    ? []
    : [`${String(census.servedAtLastInAll)} would get one who have none now.`]),
  ...census.measures.map(explainSummed),
];

function whyRefused(law: Refusal["law"] | null): string {
  if (law === null) return "The wish lies outside what is promised.";
  if (law === "horizon") return "There are too few weeks before the race.";
  return `${lawWordsOf(law)?.name ?? "A law"} (law ${law}).`;
}
