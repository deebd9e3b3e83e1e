import { generatePlan, type PlanRequest, type Rulebook } from "@strideiq/engine";
import { allAthletes, likelyAthletes } from "./athletes.ts";
import type { Figure } from "./figure.ts";
import { quantile } from "./quantile.ts";
import { throughputOf, type TimedRequest, timeRequests } from "./time-requests.ts";

const ATHLETES = 1_000;
const WARM_UP = 300;

/** How long one plan takes, with its certificate, beside copying the finished plan. */
export function generateFigures(rulebook: Rulebook): readonly Figure[] {
  const likely = likelyAthletes(ATHLETES, rulebook);
  const all = allAthletes(ATHLETES);
  warmUp([...likely.slice(0, WARM_UP), ...all.slice(0, WARM_UP)], rulebook);
  return [
    ...likelyFigures(timeRequests(likely, rulebook)),
    throughputFigure(likely, rulebook),
    ...allFigures(timeRequests(all, rulebook)),
  ];
}

function warmUp(requests: readonly PlanRequest[], rulebook: Rulebook): void {
  for (const request of requests) structuredClone(generatePlan(request, rulebook));
}

const LIKELY = "18 weeks, 6 days";
const AIM = { p50: 5, p99: 20 } as const;

function likelyFigures(timed: readonly TimedRequest[]): readonly Figure[] {
  const plans = timed.filter(({ isPlan }) => isPlan);
  const rounds = plans.flatMap((plan) => plan.rounds);
  const middles = plans.map((plan) => plan.middle);
  return [
    { ...planFigure(`${LIKELY}: p50 of ${plans.length} plans`, rounds, 0.5, plans), aim: AIM.p50 },
    { ...planFigure(`${LIKELY}: p99`, rounds, 0.99, plans), aim: AIM.p99 },
    {
      ...planFigure(`${LIKELY}: p99, the median round of each athlete`, middles, 0.99, plans),
      aim: AIM.p99,
    },
    ...refusalFigures(LIKELY, timed),
  ];
}

const ALL = "any wish";

function allFigures(timed: readonly TimedRequest[]): readonly Figure[] {
  const plans = timed.filter(({ isPlan }) => isPlan);
  const middles = plans.map((plan) => plan.middle);
  return [
    planFigure(`${ALL}: p50 of ${plans.length} plans`, middles, 0.5, plans),
    planFigure(`${ALL}: p99`, middles, 0.99, plans),
    ...refusalFigures(ALL, timed),
  ];
}

const planFigure = (
  name: string,
  values: readonly number[],
  share: number,
  plans: readonly TimedRequest[],
): Figure => ({
  name,
  value: quantile(values, share),
  unit: "ms",
  limit: {
    name: "structuredClone of the plan",
    value: quantile(
      plans.flatMap((plan) => plan.copies),
      share,
    ),
  },
});

/** A refusal looks for the nearest wish that can be kept: it is many plans at once. */
function refusalFigures(athletes: string, timed: readonly TimedRequest[]): readonly Figure[] {
  const middles = timed.filter(({ isPlan }) => !isPlan).map((refusal) => refusal.middle);
  if (middles.length === 0) return [];
  const figure = (name: string, share: number): Figure => ({
    name: `${athletes}: ${name}`,
    value: quantile(middles, share),
    unit: "ms",
  });
  return [figure(`p50 of ${middles.length} refused`, 0.5), figure("p99 of the refused", 0.99)];
}

function throughputFigure(requests: readonly PlanRequest[], rulebook: Rulebook): Figure {
  const { made, copied } = throughputOf(requests, rulebook);
  return {
    name: `${LIKELY}: wishes answered by one core`,
    value: made,
    unit: "/s",
    limit: { name: "structuredClone of the plan", value: copied },
  };
}
