import type { PlanKey } from "@strideiq/application";
import type { PlanParams } from "@strideiq/contracts";
import type { FastifyRequest } from "fastify";
import type { Doorman } from "../http/athlete.ts";

/** The plan that an address names, as one of whoever asks; undefined for somebody who has nothing here. */
export async function keyOf(
  doorman: Doorman,
  request: FastifyRequest<{ Params: PlanParams }>,
): Promise<PlanKey | undefined> {
  const visitor = await doorman.visitorOf(request);
  return visitor && { planId: request.params.planId, athleteId: visitor.athleteId };
}
