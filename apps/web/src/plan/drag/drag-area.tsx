import type { CalendarDate, Plan } from "@strideiq/engine";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { toolMessages } from "../../messages/tools.ts";
import { type PlanActs, useActs } from "../acts.ts";
import { sayNotice } from "../data/notice.ts";
import { announce } from "./announcements.ts";
import { listenToKeys } from "./by-keys.ts";
import { listenToMouse } from "./by-mouse.ts";
import { listenToTouch } from "./by-touch.ts";
import { type CarryListener, createCarry } from "./carry.ts";
import type { DayLayout, Lifted } from "./days.ts";
import { HOW_TO_CARRY } from "./drag-card.tsx";

interface DragAreaProps {
  readonly plan: Plan;
  readonly layout: DayLayout;
  readonly children: ReactNode;
}

type Consider = NonNullable<PlanActs["consider"]>;

/** A calendar on which sessions can be taken to another day. Of a plan that is only looked at nothing moves. */
export function DragArea(props: DragAreaProps) {
  const acts = useActs();
  const consider = acts?.consider ?? null;
  return consider === null ? props.children : <ActiveArea {...props} consider={consider} />;
}

function ActiveArea({ plan, layout, children, consider }: DragAreaProps & { readonly consider: Consider }) {
  const root = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState("");
  const latest = useRef({ plan, consider });
  useEffect(() => {
    latest.current = { plan, consider };
  }, [plan, consider]);
  useEffect(() => {
    if (root.current === null) return undefined;
    return carryIn(root.current, layout, {
      lifted: (what) => {
        setWords(announce.lifted(what, latest.current.plan));
      },
      over: (what, day) => {
        setWords(announce.over(what, day, latest.current.plan));
      },
      put: (what, day) => {
        setWords(announce.put(what, day, latest.current.plan));
        if (day !== null) put(what, day, latest.current);
      },
      refused: (what) => {
        setWords("");
        sayNotice(announce.refused(what, latest.current.plan));
      },
    });
  }, [layout]);
  return (
    <div ref={root}>
      {children}
      <p id={HOW_TO_CARRY} hidden>
        {toolMessages.drag.how}
      </p>
      <p role="status" className="visually-hidden">
        {words}
      </p>
    </div>
  );
}

/** Lets cards be carried by mouse, by finger and by keyboard; gives the way to stop. */
function carryIn(root: HTMLElement, layout: DayLayout, listener: CarryListener): () => void {
  const carry = createCarry(root, layout, listener);
  const stops = [listenToMouse(root, carry), listenToTouch(root, carry), listenToKeys(root, carry)];
  return () => {
    carry.letGo();
    for (const stop of stops) stop();
  };
}

/** Onto a free day a session moves; with a day that has its own it changes places. */
function put(
  { session, date }: Lifted,
  to: CalendarDate,
  { plan, consider }: { plan: Plan; consider: Consider },
): void {
  if (to === date) return;
  const isFree = !plan.weeks.some(({ days }) =>
    days.some((day) => day.date === to && day.sessions.length > 0),
  );
  consider(
    isFree ? { kind: "move", session, to } : { kind: "swap", days: to < date ? [to, date] : [date, to] },
  );
}
