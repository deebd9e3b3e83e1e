/** Unfinished jobs of one queue in one state. */
export interface Backlog {
  readonly queue: string;
  readonly state: string;
  readonly count: number;
  /** Since when the oldest of them could have been done. */
  readonly oldestSeconds: number;
}

/** Readings answered from a copy, from the database, or past copies that could not be trusted then. */
export type ReadFigures = Readonly<Record<"hit" | "miss" | "bypassed", number>>;

/** What is asked anew for each reading. */
export interface Measured {
  readonly unfinished: () => Promise<readonly Backlog[]>;
  /** How often each kind of copy in this process was read, and how much room they take. */
  readonly copyUse: () => {
    readonly process: Readonly<Record<string, ReadFigures & { readonly bytes: number }>>;
    /** Outside of it, for what no copy in the process answered. */
    readonly shared: Readonly<Record<string, ReadFigures>>;
  };
  /** Whether Redis answers; undefined where there is none. */
  readonly isRedisThere: (() => boolean) | undefined;
  /** Connections of this process to the database, and requests that wait for one. */
  readonly poolUse: () => { readonly busy: number; readonly idle: number; readonly waiting: number };
}
