import type { Feature } from "./features.ts";
import type { FlagReason, FlagVerdict } from "./flag.ts";
import {
  contains,
  type Holding,
  isHeld,
  isProduct,
  type PaidPer,
  type Paywall,
  type Product,
  productOf,
} from "./paywall.ts";

/** Everything that decides, so that the same question always has the same answer. */
export interface AccessQuestion {
  readonly paywall: Paywall;
  readonly flag: FlagVerdict;
  readonly role: "guest" | "athlete" | "coach" | "admin";
  readonly holdings: readonly Holding[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** May it be used, why, and how it can be had if not. */
export type Access = Allowed | SwitchedOff | NeedsProduct;

export interface Allowed {
  readonly allowed: true;
  readonly because: "open" | "free" | "admin" | Holding["source"];
  /** Rests on a single plan, which is used up when the plan is made. */
  readonly spendsPlan: boolean;
}

export interface SwitchedOff {
  readonly allowed: false;
  readonly because: "switched_off";
  readonly feature: Feature;
  readonly flag: FlagReason;
}

export interface NeedsProduct {
  readonly allowed: false;
  readonly because: "needs_product";
  readonly feature: Feature;
  readonly product: Product;
  /** What became of what was held; null for nothing. */
  readonly lost: "ended" | "revoked" | null;
  readonly ways: readonly WayIn[];
}

export type WayIn =
  | { readonly way: "buy"; readonly product: Product; readonly cents: number; readonly per: PaidPer }
  | { readonly way: "trial"; readonly product: Product; readonly days: number }
  | { readonly way: "ask_admin" };

/**
 * What an athlete may use. A switched-off feature is off for all. Administrators may use everything else, so
 * that no price list locks out who could mend it.
 */
export function mayUse(feature: Feature, question: AccessQuestion): Access {
  const { paywall, flag, role, holdings, now } = question;
  if (!flag.on) return { allowed: false, because: "switched_off", feature, flag: flag.reason };
  if (paywall.mode === "open") return allowed("open");
  const product = productOf(paywall, feature);
  if (product === "free") return allowed("free");
  if (role === "admin") return allowed("admin");

  // A feature that no product names is in the last one: never given away by a slip.
  const needed = product ?? "elite";
  const fitting = holdings.filter(
    (holding) => isProduct(holding.product) && contains(holding.product, needed),
  );
  const held = fitting.filter((holding) => isHeld(holding, now));
  // What lasts goes first, so that a single plan is not used up for nothing.
  const lasting = held.find((holding) => holding.product !== "plan");
  if (lasting !== undefined) return allowed(lasting.source);
  const [single] = held;
  if (single !== undefined) return { ...allowed(single.source), spendsPlan: true };
  return {
    allowed: false,
    because: "needs_product",
    feature,
    product: needed,
    lost: lossOf(fitting, now),
    ways: waysIn(needed, question),
  };
}

const allowed = (because: Allowed["because"]): Allowed => ({ allowed: true, because, spendsPlan: false });

function lossOf(fitting: readonly Holding[], now: number): NeedsProduct["lost"] {
  const past = fitting.filter(({ startsAt }) => startsAt <= now);
  if (past.some(({ endsAt }) => endsAt !== null && endsAt <= now)) return "ended";
  return past.length > 0 ? "revoked" : null;
}

/** The cheapest first; a trial where there was none yet; and there is always somebody to ask. */
function waysIn(needed: Product, { paywall, role, holdings }: AccessQuestion): readonly WayIn[] {
  const { trial, products } = paywall;
  const wasTried = holdings.some(({ source }) => source === "trial");
  const trials: readonly WayIn[] =
    contains(trial.product, needed) && !wasTried && role !== "guest" && trial.days > 0
      ? [{ way: "trial", product: trial.product, days: trial.days }]
      : [];
  const offers: readonly WayIn[] = Object.entries(products)
    .filter(([name]) => isProduct(name) && contains(name, needed))
    .flatMap(([name, { cents, per }]) =>
      isProduct(name) && per !== "nothing" ? [{ way: "buy" as const, product: name, cents, per }] : [],
    )
    .toSorted((a, b) => a.cents - b.cents);
  return [...trials, ...offers, { way: "ask_admin" }];
}
