import type { CompletionBody } from "@strideiq/contracts";
import type { CalendarDate, ChangedWish } from "@strideiq/engine";
import { createContext, useContext } from "react";

/** What an athlete can do to the plan that is shown. */
export interface PlanActs {
  /** Null where nobody may choose. */
  readonly choose: ((sessionId: string, option: "a" | "b") => void) | null;
  /** `basis` is the revision that was read before writing began; without it what is told now. */
  readonly tell: (sessionId: string, told: CompletionBody, basis?: number) => void;
  readonly basisOf: (sessionId: string) => number;
  readonly planId: string;
  /** Why what was told could not be read; null where it was. */
  readonly unread: string | null;
  readonly takeBack: (sessionId: string) => void;
  /** Asks what a change would do, and shows it. Null where nothing is changed. */
  readonly consider: ((wish: ChangedWish) => void) | null;
}

const ActsContext = createContext<PlanActs | null>(null);

export const ActsProvider = ActsContext.Provider;

/** Null where a plan is only looked at: an offer, a preview. */
export const useActs = (): PlanActs | null => useContext(ActsContext);

/** A day that can still be changed: from today on, and before the race. */
export const isOpenDay = (date: CalendarDate, today: CalendarDate, raceDate: CalendarDate): boolean =>
  date >= today && date < raceDate;
