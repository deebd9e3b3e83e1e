import type { CalendarDate, Session } from "@strideiq/engine";
import { formatDate } from "@strideiq/wording";
import type { ReactNode } from "react";
import { toolMessages } from "../../messages/tools.ts";
import { GripIcon } from "../../ui/icons.tsx";
import { cardTitle } from "../card-title.ts";
import { cardMarks } from "./days.ts";
import styles from "./drag.module.css";

interface DragCardProps {
  readonly session: Session;
  readonly date: CalendarDate;
  readonly children: ReactNode;
}

/** Where it is written how a handle is used. */
export const HOW_TO_CARRY = "how-to-carry";

/**
 * A card that can be taken by mouse or finger anywhere, and by keyboard at its handle: the card itself is a
 * button that opens the session, and a key can mean one thing only.
 */
export const DragCard = ({ session, date, children }: DragCardProps) => (
  <div className={styles["card"]} {...cardMarks({ session: session.id, date })}>
    {children}
    <button
      type="button"
      className={styles["grip"]}
      data-grip=""
      aria-label={toolMessages.drag.handle(cardTitle(session), formatDate(date))}
      aria-describedby={HOW_TO_CARRY}
    >
      <GripIcon size={14} />
    </button>
  </div>
);
