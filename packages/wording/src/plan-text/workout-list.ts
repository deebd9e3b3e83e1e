import type { Plan, Session } from "@strideiq/engine";
import { formatDate } from "../numbers/format-date.ts";
import { describeSteps } from "../workout/describe-steps.ts";
import { chosenOf, formatSessionSize } from "../workout/session-view.ts";
import type { Painter } from "./painter.ts";
import type { TextOptions } from "./plan-header.ts";
import { wrap } from "./wrap.ts";

/** Hard sessions need their recoveries written out; the table has no room for them. */
const needsWords = ({ kind, quality }: Session): boolean => quality && kind !== "race";

/** Every hard session in full, in the order of the plan. */
export function workoutList(plan: Plan, { units, width }: TextOptions, paint: Painter): readonly string[] {
  const lines = plan.weeks.flatMap(({ days, week }) =>
    days.flatMap(({ date, sessions }) =>
      sessions.filter(needsWords).flatMap((session) => {
        const { steps, title } = chosenOf(session);
        const head = `${String(week).padStart(2)}  ${formatDate(date).padEnd(10)}  `;
        const inside = describeSteps(steps, units, { byEffort: plan.paces === null });
        const text = `${head}${title}, ${formatSessionSize(session, units)}: ${inside}`;
        return wrap(text, width, " ".repeat(head.length));
      }),
    ),
  );
  return lines.length === 0 ? [] : [paint("HARD SESSIONS IN FULL", "bold"), ...lines];
}
