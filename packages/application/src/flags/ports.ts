import type { Feature, FlagContext, FlagDefinition, FlagVerdict, Paywall } from "@strideiq/access";
import type { Result } from "@strideiq/engine";

/** Asks whether a feature is on for somebody. It always answers: what fails is off, and says so. */
export interface Flags {
  readonly ask: (feature: Feature, context: FlagContext) => Promise<FlagVerdict>;
}

/** A flag as it is stored; the definition is unread, since a hand may have been at the row. */
export interface StoredFlag {
  readonly key: string;
  readonly definition: unknown;
  /** Grows by one with each change. */
  readonly revision: number;
}

/** Who changes what, and why: it goes into the audit. */
export interface FlagChange {
  readonly key: Feature;
  readonly definition: FlagDefinition;
  /** The revision that was looked at; a change of another one is refused. */
  readonly revision: number;
  readonly by: ConfigurationActor;
  readonly why: string;
}

export interface ConfigurationActor {
  readonly accountId: string;
}

/** Somebody else changed it in between; how it stands now. */
export interface ChangedMeanwhile {
  readonly type: "ChangedMeanwhile";
  readonly revision: number;
}

/** What things cost, as it is stored; the definition is unread. */
export interface StoredPaywall {
  readonly definition: unknown;
  readonly revision: number;
}

export interface PaywallChange {
  readonly definition: Paywall;
  /** The revision that was looked at; a change of another one is refused. */
  readonly revision: number;
  readonly by: ConfigurationActor;
  readonly why: string;
}

export interface PaywallStore {
  readonly read: () => Promise<StoredPaywall | undefined>;
  /** Writes the first, and leaves any that stands as it is. */
  readonly seed: (paywall: Paywall) => Promise<void>;
  /** Stores it with its audit entry, both or neither, and tells all processes. What it was before is kept. */
  readonly change: (change: PaywallChange) => Promise<Result<StoredPaywall, ChangedMeanwhile>>;
}

export interface FlagStore {
  readonly readAll: () => Promise<readonly StoredFlag[]>;
  /** Writes the flags that have no row yet, and leaves all others as they are. */
  readonly seed: (flags: Readonly<Record<string, FlagDefinition>>) => Promise<void>;
  /** Stores flag and audit entry, both or neither, and tells all processes. */
  readonly change: (change: FlagChange) => Promise<Result<StoredFlag, ChangedMeanwhile>>;
}

/**
 * Calls back when something may have changed in the database: told by it, and now and then without being
 * told, since a message can get lost.
 */
export type WatchConfiguration = (onChange: () => void) => { readonly stop: () => Promise<void> };
