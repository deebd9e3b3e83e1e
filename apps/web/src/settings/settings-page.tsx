import { type Units, UNITS, type Weekday } from "@strideiq/engine";
import { WEEKDAY_NAMES } from "@strideiq/wording";
import type { ReactNode } from "react";
import { messages } from "../messages.ts";
import { ownMessages } from "../messages/own.ts";
import { storedClock } from "../preferences/clock.ts";
import { storedMeasure } from "../preferences/measure.ts";
import { storedUnits, storedWeekStart } from "../preferences/preferences.ts";
import { useStored } from "../preferences/stored.ts";
import { ThemeSwitch } from "../preferences/switches.tsx";
import { Segmented } from "../ui/segmented.tsx";
import styles from "./settings-page.module.css";

const words = ownMessages.settings;
const WEEK_STARTS: readonly Weekday[] = ["mon", "sat", "sun"];
const unitName = (units: Units): string => messages.units[units].split(",")[0] ?? units;

/** How the page looks and counts for this browser. */
export function SettingsPage() {
  const [units, setUnits] = useStored(storedUnits);
  const [measure, setMeasure] = useStored(storedMeasure);
  const [clock, setClock] = useStored(storedClock);
  const [weekStart, setWeekStart] = useStored(storedWeekStart);
  return (
    <main className={styles["page"]}>
      <div>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <section className={styles["card"]} aria-labelledby="numbers">
        <h2 id="numbers">{words.numbers}</h2>
        <Line name={words.units}>
          <Segmented
            legend={words.units}
            options={UNITS.map((value) => ({ value, label: unitName(value) }))}
            value={units}
            onChange={setUnits}
          />
        </Line>
        <Line name={words.measure}>
          <Segmented
            legend={words.measure}
            options={[
              { value: "distance", label: words.measures.distance },
              { value: "time", label: words.measures.time },
            ]}
            value={measure}
            onChange={setMeasure}
          />
        </Line>
        <Line name={words.clock}>
          <Segmented
            legend={words.clock}
            options={[
              { value: "24", label: words.clocks.full },
              { value: "12", label: words.clocks.half },
            ]}
            value={clock}
            onChange={setClock}
          />
        </Line>
        <Line name={words.weekStart} hint={words.weekStartHint}>
          <Segmented
            legend={words.weekStart}
            options={WEEK_STARTS.map((value) => ({ value, label: WEEKDAY_NAMES[value] }))}
            value={weekStart}
            onChange={setWeekStart}
          />
        </Line>
      </section>
      <section className={styles["card"]} aria-labelledby="looks">
        <h2 id="looks">{words.show}</h2>
        <Line name={words.theme}>
          <ThemeSwitch />
        </Line>
      </section>
    </main>
  );
}

interface LineProps {
  readonly name: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

const Line = ({ name, hint, children }: LineProps) => (
  <div className={styles["line"]}>
    <p>
      {name}
      {hint !== undefined && <small>{hint}</small>}
    </p>
    {children}
  </div>
);
