import type { Holding, Product } from "@strideiq/access";

export interface Grant {
  readonly athleteId: string;
  readonly product: Product;
  /** Null for good. */
  readonly endsAt: Date | null;
  /** The account of the administrator. */
  readonly by: string;
  readonly why: string;
}

/** What athletes were given, have bought or try. Whatever is given or taken leaves an entry in the audit. */
export interface Entitlements {
  /** Everything the athlete holds or held, the oldest first. */
  readonly holdingsOf: (athleteId: string) => Promise<readonly Holding[]>;
  /** Gives a product; the answer is the id of the grant, or undefined when there is no such athlete. */
  readonly grant: (grant: Grant) => Promise<string | undefined>;
  /** Takes a grant back. False when there is none in force. */
  readonly revoke: (athleteId: string, grantId: string, by: string, why: string) => Promise<boolean>;
  /** Starts the one trial of an athlete. False when there was one. */
  readonly startTrial: (athleteId: string, product: Product, days: number) => Promise<boolean>;
}
