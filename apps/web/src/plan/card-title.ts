import type { Session } from "@strideiq/engine";
import { chosenOf, leavesOf } from "@strideiq/wording";
import { messages } from "../messages.ts";

/** A shorter name where the kind has a usual one; what is special about a session is in its title. */
export function cardTitle(session: Session): string {
  const { kind, title, steps } = chosenOf(session);
  // Who walks and runs in turn wants to read that first; a long one has the name of its day all the same.
  if (kind === "easy" && leavesOf(steps).some(({ zone }) => zone === "walk")) return title;
  if (kind === "hills" && !session.quality) return messages.plan.easyWithHills;
  if (kind === "strides") return messages.plan.easyWith(title);
  return session.chosen === "b" ? title : (messages.plan.cardTitles[kind] ?? title);
}
