import type { FindStanding, PlanKey, StandingPlan } from "@strideiq/application";
import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

interface StateRow extends StandingPlan {
  readonly plan_id: string;
  readonly athlete_id: string;
}

/** More than so many at once are asked for in several questions, so that one slow question holds up few. */
const KEYS_MAX = 200;

/** Asks where plans stand: one question for all who ask while the one before is under way. */
export function createFindStanding(db: Kysely<Database>): FindStanding {
  let waiting: Waiting[] = [];
  let isAsking = false;
  const ask = async (): Promise<void> => {
    isAsking = true;
    while (waiting.length > 0) {
      const asked = waiting.slice(0, KEYS_MAX);
      waiting = waiting.slice(KEYS_MAX);
      await answerAll(db, asked);
    }
    isAsking = false;
  };
  return (key) =>
    new Promise((fulfil, reject) => {
      waiting.push({ key, fulfil, reject });
      if (!isAsking) void Promise.resolve().then(() => (isAsking ? undefined : ask()));
    });
}

interface Waiting {
  readonly key: PlanKey;
  readonly fulfil: (standing: StandingPlan | undefined) => void;
  readonly reject: (problem: unknown) => void;
}

async function answerAll(db: Kysely<Database>, asked: readonly Waiting[]): Promise<void> {
  try {
    const plans = asked.map(({ key }) => key.planId);
    const athletes = asked.map(({ key }) => key.athleteId);
    const { rows } =
      await sql<StateRow>`select * from plan_states(${plans}::uuid[], ${athletes}::uuid[])`.execute(db);
    const found = new Map(rows.map((row) => [`${row.athlete_id} ${row.plan_id}`, row]));
    for (const { key, fulfil } of asked) fulfil(found.get(`${key.athleteId} ${key.planId}`));
  } catch (problem) {
    for (const { reject } of asked) reject(problem);
  }
}
