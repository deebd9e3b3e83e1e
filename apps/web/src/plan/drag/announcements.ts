import type { CalendarDate, Plan } from "@strideiq/engine";
import { formatDate } from "@strideiq/wording";
import { toolMessages } from "../../messages/tools.ts";
import { cardTitle } from "../card-title.ts";
import { datedSessions } from "../plan-view.ts";
import type { Lifted } from "./days.ts";

const say = toolMessages.drag;

const titleOf = ({ session: id }: Lifted, plan: Plan): string => {
  const found = datedSessions(plan).find(({ session }) => session.id === id);
  return found === undefined ? "" : cardTitle(found.session);
};

/** What is said aloud while a session is carried from day to day; the day is null where it cannot be put. */
export const announce = {
  lifted: (what: Lifted, plan: Plan): string => say.lifted(titleOf(what, plan)),
  over: (what: Lifted, day: CalendarDate | null, plan: Plan): string =>
    day === null ? say.notThere(titleOf(what, plan)) : say.over(titleOf(what, plan), formatDate(day)),
  refused: (what: Lifted, plan: Plan): string => say.notOpen(titleOf(what, plan)),
  put: (what: Lifted, day: CalendarDate | null, plan: Plan): string =>
    day === null || day === what.date
      ? say.left(titleOf(what, plan))
      : say.dropped(titleOf(what, plan), formatDate(day)),
};
