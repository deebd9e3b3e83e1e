import {
  addDays,
  type CalendarDate,
  type ChangedWish,
  daysBetween,
  type Weekday,
  WEEKDAYS,
} from "@strideiq/engine";
import { formatDate, formatDateRange, WEEKDAY_NAMES } from "@strideiq/wording";
import { type ComponentType, type ReactNode, useState } from "react";
import { changeMessages as say } from "../../messages/changes.ts";
import { Field } from "../../ui/field.tsx";
import {
  CalendarIcon,
  CheckIcon,
  FlagIcon,
  HeartIcon,
  PauseIcon,
  RepeatIcon,
  RouteIcon,
  SunIcon,
} from "../../ui/icons.tsx";
import { weekOfToday } from "../plan-view.ts";
import type { Overview } from "../week-totals.ts";
import type { Wanted } from "./wanted.ts";
import styles from "./change.module.css";
import { DayField, Form, useSpan } from "./form-parts.tsx";
import { dateOf } from "./span.ts";
import { type Spell, wishOf } from "./spell.ts";
import { isResting, toldDone } from "./told-done.ts";
import { UnwellForm } from "./unwell-form.tsx";

interface ChangeMenuProps {
  readonly overview: Pick<Overview, "plan" | "tales">;
  readonly today: CalendarDate;
  readonly onAsk: (wanted: Wanted) => void;
}

type Task = keyof typeof say.tasks;

const ICONS: Readonly<Record<Task, ComponentType<{ readonly size?: number }>>> = {
  free: SunIcon,
  pause: PauseIcon,
  unwell: HeartIcon,
  resume: CheckIcon,
  repeat: RepeatIcon,
  longDay: CalendarIcon,
  race: FlagIcon,
  adapt: RouteIcon,
};

/** Everything that can be changed beside moving a session, one at a time. */
export function ChangeMenu({ overview, today, onAsk }: ChangeMenuProps) {
  const { plan, tales } = overview;
  const ask = (wish: ChangedWish, spell: Spell | null = null): void => {
    const hears = wish.kind !== "block_days" && wish.kind !== "long_run_day";
    onAsk({ wish, done: hears ? toldDone(plan, tales, today, spell) : null } as Wanted);
  };
  const shared = { overview, today, onAsk: ask };
  return (
    <div className={styles["tasks"]}>
      <TaskFold task="free">
        <FreeForm {...shared} />
      </TaskFold>
      <TaskFold task="pause">
        <PauseForm {...shared} />
      </TaskFold>
      {isResting(plan) ? (
        <TaskFold task="resume">
          <PlainForm wish={{ kind: "resume" }} onAsk={ask} />
        </TaskFold>
      ) : (
        <TaskFold task="unwell">
          <UnwellForm
            plan={plan}
            today={today}
            onTell={(spell) => {
              ask(wishOf(spell, today), spell);
            }}
          />
        </TaskFold>
      )}
      <TaskFold task="adapt">
        <PlainForm wish={{ kind: "adapt" }} onAsk={ask} />
      </TaskFold>
      <TaskFold task="repeat">
        <RepeatForm {...shared} />
      </TaskFold>
      <TaskFold task="longDay">
        <LongDayForm {...shared} />
      </TaskFold>
      <TaskFold task="race">
        <RaceForm {...shared} />
      </TaskFold>
    </div>
  );
}

function TaskFold({ task, children }: { readonly task: Task; readonly children: ReactNode }) {
  const Icon = ICONS[task];
  return (
    <details className={styles["task"]} name="change">
      <summary>
        <Icon size={18} />
        <span>
          <b>{say.tasks[task].name}</b>
          <small>{say.tasks[task].says}</small>
        </span>
      </summary>
      {children}
    </details>
  );
}

interface FormProps {
  readonly overview: Pick<Overview, "plan" | "tales">;
  readonly today: CalendarDate;
  readonly onAsk: (wish: ChangedWish) => void;
}

const PlainForm = ({ wish, onAsk }: Pick<FormProps, "onAsk"> & { readonly wish: ChangedWish }) => (
  <Form
    onSubmit={() => {
      onAsk(wish);
    }}
  />
);

function FreeForm({ overview, today, onAsk }: FormProps) {
  const { fields, read } = useSpan({ today, race: overview.plan.raceDate });
  return (
    <Form
      onSubmit={() => {
        const span = read();
        if (span === null) return;
        const length = daysBetween(span.first, span.last) + 1;
        onAsk({ kind: "block_days", days: Array.from({ length }, (_, i) => addDays(span.first, i)) });
      }}
    >
      {fields}
    </Form>
  );
}

function PauseForm({ overview, today, onAsk }: FormProps) {
  const { fields, read } = useSpan({ today, race: overview.plan.raceDate });
  const [race, setRace] = useState("");
  return (
    <Form
      onSubmit={() => {
        const span = read();
        const raceDate = dateOf(race);
        if (span !== null) onAsk({ kind: "pause", ...span, ...(raceDate === null ? {} : { raceDate }) });
      }}
    >
      {fields}
      <DayField label={say.laterRace} hint={say.laterRaceHint} value={race} min={today} onChange={setRace} />
    </Form>
  );
}

function RepeatForm({ overview, today, onAsk }: FormProps) {
  const begun = overview.plan.weeks.filter(
    ({ days, kind }) => kind !== "race" && (days[0]?.date ?? today) <= today,
  );
  const [week, setWeek] = useState(String(weekOfToday(overview.plan, today)));
  return (
    <Form
      onSubmit={() => {
        onAsk({ kind: "repeat_week", week: Number(week) });
      }}
    >
      <Field label={say.week}>
        {(described) => (
          <select
            {...described}
            className={styles["select"]}
            value={week}
            onChange={(event) => {
              setWeek(event.target.value);
            }}
          >
            {begun.map((one) => {
              const [first, last] = [one.days[0], one.days.at(-1)];
              const days = first && last ? formatDateRange(first.date, last.date) : "";
              return (
                <option key={one.week} value={one.week}>
                  {say.weekOf(one.week, days)}
                </option>
              );
            })}
          </select>
        )}
      </Field>
    </Form>
  );
}

function LongDayForm({ overview, onAsk }: FormProps) {
  const { longRunDay, unavailable } = overview.plan.request;
  const open = WEEKDAYS.filter((day) => day !== longRunDay && !unavailable.includes(day));
  const [weekday, setWeekday] = useState<Weekday>(open.at(-1) ?? "sat");
  return (
    <Form
      onSubmit={() => {
        onAsk({ kind: "long_run_day", weekday });
      }}
    >
      <Field label={say.longRunOn}>
        {(described) => (
          <select
            {...described}
            className={styles["select"]}
            value={weekday}
            onChange={(event) => {
              setWeekday(WEEKDAYS.find((day) => day === event.target.value) ?? weekday);
            }}
          >
            {open.map((day) => (
              <option key={day} value={day}>
                {WEEKDAY_NAMES[day]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Form>
  );
}

function RaceForm({ overview, today, onAsk }: FormProps) {
  const [race, setRace] = useState<string>(overview.plan.raceDate);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  return (
    <Form
      onSubmit={() => {
        const date = dateOf(race);
        const wrong =
          date === null ? say.dayMissing : date <= today ? say.raceBehind(formatDate(today)) : undefined;
        setProblem(wrong);
        if (date !== null && wrong === undefined) onAsk({ kind: "race_date", date });
      }}
    >
      <DayField label={say.raceDay} value={race} error={problem} min={today} onChange={setRace} />
    </Form>
  );
}
