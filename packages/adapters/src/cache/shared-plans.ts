import { hash } from "node:crypto";
import type {
  FindStanding,
  PlanKey,
  PlanRepository,
  SharedAnswers,
  StandingPlan,
} from "@strideiq/application";

/** How a reading that no copy in the process answered came about. */
export type SharedUse = Readonly<Record<"hit" | "miss" | "bypassed", number>>;

export interface SharedPlans {
  readonly findPlan: (find: PlanRepository["find"]) => PlanRepository["find"];
  readonly forget: (planId: string) => void;
  readonly use: () => SharedUse;
}

export interface SharedPlansDeps {
  readonly answers: SharedAnswers;
  readonly findStanding: FindStanding;
}

/**
 * Finished plans by answers that lie outside of the process. The database is asked each time where the plan stands,
 * and whose it is; what lies outside is used only when it is byte for byte the answer that the database has.
 */
export function createSharedPlans({ answers, findStanding }: SharedPlansDeps): SharedPlans {
  const counts = { hit: 0, miss: 0, bypassed: 0 };
  const readAndKeep = async (find: PlanRepository["find"], key: PlanKey) => {
    const reading = await find(key);
    if (reading?.state === "ready") answers.write(key.planId, reading.snapshot);
    return reading;
  };
  return {
    findPlan: (find) => async (key) => {
      if (!answers.isThere()) {
        counts.bypassed += 1;
        return find(key);
      }
      const [standing, answer] = await Promise.all([findStanding(key), answers.read(key.planId)]);
      if (standing === undefined || answer === undefined || !isAnswerOf(standing, answer)) {
        counts.miss += 1;
        return readAndKeep(find, key);
      }
      counts.hit += 1;
      const { version, revision } = standing;
      return { state: "ready", version, revision, snapshot: answer };
    },
    forget: answers.forget,
    use: () => ({ ...counts }),
  };
}

const isAnswerOf = ({ digest }: StandingPlan, answer: Uint8Array): boolean =>
  hash("sha256", answer, "buffer").equals(digest);
