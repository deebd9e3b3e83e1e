import type { CalendarDate, RaceDistance } from "@strideiq/engine";
import type { Page } from "../page.ts";
import type { AthleteScope, PlanKey } from "./plan-record.ts";

/** One plan in a list. */
export interface PlanSummary {
  readonly planId: string;
  readonly state: "generating" | "ready" | "refused" | "failed";
  readonly distance: RaceDistance;
  readonly raceDate: CalendarDate;
  /** Where its days begin and end. */
  readonly timeZone: string;
  readonly firstDate: CalendarDate | null;
  readonly lastDate: CalendarDate | null;
  readonly version: number | null;
  readonly revision: number;
  readonly acceptedAt: Date;
}

/** The plans of one athlete. */
export interface PlanShelf {
  /** Newest first; the cursor is an id. */
  readonly list: (scope: AthleteScope, page: Page<string>) => Promise<readonly PlanSummary[]>;
  /** Removes the plan with its versions, its ledger and what was run of it, if it still is as it was seen. */
  readonly remove: (key: PlanKey, expected?: number) => Promise<"removed" | "not_found" | "changed">;
}
