import type { Session } from "@strideiq/engine";
import { chosenOf } from "@strideiq/wording";
import { messages } from "../messages.ts";

/** A shorter name where the kind has a usual one; what is special about a session is in its title. */
export function cardTitle(session: Session): string {
  const { kind, title } = chosenOf(session);
  if (kind === "hills" && !session.quality) return messages.plan.easyWithHills;
  return session.chosen === "b" ? title : (messages.plan.cardTitles[kind] ?? title);
}
