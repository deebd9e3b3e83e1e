import type { CalendarDate, Plan, Session, Units } from "@strideiq/engine";
import { chosenOf, formatLongDate, reasonText, SESSION_KIND_NAMES } from "@strideiq/wording";
import { messages } from "../../messages.ts";
import buttons from "../../ui/button.module.css";
import { classes } from "../../ui/classes.ts";
import { LeftIcon, RightIcon } from "../../ui/icons.tsx";
import { useByTime } from "../../preferences/measure.ts";
import { Sheet } from "../../ui/sheet.tsx";
import { isOpenDay, useActs } from "../acts.ts";
import { SessionChanges } from "../change/session-changes.tsx";
import { NoticeBar } from "../notice-bar.tsx";
import { type DatedSession, datedSessions } from "../plan-view.ts";
import { sizeOf } from "../session-words.ts";
import { stimulusOfKind } from "../stimulus.ts";
import colours from "../stimulus.module.css";
import type { Overview } from "../week-totals.ts";
import { Advice } from "./advice.tsx";
import { OptionChoice } from "./option-choice.tsx";
import styles from "./session-sheet.module.css";
import { TellPanel } from "./tell-panel.tsx";
import { Workout } from "./workout.tsx";

interface SessionSheetProps {
  readonly overview: Overview;
  readonly units: Units;
  readonly today: CalendarDate;
  readonly sessionId: string;
  readonly onChange: (sessionId: string) => void;
  readonly onClose: () => void;
}

/** One session in full: what to run, how fast or how hard, what it is for, and what became of it. */
export function SessionSheet(props: SessionSheetProps) {
  const { overview, units, today, sessionId, onChange, onClose } = props;
  const { plan, tales } = overview;
  const acts = useActs();
  const all = datedSessions(plan);
  const index = all.findIndex(({ session }) => session.id === sessionId);
  const dated = all[index];
  if (dated === undefined) return null;
  const { session, day } = dated;
  const chosen = chosenOf(session);
  const tell = acts !== null && (
    <TellPanel
      key={`tell ${session.id}`}
      session={session}
      date={day.date}
      today={today}
      plan={plan}
      units={units}
      told={tales.get(session.id)}
      acts={acts}
    />
  );
  return (
    <Sheet
      labelledBy="session-title"
      onClose={onClose}
      actions={<Neighbours before={all[index - 1]} after={all[index + 1]} onChange={onChange} />}
    >
      <SessionHead dated={dated} units={units} />
      {day.date <= today && tell}
      <OptionChoice session={session} date={day.date} plan={plan} units={units} acts={acts} />
      <Workout option={chosen} plan={plan} units={units} />
      <Advice option={chosen} plan={plan} />
      <Why session={session} plan={plan} units={units} />
      {day.date > today && tell}
      {acts !== null &&
        acts.consider !== null &&
        isOpenDay(day.date, today, plan.raceDate) &&
        !tales.has(session.id) && (
          <SessionChanges
            key={`change ${session.id}`}
            session={session}
            date={day.date}
            today={today}
            raceDate={plan.raceDate}
            consider={acts.consider}
            onLeave={onClose}
          />
        )}
      <NoticeBar isInside />
    </Sheet>
  );
}

interface NeighboursProps {
  readonly before: DatedSession | undefined;
  readonly after: DatedSession | undefined;
  readonly onChange: (sessionId: string) => void;
}

const Neighbours = ({ before, after, onChange }: NeighboursProps) => (
  <>
    <button
      type="button"
      className={buttons["icon"]}
      aria-label={messages.session.previous}
      disabled={before === undefined}
      onClick={() => {
        if (before !== undefined) onChange(before.session.id);
      }}
    >
      <LeftIcon size={18} />
    </button>
    <button
      type="button"
      className={buttons["icon"]}
      aria-label={messages.session.next}
      disabled={after === undefined}
      onClick={() => {
        if (after !== undefined) onChange(after.session.id);
      }}
    >
      <RightIcon size={18} />
    </button>
  </>
);

function SessionHead({ dated, units }: { readonly dated: DatedSession; readonly units: Units }) {
  const { day, session, week } = dated;
  const chosen = chosenOf(session);
  const size = sizeOf(session, units, useByTime());
  return (
    <header className={styles["head"]}>
      <p className={styles["when"]}>
        {formatLongDate(day.date)} · {messages.plan.weekNumber(week.week)}
      </p>
      <h2 id="session-title">{chosen.title}</h2>
      <p className={styles["figures"]}>
        <b className={classes(styles["size"], colours[stimulusOfKind(chosen.kind)])}>
          {size.main} {size.unit}
        </b>
        <span>{size.also}</span>
        {SESSION_KIND_NAMES[chosen.kind] !== chosen.title && <span>{SESSION_KIND_NAMES[chosen.kind]}</span>}
      </p>
    </header>
  );
}

interface WhyProps {
  readonly session: Session;
  readonly plan: Plan;
  readonly units: Units;
}

/** Why it stands here, in the plan's own numbers. */
function Why({ session, plan, units }: WhyProps) {
  if (session.why === undefined || session.why.length === 0) return null;
  return (
    <section className={styles["why"]} aria-labelledby="why">
      <h3 id="why">{messages.session.why}</h3>
      <ul>
        {session.why.map((reason, i) => (
          <li key={i}>{reasonText(reason, { units, estimated: plan.paces === null })}</li>
        ))}
      </ul>
    </section>
  );
}
