import type { WhatIfAnswer } from "@strideiq/contracts";
import type { Plan, PlanWeek, Units } from "@strideiq/engine";
import { chosenOf, explainLaw, formatDistance, weekdayShort } from "@strideiq/wording";
import { weekdayOf } from "@strideiq/engine";
import { useState } from "react";
import { changeMessages } from "../../messages/changes.ts";
import { plural } from "../../messages/words.ts";
import { classes } from "../../ui/classes.ts";
import { stimulusOfKind } from "../stimulus.ts";
import colours from "../stimulus.module.css";
import { sessionRows } from "./session-rows.ts";
import styles from "./difference.module.css";
import { idOfRow, rowInWords } from "./happens.ts";
import { closestHardDays, hardDaysOf, isHard } from "./spacing.ts";

const say = changeMessages.possible;

type Possible = Extract<WhatIfAnswer, { status: "possible" }>;

interface DifferenceProps {
  readonly before: Plan;
  readonly answer: Possible;
  readonly units: Units;
}

/** What a change does: to the sessions, to the load of weeks, to the room between hard days, to the laws. */
export const Difference = ({ before, answer, units }: DifferenceProps) => (
  <div className={styles["difference"]}>
    <Sessions answer={answer} units={units} />
    <Strips before={before} answer={answer} />
    <Load answer={answer} units={units} />
    <Laws before={before} answer={answer} units={units} />
  </div>
);

const SHOWN_MAX = 7;

interface MoreProps {
  readonly count: number;
  readonly onOpen: () => void;
}

const More = ({ count, onOpen }: MoreProps) =>
  count <= 0 ? null : (
    <li className={styles["more"]}>
      <button type="button" onClick={onOpen}>
        {say.more(count)}
      </button>
    </li>
  );

/** The first of a list, and the way to the rest. */
function useFirst<T>(all: readonly T[]): readonly [readonly T[], MoreProps] {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? all : all.slice(0, SHOWN_MAX);
  const onOpen = (): void => {
    setOpen(true);
  };
  return [shown, { count: all.length - shown.length, onOpen }];
}

function Sessions({ answer, units }: Omit<DifferenceProps, "before">) {
  const rows = sessionRows(answer.diff.sessions);
  const [shown, more] = useFirst(rows);
  return (
    <section aria-labelledby="diff-sessions">
      <h3 id="diff-sessions">{say.sessions(rows.length)}</h3>
      <ul className={styles["sessions"]}>
        {shown.map((row) => {
          const [name, what] = rowInWords(row, units);
          return (
            <li key={idOfRow(row)} className={styles[row.kind === "one" ? row.change.fate : "changed"]}>
              <b>{name}</b>
              <span>{what}</span>
            </li>
          );
        })}
        <More {...more} />
      </ul>
    </section>
  );
}

const STRIPS_MAX = 3;

/** The weeks in which days change, as they are and as they would be; hard days carry their colour. */
function Strips({ before, answer }: Omit<DifferenceProps, "units">) {
  const numbers = weeksTouched(before, answer);
  const pairs = numbers.slice(0, STRIPS_MAX).flatMap((number) => {
    const now = before.weeks.find(({ week }) => week === number);
    const then = answer.plan.weeks.find(({ week }) => week === number);
    return now === undefined || then === undefined ? [] : [{ number, now, then }];
  });
  if (pairs.length === 0) return null;
  const [gapNow, gapThen] = [closestHardDays(before, numbers), closestHardDays(answer.plan, numbers)];
  return (
    <section aria-labelledby="diff-spacing">
      <h3 id="diff-spacing">{say.spacing}</h3>
      {pairs.map(({ number, now, then }) => (
        <div
          key={number}
          className={styles["strips"]}
          role="img"
          aria-label={say.strip(number, dayNames(now), dayNames(then))}
        >
          <small>{say.week(number)}</small>
          <Strip week={now} name={say.now} />
          <Strip week={then} name={say.then} />
        </div>
      ))}
      {gapNow !== null && gapThen !== null && (
        <p className={styles["line"]}>{say.gap(inDays(gapNow), inDays(gapThen))}</p>
      )}
    </section>
  );
}

const inDays = (days: number): string => plural(days, "day", "days");

const dayNames = (week: PlanWeek): string => {
  const names = hardDaysOf(week).map((date) => weekdayShort(weekdayOf(date)));
  return names.length === 0 ? say.none : names.join(", ");
};

const Strip = ({ week, name }: { readonly week: PlanWeek; readonly name: string }) => (
  <>
    <small>{name}</small>
    <div className={styles["strip"]}>
      {week.days.map(({ date, sessions }) => (
        <div key={date}>
          <small>{weekdayShort(weekdayOf(date)).slice(0, 1)}</small>
          {sessions.map((session) => (
            <span
              key={session.id}
              className={classes(
                colours[stimulusOfKind(chosenOf(session).kind)],
                isHard(session) && styles["hard"],
              )}
            />
          ))}
        </div>
      ))}
    </div>
  </>
);

function weeksTouched(before: Plan, { diff }: Possible): readonly number[] {
  const days = new Set(diff.sessions.flatMap(({ fromDate, toDate }) => [fromDate, toDate]));
  return before.weeks.filter((week) => week.days.some(({ date }) => days.has(date))).map(({ week }) => week);
}

/** The distance of every week that is another, as bars: now pale, then in full. */
function Load({ answer, units }: Omit<DifferenceProps, "before">) {
  const { weeks } = answer.diff;
  const [shown, more] = useFirst(weeks);
  if (weeks.length === 0) return null;
  const most = Math.max(1, ...weeks.flatMap(({ metresBefore, metresAfter }) => [metresBefore, metresAfter]));
  const width = (metres: number): string => `${((metres / most) * 100).toFixed(1)}%`;
  return (
    <section aria-labelledby="diff-load">
      <h3 id="diff-load">{say.load}</h3>
      <ul className={styles["load"]}>
        {shown.map(({ week, metresBefore, metresAfter }) => (
          <li key={week}>
            <span>{say.week(week)}</span>
            <span className={styles["bars"]} aria-hidden="true">
              <i style={{ width: width(metresBefore) }} />
              <b style={{ width: width(metresAfter) }} />
            </span>
            <span>
              {say.fates.changed(formatDistance(metresBefore, units), formatDistance(metresAfter, units))}
            </span>
          </li>
        ))}
        <More {...more} />
      </ul>
    </section>
  );
}

/** Which checks come out otherwise. The server judged; here the two certificates are laid side by side. */
function Laws({ before, answer, units }: DifferenceProps) {
  const old = new Map(before.certificate.laws.map((law) => [law.id, law.verdict]));
  const { laws } = answer.plan.certificate;
  const changed = laws.filter(
    ({ id, verdict }) => (verdict === "flag" || verdict === "breach") && old.get(id) !== verdict,
  );
  const { pass, flag } = answer.verdicts.after;
  return (
    <section aria-labelledby="diff-laws">
      <h3 id="diff-laws">{say.laws}</h3>
      {changed.length === 0 ? (
        <p className={styles["line"]}>{say.lawsSame(pass + flag)}</p>
      ) : (
        <>
          <p className={styles["line"]}>{say.lawsNew(pass)}</p>
          <ul className={styles["laws"]}>
            {changed.map((law) => {
              const { name, verdict, detail } = explainLaw(law, units);
              return (
                <li key={law.id}>
                  <b>{name}</b> {[verdict, detail].filter((text) => text !== "").join(": ")}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
