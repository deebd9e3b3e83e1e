import type { Plan, Session, Units } from "@strideiq/engine";
import { chosenOf } from "@strideiq/wording";
import type { ReactNode } from "react";
import { actMessages as say } from "../messages/acts.ts";
import { useByTime } from "../preferences/measure.ts";
import { classes } from "../ui/classes.ts";
import { FlagIcon } from "../ui/icons.tsx";
import { cardTitle } from "./card-title.ts";
import type { Told } from "./data/edit.ts";
import type { SessionState } from "./session-state.ts";
import { runLine, sizeOf, workLine } from "./session-words.ts";
import styles from "./session-card.module.css";
import { StepProfile } from "./step-profile.tsx";
import { stimulusOfKind } from "./stimulus.ts";
import colours from "./stimulus.module.css";

interface SessionCardProps {
  readonly session: Session;
  readonly plan: Plan;
  readonly units: Units;
  readonly onOpen: (id: string) => void;
  readonly roomy?: boolean;
  readonly state?: SessionState;
  /** What was told of it, or found among what was run. */
  readonly told?: Told | undefined;
  /** The state as a sign beside the title, where the day has no other place for it. */
  readonly mark?: ReactNode;
  /** Leaves room for the switch that lies over the corner of the card. */
  readonly hasSwitch?: boolean;
}

/** Strides and short hills colour the edge of an easy day; they do not make it a hard one. */
const isQuiet = (session: Session): boolean =>
  !session.quality && stimulusOfKind(chosenOf(session).kind) !== "long";

/** One session on the calendar. Easy days are quiet; the colour belongs to what makes a day special. */
export function SessionCard(props: SessionCardProps) {
  const {
    session,
    plan,
    units,
    onOpen,
    roomy = false,
    state = "ahead",
    told,
    mark,
    hasSwitch = false,
  } = props;
  const chosen = chosenOf(session);
  const byTime = useByTime();
  const size = sizeOf(session, units, byTime);
  // Where most sessions are told by time, a bare number would be read as minutes.
  const isPlainUnit = size.isDistance && plan.paces !== null && !byTime;
  const run = runLine(told, units);
  const work = workLine(chosen, plan, units);
  return (
    <button
      type="button"
      className={classes(
        styles["card"],
        colours[stimulusOfKind(chosen.kind)],
        isQuiet(session) && styles["quiet"],
        chosen.kind === "race" && styles["race"],
        roomy && styles["roomy"],
        state !== "ahead" && styles["spent"],
        state === "skipped" && styles["skipped"],
        hasSwitch && styles["hasSwitch"],
      )}
      onClick={() => {
        onOpen(session.id);
      }}
    >
      <span className={styles["head"]}>
        <span className={styles["title"]}>
          {chosen.kind === "race" && <FlagIcon size={13} />}
          {cardTitle(session)}
          {state !== "ahead" && <span className="visually-hidden"> ({say.states[state]})</span>}
          {mark !== undefined && <span className={styles["mark"]}>{mark}</span>}
        </span>
        <span className={styles["size"]}>
          {size.main}
          {size.unit !== "" && <small className={classes(isPlainUnit && styles["unit"])}> {size.unit}</small>}
        </span>
      </span>
      <CardLine state={state} run={run} work={work === "" ? size.also : work} />
      <StepProfile steps={chosen.steps} kind={chosen.kind} height={roomy ? 22 : 18} />
    </button>
  );
}

interface CardLineProps {
  readonly state: SessionState;
  readonly run: string;
  readonly work: string;
}

/** What was run, or else what is planned; how it went comes first. Read aloud it stands beside the title. */
const CardLine = ({ state, run, work }: CardLineProps) => {
  const verdict = isVerdict(state) ? say.verdicts[state] : null;
  return (
    <span className={classes(styles["work"], run !== "" && state !== "off" && styles["run"])}>
      {verdict !== null && (
        <span className={styles["verdict"]} aria-hidden="true">
          {verdict}
        </span>
      )}
      <span>{run === "" ? work : run}</span>
    </span>
  );
};

const isVerdict = (state: SessionState): state is keyof typeof say.verdicts => state in say.verdicts;
