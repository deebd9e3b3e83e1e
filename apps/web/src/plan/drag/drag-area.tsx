import {
  closestCenter,
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import type { CalendarDate, Session, Units } from "@strideiq/engine";
import { type ReactNode, useMemo, useState } from "react";
import { toolMessages } from "../../messages/tools.ts";
import { type PlanActs, useActs } from "../acts.ts";
import { datedSessions } from "../plan-view.ts";
import { SessionCard } from "../session-card.tsx";
import type { Overview } from "../week-totals.ts";
import { announcementsFor } from "./announcements.ts";
import { dayOfDrop, dragOf, oneDayOn } from "./days.ts";
import styles from "./drag.module.css";

interface DragAreaProps {
  readonly overview: Overview;
  readonly units: Units;
  readonly children: ReactNode;
}

/** A calendar on which sessions can be taken to another day. Of a plan that is only looked at nothing moves. */
export function DragArea(props: DragAreaProps) {
  const acts = useActs();
  return acts === null ? props.children : <ActiveArea {...props} acts={acts} />;
}

/** A press becomes a drag after this way, or on glass after this time: clicks and scrolling stay what they are. */
const MOUSE = { activationConstraint: { distance: 6 } };
const TOUCH = { activationConstraint: { delay: 250, tolerance: 8 } };
const KEYS = { coordinateGetter: oneDayOn };

/** A pointer means the day under it; the keyboard has no pointer, and means the day it has come to. */
const dayUnder: CollisionDetection = (args) =>
  args.pointerCoordinates === null ? closestCenter(args) : pointerWithin(args);

function ActiveArea({ overview, units, children, acts }: DragAreaProps & { readonly acts: PlanActs }) {
  const [lifted, setLifted] = useState<Session | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, MOUSE),
    useSensor(TouchSensor, TOUCH),
    useSensor(KeyboardSensor, KEYS),
  );
  const { plan } = overview;
  const accessibility = useMemo(
    () => ({
      announcements: announcementsFor(plan),
      screenReaderInstructions: { draggable: toolMessages.drag.how },
    }),
    [plan],
  );
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={dayUnder}
      accessibility={accessibility}
      onDragStart={({ active }: DragStartEvent) => {
        setLifted(datedSessions(plan).find(({ session }) => session.id === active.id)?.session ?? null);
      }}
      onDragCancel={() => {
        setLifted(null);
      }}
      onDragEnd={(event) => {
        setLifted(null);
        drop(event, overview, acts);
      }}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {lifted !== null && (
          <div className={styles["lifted"]}>
            <SessionCard session={lifted} plan={plan} units={units} onOpen={() => undefined} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

/** Onto a free day a session moves; with a day that has its own it changes places. */
function drop({ active, over }: DragEndEvent, { plan }: Overview, acts: PlanActs): void {
  const lifted = dragOf(active);
  const to: CalendarDate | null = dayOfDrop(over);
  if (lifted === null || to === null || to === lifted.date) return;
  const isFree = !plan.weeks.some(({ days }) =>
    days.some((day) => day.date === to && day.sessions.length > 0),
  );
  acts.consider(
    isFree
      ? { kind: "move", session: lifted.session, to }
      : { kind: "swap", days: to < lifted.date ? [to, lifted.date] : [lifted.date, to] },
  );
}
