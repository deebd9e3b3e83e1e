import type { PlanWishInput } from "@strideiq/contracts";
import type { Result } from "@strideiq/engine";
import { type ApiProblem, ask, fetchPlan, requestPlan } from "../api/client.ts";
import { wishMessages } from "../messages/wish.ts";
import { createStored } from "../preferences/stored.ts";
import { browserTimeZone, todayIn } from "./race-date.ts";

export type HealthAnswer = "" | "no" | "yes";

/** Kept in this browser and sent nowhere: a plan only learns that hard running waits. */
export const storedHealth = createStored<HealthAnswer>("strideiq.health", (text) =>
  text === "yes" || text === "no" ? text : "",
);

const LOOK_MS = 200;
/** Plans take milliseconds; after so long something is wrong, and the plan's own page says what. */
const LOOKS_MAX = 150;

type Asked = Awaited<ReturnType<typeof requestPlan>>;

/**
 * Asks for a plan. After a yes to the health question all hard running is taken out of it before it is shown;
 * only the athlete brings it back.
 */
export const requestFittingPlan = async (wish: PlanWishInput): Promise<Asked> =>
  eased(await requestPlan(wish), wish.timeZone ?? browserTimeZone());

/** The same for a plan that was asked for in another way. */
export async function eased(asked: Asked, timeZone: string): Promise<Asked> {
  if (!asked.ok || storedHealth.read() !== "yes") return asked;
  const { planId } = asked.value;
  if (!(await isReady(planId))) return asked;
  const done = await ease(planId, timeZone);
  return done.ok ? asked : done;
}

async function isReady(planId: string): Promise<boolean> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const plan = await fetchPlan(planId);
    if (plan.ok && plan.value.status !== "generating") return plan.value.status === "ready";
    await new Promise((resolve) => {
      window.setTimeout(resolve, LOOK_MS);
    });
  }
  return false;
}

const ease = (planId: string, timeZone: string): Promise<Result<unknown, ApiProblem>> =>
  ask("POST /v1/plans/{planId}/changes", {
    path: { planId },
    ifMatch: "*",
    body: {
      wish: { kind: "adapt" },
      done: { health: { kind: "red_flag", date: todayIn(timeZone) } },
      reason: wishMessages.health.reason,
    },
  });
