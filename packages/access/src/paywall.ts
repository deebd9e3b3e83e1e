import type { Feature } from "./features.ts";

/** What can be had, each with everything of those before it but `plan`, which is one plan. */
export const PRODUCTS = ["free", "plan", "pro", "elite"] as const;
export type Product = (typeof PRODUCTS)[number];

/** What a price is for. */
export const PAID_PER = ["nothing", "plan", "month"] as const;
export type PaidPer = (typeof PAID_PER)[number];

export interface ProductOffer {
  /** US cents. */
  readonly cents: number;
  readonly per: PaidPer;
  /** What it adds to the products before it. */
  readonly features: readonly Feature[];
}

export interface Paywall {
  /** `open`: everybody may use everything, as on one's own machine. `tiers`: as the products say. */
  readonly mode: "open" | "tiers";
  readonly products: Readonly<Record<Product, ProductOffer>>;
  /** Once for each athlete. */
  readonly trial: { readonly product: Product; readonly days: number };
}

/** Something that an athlete was given or has bought; a row of `entitlements`. */
export interface Holding {
  readonly product: string;
  readonly source: "grant" | "purchase" | "trial";
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  /** Null for good. */
  readonly endsAt: number | null;
  readonly revokedAt: number | null;
}

/** The product that a feature comes with: the first one that names it. */
export const productOf = ({ products }: Paywall, feature: Feature): Product | undefined =>
  PRODUCTS.find((product) => products[product].features.includes(feature));

/** Whether the second product contains everything of the first. */
export const contains = (product: Product, other: Product): boolean =>
  PRODUCTS.indexOf(product) >= PRODUCTS.indexOf(other);

export const isProduct = (text: string): text is Product => PRODUCTS.some((product) => product === text);

/** Whether it holds at this moment. */
export const isHeld = ({ startsAt, endsAt, revokedAt }: Holding, now: number): boolean =>
  startsAt <= now && (endsAt === null || now < endsAt) && (revokedAt === null || now < revokedAt);

/** The highest product that is held at this moment. */
export const heldProduct = (holdings: readonly Holding[], now: number): Product =>
  PRODUCTS.findLast((product) =>
    holdings.some((holding) => holding.product === product && isHeld(holding, now)),
  ) ?? "free";
