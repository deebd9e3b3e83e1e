import type { PlanWishInput } from "@strideiq/contracts";
import type { PlanRequest } from "@strideiq/engine";

/** A request as a wish to send again; which day it is, the server says. */
export const wishOf = ({ today: _today, history, ...wish }: PlanRequest): PlanWishInput => ({
  ...wish,
  unavailable: [...wish.unavailable],
  history: history === null ? null : { weeks: history.weeks.map((week) => ({ ...week })) },
});
