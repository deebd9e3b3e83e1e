import type { Access, Feature } from "@strideiq/access";
import { type CheckAccess, type Clock, featuresOfWish } from "@strideiq/application";
import { type PlanWish, requestOfWish, type WishContext } from "@strideiq/contracts";
import { type ByDistance, RACE_DISTANCES, type RaceDistance } from "@strideiq/engine";
import { accessText } from "@strideiq/wording";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Doorman } from "./athlete.ts";
import { sendProblem } from "./problems.ts";

export interface GateDeps {
  readonly doorman: Doorman;
  readonly checkAccess: CheckAccess;
  readonly wishContext: () => WishContext;
  readonly today: Clock["today"];
  readonly standardLengths: () => ByDistance<readonly number[]>;
}

/** Addresses that belong to one feature as a whole. Asking for a plan uses what is wished for. */
export const GATED: Readonly<Record<string, Feature>> = {
  "POST /v1/accounts": "account.sign_up",
  "POST /v1/activities": "plan.run_import",
  "POST /v1/imports": "plan.run_import",
  "PUT /v1/imports/:importId/files/:position": "plan.run_import",
  "POST /v1/imports/:importId/start": "plan.run_import",
  "GET /v1/calendar": "plan.calendar",
  "GET /v1/calendar/compact": "plan.calendar",
  "PUT /v1/plans/:planId/sessions/:sessionId/option": "plan.option_ab",
  "GET /v1/plans/:planId/versions": "plan.versions",
  "GET /v1/plans/:planId/versions/:version": "plan.versions",
  "GET /v1/plans/:planId/versions/:version/again": "plan.versions",
  "GET /v1/plans/:planId/compare": "plan.versions",
  "GET /v1/plans/:planId/changes": "plan.versions",
  "POST /v1/plans/:planId/restore": "plan.versions",
  "POST /v1/plans/:planId/regenerate": "plan.versions",
  "POST /v1/plans/:planId/changes/:changeId/undo": "plan.versions",
  "POST /v1/plans/:planId/changes": "plan.dynamic_adaptation",
  "POST /v1/plans/:planId/changes/what-if": "plan.dynamic_adaptation",
};

/** What is wished for decides, whether it is stored or only shown. */
export const WISHING: ReadonlySet<string> = new Set(["POST /v1/plans", "POST /v1/plans/preview"]);
export const PLACING = "POST /v1/standard-plans/:standardPlanId/place";

/** Whether somebody may be refused here for what is switched off, or for what they do not have. */
export const isGated = (operation: string): boolean =>
  operation in GATED || WISHING.has(operation) || operation === PLACING;

/** Requests that use up a single plan, and how to say that there is none any more. */
const spending = new WeakMap<FastifyRequest, (reply: FastifyReply) => Promise<FastifyReply>>();

/** Whether what is asked for uses up a single plan. It is used up with the plan being stored, so that none is lost. */
export const spendsPlan = (request: FastifyRequest): boolean => spending.has(request);

/** Says what is needed when another request was faster to use up the last single plan. */
export async function refuseUnpaid(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const refuseLate = spending.get(request);
  return refuseLate === undefined ? sendProblem(reply, "needs_product") : refuseLate(reply);
}

/** Lets nobody use what is switched off, or what they do not have, and tells them how to get it. */
export function guardFeatures(app: FastifyInstance, deps: GateDeps): void {
  app.addHook("preHandler", async (request, reply) => {
    const { features, distance } = await usedBy(request, deps);
    if (features.length === 0) return undefined;
    const visitor = await deps.doorman.visitorOf(request);
    const ask = (): Promise<readonly Access[]> =>
      Promise.all(features.map((feature) => deps.checkAccess(visitor, feature, distance)));
    const verdicts = await ask();
    if (verdicts.some((access) => access.allowed && access.spendsPlan))
      spending.set(
        request,
        async (late) => refuse(late, features, await ask()) ?? sendProblem(late, "needs_product"),
      );
    return refuse(reply, features, verdicts);
  });
}

interface Used {
  readonly features: readonly Feature[];
  readonly distance?: RaceDistance;
}

async function usedBy(request: FastifyRequest, deps: GateDeps): Promise<Used> {
  const operation = `${request.method} ${request.routeOptions.url ?? ""}`;
  const feature = GATED[operation];
  if (feature !== undefined) return { features: [feature] };
  if (operation === PLACING) return withGuest(request, deps, usedByPlacing(request));
  if (!WISHING.has(operation)) return { features: [] };
  return withGuest(request, deps, usedByWish(request, deps));
}

function usedByWish(request: FastifyRequest, deps: GateDeps): Used {
  // The body has been checked against its schema before any of these hooks.
  const wish = requestOfWish(request.body as PlanWish, deps.wishContext());
  const today = deps.today(wish.timeZone);
  // Not a zone: the use case says so, in better words.
  if (today === undefined) return { features: [] };
  return { features: featuresOfWish(wish, today, deps.standardLengths()), distance: wish.distance };
}

/** A standard plan brings its length; `half-marathon-16-weeks-low` says its distance. */
function usedByPlacing({ params }: FastifyRequest): Used {
  const { standardPlanId } = params as { readonly standardPlanId: string };
  const distance = RACE_DISTANCES.find((name) => standardPlanId.startsWith(`${name.replace("_", "-")}-`));
  return distance === undefined ? { features: [] } : { features: [`plan.standard.${distance}`], distance };
}

/** Who is new here is about to become a guest. */
async function withGuest(request: FastifyRequest, { doorman }: GateDeps, used: Used): Promise<Used> {
  const isNew = (await doorman.visitorOf(request)) === undefined;
  return isNew ? { ...used, features: ["account.guest", ...used.features] } : used;
}

function refuse(
  reply: FastifyReply,
  features: readonly Feature[],
  verdicts: readonly Access[],
): FastifyReply | undefined {
  const errors = verdicts.flatMap((access, index) => {
    const text = accessText(access);
    const field = features[index];
    return text === null || field === undefined ? [] : [{ field, message: `${text.why}. ${text.how}` }];
  });
  if (errors.length === 0) return undefined;
  const isOff = verdicts.some((access) => !access.allowed && access.because === "switched_off");
  return sendProblem(reply, isOff ? "feature_off" : "needs_product", errors);
}
