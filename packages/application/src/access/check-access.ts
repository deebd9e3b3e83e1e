import {
  type Access,
  type AccessQuestion,
  type Feature,
  type FlagContext,
  heldProduct,
  mayUse,
  type Paywall,
} from "@strideiq/access";
import type { RaceDistance } from "@strideiq/engine";
import type { Visitor } from "../accounts/visitor.ts";
import type { Flags } from "../flags/ports.ts";
import type { Entitlements } from "./ports.ts";

export interface CheckAccessDeps {
  readonly flags: Flags;
  readonly entitlements: Pick<Entitlements, "holdingsOf">;
  /** The one in force; it can change while the process runs. */
  readonly paywall: () => Paywall;
  readonly now: () => Date;
}

/** Whether a visitor may use a feature, for a race where it is about one. Undefined is somebody not known yet. */
export type CheckAccess = (
  visitor: Visitor | undefined,
  feature: Feature,
  distance?: RaceDistance,
) => Promise<Access>;

/** Asks the flag, the paywall and what the visitor holds. */
export const createCheckAccess =
  (deps: CheckAccessDeps): CheckAccess =>
  async (visitor, feature, distance) => {
    const { context, ...known } = await contextOf(visitor, deps);
    const attributes = { ...context.attributes, ...(distance === undefined ? {} : { distance }) };
    const flag = await deps.flags.ask(feature, { ...context, attributes });
    return mayUse(feature, { ...known, flag });
  };

interface Known extends Omit<AccessQuestion, "flag"> {
  readonly context: FlagContext;
}

/** What is known of a visitor, for flags to ask about. */
export async function contextOf(
  visitor: Visitor | undefined,
  { entitlements, paywall: inForce, now: clock }: Omit<CheckAccessDeps, "flags">,
): Promise<Known> {
  const role = roleOf(visitor);
  const now = clock().getTime();
  const paywall = inForce();
  // Where nothing is sold nobody need look what was bought.
  const isAsked = visitor !== undefined && paywall.mode === "tiers";
  const holdings = isAsked ? await entitlements.holdingsOf(visitor.athleteId) : [];
  const attributes = { role, product: heldProduct(holdings, now) };
  return { paywall, role, holdings, now, context: { athleteId: visitor?.athleteId, attributes } };
}

const roleOf = (visitor: Visitor | undefined): AccessQuestion["role"] =>
  visitor?.kind === "account" ? visitor.account.role : visitor?.kind === "api_key" ? "athlete" : "guest";
