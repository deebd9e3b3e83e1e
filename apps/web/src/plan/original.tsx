import type { CalendarDate, Plan, Session, Units } from "@strideiq/engine";
import { createContext, useContext, useMemo } from "react";
import { toolMessages } from "../messages/tools.ts";
import { useByTime } from "../preferences/measure.ts";
import { cardTitle } from "./card-title.ts";
import { sizeInWords } from "./session-words.ts";
import styles from "./original.module.css";

type Original = ReadonlyMap<CalendarDate, readonly Session[]>;

const OriginalContext = createContext<Original | null>(null);

export const OriginalProvider = OriginalContext.Provider;

/** The first version of a plan by its days; null where it is not shown. */
export const useOriginal = (plan: Plan | null): Original | null =>
  useMemo(
    () =>
      plan === null
        ? null
        : new Map(plan.weeks.flatMap(({ days }) => days).map(({ date, sessions }) => [date, sessions])),
    [plan],
  );

interface FirstPlanProps {
  readonly date: CalendarDate;
  readonly sessions: readonly Session[];
  readonly units: Units;
}

/** What stood on this day when the plan was made, where it is another thing now. */
export function FirstPlan({ date, sessions, units }: FirstPlanProps) {
  const original = useContext(OriginalContext);
  const byTime = useByTime();
  const first = original?.get(date);
  if (first === undefined) return null;
  const words = (all: readonly Session[]): string =>
    all.map((session) => `${cardTitle(session)} ${sizeInWords(session, units, byTime)}`).join(", ");
  if (words(first) === words(sessions)) return null;
  const { was, wasRest } = toolMessages;
  return <p className={styles["first"]}>{first.length === 0 ? wasRest : was(words(first))}</p>;
}
