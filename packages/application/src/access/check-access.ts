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
  ({ flags, entitlements, paywall, now }: CheckAccessDeps): CheckAccess =>
  async (visitor, feature, distance) => {
    const role = roleOf(visitor);
    const at = now().getTime();
    const prices = paywall();
    // Where nothing is sold nobody need look what was bought.
    const isAsked = visitor !== undefined && prices.mode === "tiers";
    const holdings = isAsked ? await entitlements.holdingsOf(visitor.athleteId) : [];
    const product = heldProduct(holdings, at);
    const context: FlagContext = {
      athleteId: visitor?.athleteId,
      attributes: { role, product, ...(distance === undefined ? {} : { distance }) },
    };
    const flag = await flags.ask(feature, context);
    return mayUse(feature, { paywall: prices, flag, role, holdings, now: at });
  };

const roleOf = (visitor: Visitor | undefined): AccessQuestion["role"] =>
  visitor?.kind === "account" ? visitor.account.role : visitor?.kind === "api_key" ? "athlete" : "guest";
