import type { Announcements } from "@dnd-kit/core";
import type { Plan } from "@strideiq/engine";
import { formatDate } from "@strideiq/wording";
import { toolMessages } from "../../messages/tools.ts";
import { cardTitle } from "../card-title.ts";
import { datedSessions } from "../plan-view.ts";
import { dayOfDrop } from "./days.ts";

const say = toolMessages.drag;

/** What is said aloud while a session is carried from day to day. */
export function announcementsFor(plan: Plan): Announcements {
  const titleOf = (id: string | number): string => {
    const found = datedSessions(plan).find(({ session }) => session.id === id);
    return found === undefined ? "" : cardTitle(found.session);
  };
  return {
    onDragStart: ({ active }) => say.lifted(titleOf(active.id)),
    onDragOver: ({ active, over }) => {
      const day = dayOfDrop(over);
      return day === null ? say.notThere(titleOf(active.id)) : say.over(titleOf(active.id), formatDate(day));
    },
    onDragEnd: ({ active, over }) => {
      const day = dayOfDrop(over);
      return day === null ? say.left(titleOf(active.id)) : say.dropped(titleOf(active.id), formatDate(day));
    },
    onDragCancel: ({ active }) => say.left(titleOf(active.id)),
  };
}
