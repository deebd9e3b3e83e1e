import type { CalendarDate, Plan, Session, Units } from "@strideiq/engine";
import { chosenOf, formatClock, formatDate, formatDistance } from "@strideiq/wording";
import { useState } from "react";
import type { ApiProblem } from "../../api/client.ts";
import { dayMessages as say } from "../../messages/day.ts";
import { reviewMessages } from "../../messages/review.ts";
import { Link } from "../../path/link.tsx";
import { useStored } from "../../preferences/stored.ts";
import buttons from "../../ui/button.module.css";
import { classes } from "../../ui/classes.ts";
import { CheckIcon, CrossIcon, DownIcon } from "../../ui/icons.tsx";
import type { PlanActs } from "../acts.ts";
import { type Told, toldOf } from "../data/edit.ts";
import { outboxOf } from "../data/outbox.ts";
import { isOwnRevision } from "../data/plan-cache.ts";
import { WhichRun } from "../review/questions.tsx";
import { type FoundSession, useReview } from "../review/review.ts";
import { StateMark } from "../state-mark.tsx";
import { type KeptDraft, keepDraft, keptDraft } from "./kept-draft.ts";
import { placeProblems, type TellProblems } from "./tell-draft.ts";
import { TellForm } from "./tell-form.tsx";
import styles from "./tell.module.css";

interface TellPanelProps {
  readonly session: Session;
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  readonly plan: Plan;
  readonly units: Units;
  readonly told: Told | undefined;
  readonly acts: PlanActs;
}

/** What became of the session: one tap for what is usual, a form for those who want to say more. */
export function TellPanel(props: TellPanelProps) {
  const { session, date, today, units, told, acts } = props;
  const kept = keptDraft(acts.planId, session.id);
  const [isWanted, setOpen] = useState(kept !== null);
  const [lastRefused, setRefused] = useStored(outboxOf(acts.planId).refused);
  const refused = lastRefused?.edit.sessionId === session.id ? lastRefused : null;
  const isOpen = isWanted || refused !== null;
  const doneOn = date < today ? date : today;
  const keep = (draft: KeptDraft | null): void => {
    keepDraft(acts.planId, session.id, draft);
  };
  return (
    <section className={styles["tell"]} aria-labelledby="tell">
      <h3 id="tell">{say.tell.title}</h3>
      {told === undefined ? (
        <>
          <Which session={session} units={units} acts={acts} />
          {date > today && <p className={styles["early"]}>{say.tell.early}</p>}
          <QuickButtons session={session} doneOn={doneOn} acts={acts} />
        </>
      ) : (
        <ToldLine {...props} told={told} />
      )}
      <button
        type="button"
        className={styles["more"]}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
          if (refused !== null) setRefused(null);
        }}
      >
        <DownIcon size={13} className={classes(styles["chevron"], isOpen && styles["open"])} />{" "}
        {say.tell.more}
      </button>
      {isOpen && (
        <TellForm
          key={String(refused === null)}
          session={session}
          doneOn={doneOn}
          today={today}
          units={units}
          told={refused === null ? told : toldOf(refused.edit.told)}
          firstProblems={refused === null ? {} : problemsOf(refused.problem)}
          basis={acts.basisOf(session.id)}
          kept={kept}
          onKeep={keep}
          onSave={(body, basis) => {
            const now = acts.basisOf(session.id);
            acts.tell(session.id, body, isOwnRevision(session.id, now) ? now : basis);
            keep(null);
            setOpen(false);
            if (refused !== null) setRefused(null);
          }}
        />
      )}
    </section>
  );
}

const problemsOf = ({ title, detail, errors }: ApiProblem): TellProblems =>
  errors.length === 0 ? { general: `${title} ${detail}`.trim() } : placeProblems(errors);

/** Where only the athlete knows which run it was. */
function Which({ session, units, acts }: Pick<TellPanelProps, "session" | "units" | "acts">) {
  const review = useReview();
  const question = review?.asked.get(session.id);
  if (review === null || question === undefined) return null;
  return <WhichRun question={question} review={review} planId={acts.planId} units={units} />;
}

/** Which run it was, and how it went; what a run was found to be is changed on the run's page. */
const Found = ({ found: { activityIds, score } }: { readonly found: FoundSession }) => (
  <>
    {score !== null && <p className={styles["planned"]}>{reviewMessages.scores[score]}</p>}
    {activityIds.slice(0, 1).map((activityId) => (
      <Link key={activityId} to={{ name: "run", activityId }} className={styles["back"]}>
        {reviewMessages.seeRun(activityIds.length)}
      </Link>
    ))}
  </>
);

interface QuickButtonsProps {
  readonly session: Session;
  readonly doneOn: CalendarDate;
  readonly acts: PlanActs;
}

const AS_PLANNED = { metres: null, seconds: null, effort: null, note: null } as const;

const QuickButtons = ({ session, doneOn, acts }: QuickButtonsProps) => (
  <div className={styles["quick"]}>
    <button
      type="button"
      className={buttons["primary"]}
      onClick={() => {
        acts.tell(session.id, { state: "done", doneOn, ...AS_PLANNED });
      }}
    >
      <CheckIcon size={16} /> {say.tell.done}
    </button>
    <button
      type="button"
      className={buttons["plain"]}
      onClick={() => {
        acts.tell(session.id, { state: "skipped", note: null });
      }}
    >
      <CrossIcon size={14} /> {say.tell.skipped}
    </button>
  </div>
);

function ToldLine({ session, units, told, acts }: TellPanelProps & { readonly told: Told }) {
  const { metres } = chosenOf(session);
  const found = useReview()?.found.get(session.id);
  const figures = [
    ...(told.doneOn === null ? [] : [formatDate(told.doneOn)]),
    ...(told.metres === null ? [] : [formatDistance(told.metres, units)]),
    ...(told.seconds === null ? [] : [formatClock(told.seconds)]),
    ...(told.effort === null ? [] : [say.tell.felt(told.effort)]),
  ];
  return (
    <div className={styles["told"]}>
      <p>
        <StateMark state={told.state} movedFrom={undefined} /> <b>{say.tell.said[told.state]}</b>
        <span>{figures.join(" · ")}</span>
      </p>
      {told.metres !== null && metres > 0 && (
        <p className={styles["planned"]}>{say.tell.planned(formatDistance(metres, units))}</p>
      )}
      {told.note !== null && <p className={styles["note"]}>{told.note}</p>}
      {found !== undefined && acts.basisOf(session.id) === 0 ? (
        <Found found={found} />
      ) : (
        <button
          type="button"
          className={styles["back"]}
          onClick={() => {
            acts.takeBack(session.id);
          }}
        >
          {say.tell.takeBack}
        </button>
      )}
    </div>
  );
}
