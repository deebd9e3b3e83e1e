import type { Plan, SessionOption, WorkoutCard } from "@strideiq/engine";
import { formatMinutes } from "@strideiq/wording";
import { messages } from "../../messages.ts";
import { dayMessages as say } from "../../messages/day.ts";
import styles from "./session-sheet.module.css";

interface AdviceProps {
  readonly option: SessionOption;
  readonly plan: Plan;
}

/** What the library says of this workout: what it trains, how it feels, on which ground, with what to eat. */
export function Advice({ option, plan }: AdviceProps) {
  const card = option.workout === undefined ? undefined : plan.workouts[option.workout];
  const rows = adviceOf(option, card);
  if (rows.length === 0) return null;
  return (
    <dl className={styles["advice"]}>
      {rows.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function adviceOf(
  { kind, seconds }: SessionOption,
  card: WorkoutCard | undefined,
): readonly (readonly [string, string])[] {
  if (card === undefined) return kind === "race" ? [[say.advice.purpose, messages.session.racePurpose]] : [];
  const { purpose, feel, surface, fuelling } = card;
  const rows: (readonly [string, string])[] = [
    [say.advice.purpose, purpose],
    [say.advice.feel, feel],
  ];
  if (surface !== "any") rows.push([say.advice.ground, say.advice.grounds[surface]]);
  if (fuelling !== null && seconds >= fuelling.fromSeconds) {
    const { gramsPerHour, fromSeconds } = fuelling;
    rows.push([
      say.advice.fuel,
      say.advice.grams(gramsPerHour.min, gramsPerHour.max, formatMinutes(fromSeconds)),
    ]);
  }
  return rows.filter(([, text]) => text !== "");
}
