import type { WhatIfAnswer } from "@strideiq/contracts";
import type { CalendarDate, Units } from "@strideiq/engine";
import { formatDate, formatDistance } from "@strideiq/wording";
import { changeMessages } from "../../messages/changes.ts";

const say = changeMessages.possible;

type SessionDifference = Extract<WhatIfAnswer, { status: "possible" }>["diff"]["sessions"][number];

/** What a change does to one session, without its name: `from Thu 3 Dec to Fri 4 Dec`. */
export function whatHappens(one: SessionDifference, units: Units): string {
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
