import { generatePlan, type PlanRequest, type Rulebook } from "@strideiq/engine";
import { likelyAthletes } from "./athletes.ts";
import { bareInsertOf, insertBare, serverVersion } from "./bare-rows.ts";
import type { Figure } from "./figure.ts";
import { call } from "./http.ts";
import { quantile } from "./quantile.ts";
import { onStage, type Stage } from "./service-stage.ts";
import { allAtOnce, postUntilReady, type WaitingTimes } from "./waiting-times.ts";

const ALONE = 100;
const TOGETHER = 200;
const ROUNDS = 5;

export interface ServiceFigures {
  readonly figures: readonly Figure[];
  readonly postgresql: string;
}

/** Wishes that become plans, as a client writes them. */
export const wishBodies = (rulebook: Rulebook): readonly string[] =>
  likelyAthletes(TOGETHER * 2, rulebook)
    .filter((request) => generatePlan(request, rulebook).ok)
    .slice(0, TOGETHER)
    .map(bodyOf);

/** From POST to ready through the whole house, beside a bare round trip and the bare rows of the same plans. */
export function serviceFigures(bodies: readonly string[]): Promise<ServiceFigures> {
  return onStage(async (stage) => {
    await timeRound(stage, bodies);
    const alone: Round[] = [];
    for (const body of bodies.slice(0, ALONE)) alone.push(await timeRound(stage, [body]));
    const together: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) together.push(await timeRound(stage, bodies));
    return {
      figures: [...aloneFigures(alone), ...togetherFigures(together)],
      postgresql: await serverVersion(stage.bare),
    };
  });
}

/** The wish as a client writes it: the server knows which day it is. */
function bodyOf({ today: _, ...wish }: PlanRequest): string {
  return JSON.stringify(wish);
}

interface Round {
  readonly house: WaitingTimes;
  readonly trips: WaitingTimes;
  readonly inserts: WaitingTimes;
}

/** House and limits right after one another, so that a busy machine is busy for all of them. */
async function timeRound(
  { address, stored, trivialAddress, bare }: Stage,
  bodies: readonly string[],
): Promise<Round> {
  const { times, planIds } = await postUntilReady(address, bodies);
  const inserts = await Promise.all(planIds.map((planId) => bareInsertOf(stored, planId)));
  return {
    house: times,
    trips: await allAtOnce(bodies, (body) => call(trivialAddress, body)),
    inserts: await allAtOnce(inserts, (insert) => insertBare(bare, insert)),
  };
}

const aloneFigures = (rounds: readonly Round[]): readonly Figure[] =>
  [0.5, 0.99].map((share) =>
    figureOf(`one alone: p${share * 100} of ${rounds.length}`, (pick) =>
      quantile(rounds.flatMap(pick), share),
    ),
  );

/** Quantiles within a round, and the middle round of each. */
const togetherFigures = (rounds: readonly Round[]): readonly Figure[] =>
  TOGETHER_SHARES.map(([name, share]) =>
    figureOf(`${TOGETHER} at once: ${name}`, (pick) =>
      quantile(
        rounds.map((round) => quantile(pick(round), share)),
        0.5,
      ),
    ),
  );

const TOGETHER_SHARES = [
  ["p50", 0.5],
  ["p99", 0.99],
  ["the last", 1],
] as const;

const figureOf = (name: string, reduce: (pick: (round: Round) => WaitingTimes) => number): Figure => ({
  name: `POST to ready, ${name}`,
  value: reduce((round) => round.house),
  unit: "ms",
  limit: {
    name: "bare round trip + bare insert",
    value: reduce((round) => round.trips) + reduce((round) => round.inserts),
  },
});
