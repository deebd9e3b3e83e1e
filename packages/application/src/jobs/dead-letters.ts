import type { Page } from "../page.ts";

/** A job that ran to an error time after time, laid aside until an administrator has looked at it. */
export interface DeadLetter {
  readonly letterId: string;
  readonly queue: string;
  /** What was to be done; ids only. */
  readonly job: Readonly<Record<string, unknown>>;
  readonly problem: string;
  readonly attempts: number;
  readonly diedAt: Date;
}

/** Who has a dead letter done again, and in which request. */
export interface Administrator {
  readonly accountId: string;
  readonly requestId: string;
}

export interface DeadLetterDesk {
  /** Oldest first; the cursor is an id. */
  readonly list: (page: Page<string>) => Promise<readonly DeadLetter[]>;
  /** Puts the job back to where it came from, with what waits for it, and notes who did. False when it is gone. */
  readonly replay: (letterId: string, by: Administrator) => Promise<boolean>;
}
