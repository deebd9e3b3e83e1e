import { parseCalendarDate } from "@strideiq/engine";
import { formatDate } from "@strideiq/wording";
import { useState } from "react";
import { fitnessMessages as words } from "../messages/fitness.ts";
import { Segmented } from "../ui/segmented.tsx";
import { type FitnessDay, FITNESS_SPANS, type FitnessSpan, useFitness } from "./run-api.ts";
import { FitnessChart } from "./fitness-chart.tsx";
import styles from "./fitness.module.css";
import cards from "./runs.module.css";

/** What all runs together say: the load of months as fitness, that of days as fatigue. */
export function Fitness() {
  const [span, setSpan] = useState<FitnessSpan>("180");
  const told = useFitness(span);
  const days = told?.ok === true ? told.value.days : [];
  const last = days.at(-1);
  if (last === undefined) return null;
  return (
    <section className={cards["card"]} aria-labelledby="fitness">
      <h2 id="fitness">{words.title}</h2>
      <dl className={cards["facts"]}>
        <Fact name={words.fitness} value={last.fitness} className={styles["fitnessKey"]} />
        <Fact name={words.fatigue} value={last.fatigue} className={styles["fatigueKey"]} />
        <Fact name={words.form} value={last.form} isSigned />
      </dl>
      <p className={styles["lead"]}>{last.isSettling ? words.formSettling : words.formLead}</p>
      <Segmented
        legend={words.span}
        size="small"
        options={FITNESS_SPANS.map((value) => ({ value, label: words.spans[value] }))}
        value={span}
        onChange={setSpan}
      />
      <FitnessChart days={days} />
      {days.some(({ isSettling }) => isSettling) && <p className={styles["lead"]}>{words.settling}</p>}
      <details className={styles["about"]}>
        <summary>{words.about}</summary>
        <p>{words.explained}</p>
        <WeekTable days={days} />
      </details>
    </section>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: number;
  readonly className?: string | undefined;
  readonly isSigned?: boolean;
}

const Fact = ({ className, isSigned = false, name, value }: FactProps) => (
  <div>
    <dt className={className}>{name}</dt>
    <dd>{isSigned ? signed(value) : Math.round(value)}</dd>
  </div>
);

const signed = (value: number): string => {
  const rounded = Math.round(value);
  return rounded > 0 ? `+${String(rounded)}` : String(rounded).replace("-", "−");
};

/** One row a week says as much as a picture of days. */
const WeekTable = ({ days }: { readonly days: readonly FitnessDay[] }) => (
  <div className={cards["scroll"]} tabIndex={0} role="region" aria-label={words.table}>
    <table>
      <thead>
        <tr>
          {[words.day, words.fitness, words.fatigue, words.form].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days
          .filter((_, index) => (days.length - 1 - index) % 7 === 0)
          .toReversed()
          .map(({ day, fatigue, fitness, form }) => {
            const parsed = parseCalendarDate(day);
            return (
              <tr key={day}>
                <th scope="row">{parsed.ok ? formatDate(parsed.value) : day}</th>
                <td>{Math.round(fitness)}</td>
                <td>{Math.round(fatigue)}</td>
                <td>{signed(form)}</td>
              </tr>
            );
          })}
      </tbody>
    </table>
  </div>
);
