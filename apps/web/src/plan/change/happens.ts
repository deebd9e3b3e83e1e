import type { WhatIfAnswer } from "@strideiq/contracts";
import type { CalendarDate, Units } from "@strideiq/engine";
import { formatDate, formatDistance } from "@strideiq/wording";
import { changeMessages } from "../../messages/changes.ts";
import type { SessionRow } from "./session-rows.ts";

const say = changeMessages.possible;

type SessionDifference = Extract<WhatIfAnswer, { status: "possible" }>["diff"]["sessions"][number];

/** What a change does to one session, without its name: `from Thu 3 Dec to Fri 4 Dec`. */
function whatHappens(one: SessionDifference, units: Units): string {
  const { fate, fromDate, toDate, metresBefore, metresAfter } = one;
  const day = (date: CalendarDate | null): string => (date === null ? "" : formatDate(date));
  const size = (metres: number | null): string => (metres === null ? "" : formatDistance(metres, units));
  switch (fate) {
    case "moved":
      return say.fates.moved(day(fromDate), day(toDate));
    case "dropped":
      return `${day(fromDate)}: ${say.fates.dropped(size(metresBefore))}`;
    case "added":
      return `${day(toDate)}: ${say.fates.added(size(metresAfter))}`;
    case "changed": {
      const inside = size(metresBefore) === size(metresAfter);
      const what = inside
        ? say.fates.inside(size(metresAfter))
        : say.fates.changed(size(metresBefore), size(metresAfter));
      const place = fromDate === toDate ? day(toDate) : say.fates.moved(day(fromDate), day(toDate));
      return `${place}: ${what}`;
    }
  }
}

/** The name of a line, and what happens there. */
export const rowInWords = (row: SessionRow, units: Units): readonly [string, string] =>
  row.kind === "one"
    ? [row.change.title, whatHappens(row.change, units)]
    : [row.added.title, replacedBy(row, units)];

function replacedBy({ dropped, added }: Extract<SessionRow, { kind: "replaced" }>, units: Units): string {
  const sized = ({ title }: { readonly title: string }, metres: number | null): string =>
    metres === null ? title : `${title} ${formatDistance(metres, units)}`;
  const what = say.fates.replaced(sized(dropped, dropped.metresBefore), sized(added, added.metresAfter));
  return dropped.fromDate === null ? what : `${formatDate(dropped.fromDate)}: ${what}`;
}

/** The session that a line is about. */
export const idOfRow = (row: SessionRow): string =>
  row.kind === "one" ? row.change.sessionId : row.dropped.sessionId;
