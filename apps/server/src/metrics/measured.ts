/** Unfinished jobs of one queue in one state. */
export interface Backlog {
  readonly queue: string;
  readonly state: string;
  readonly count: number;
  /** Since when the oldest of them could have been done. */
  readonly oldestSeconds: number;
}

/** What is asked anew for each reading. */
export interface Measured {
  readonly unfinished: () => Promise<readonly Backlog[]>;
  /** Connections of this process to the database, and requests that wait for one. */
  readonly poolUse: () => { readonly busy: number; readonly idle: number; readonly waiting: number };
}
