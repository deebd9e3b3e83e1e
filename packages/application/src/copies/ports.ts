/** What makes copies of stored things wrong. */
export type CopyChange =
  | { readonly type: "plan"; readonly planId: string }
  /** An account, or an athlete. */
  | { readonly type: "person"; readonly id: string }
  /** Nobody listened for a while: anything may be another by now. */
  | { readonly type: "unknown" };

/** Hears of every change that is stored, whoever stores it, from when it is called on. */
export type HearOfChanges = (onChange: (change: CopyChange) => void) => Hearing;

export interface Hearing {
  /** Whether everything that changed up to a moment ago has been told. Copies must not be used without. */
  readonly isHearing: () => boolean;
  /** Resolves when everything that was stored before has been told, or nothing is heard at all. */
  readonly caughtUp: () => Promise<void>;
  readonly stop: () => Promise<void>;
}
