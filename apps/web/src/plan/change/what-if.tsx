import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { PlanAnswer, WhatIfAnswer } from "@strideiq/contracts";
import type { Units } from "@strideiq/engine";
import { useState } from "react";
import type { ApiProblem } from "../../api/client.ts";
import { messages } from "../../messages.ts";
import { changeMessages as say } from "../../messages/changes.ts";
import buttons from "../../ui/button.module.css";
import { classes } from "../../ui/classes.ts";
import { Field } from "../../ui/field.tsx";
import { RemarkIcon } from "../../ui/icons.tsx";
import { keepForOwner } from "../data/kept.ts";
import { askWhatIf } from "../data/plan-api.ts";
import { isOwnRevision, refreshPlan } from "../data/plan-cache.ts";
import type { Overview } from "../week-totals.ts";
import type { Wanted } from "./wanted.ts";
import styles from "./change.module.css";
import { AskConsent, useHealthConsent } from "./health-consent.tsx";
import { Difference } from "./difference.tsx";
import { nearestOther, refusedWords } from "./refused.ts";
import { useConfirm } from "./use-confirm.ts";
import { daysInText } from "./days-in-text.ts";
import { REASON_MAX, reasonWords, wantedWords } from "./wish-words.ts";

interface WhatIfProps {
  readonly standing: Extract<PlanAnswer, { status: "ready" }>;
  readonly overview: Pick<Overview, "plan" | "tales">;
  readonly units: Units;
  readonly wanted: Wanted;
  /** In the athlete's words; it outlives answers that come anew. */
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onAsk: (wanted: Wanted) => void;
  readonly onClose: () => void;
}

const CHANGED_MEANWHILE = 412;

/** What the server says to a change: the difference, or the law against it and the nearest that goes. */
export function WhatIf(props: WhatIfProps) {
  const { standing, overview, wanted, reason } = props;
  const { planId, revision } = standing;
  const client = useQueryClient();
  const [firstRevision] = useState(revision);
  const asked = useQuery({
    queryKey: ["what-if", planId, revision, wanted],
    queryFn: async () => {
      const answer = await askWhatIf(planId, revision, wanted);
      // Another device has changed the plan: it is read anew, and then asked about as it is now.
      if (!answer.ok && answer.error.status === CHANGED_MEANWHILE) await refreshPlan(client, planId);
      else if (!answer.ok)
        await keepForOwner(client, planId, answer.error, { sheet: "change", wanted, reason });
      return answer;
    },
    gcTime: 0,
  });
  const { data } = asked;
  return (
    <>
      <header className={styles["head"]}>
        <h2 id="change-title">{wantedWords(wanted, overview.plan)}</h2>
      </header>
      {wanted.done?.health?.kind === "red_flag" && (
        <p className={styles["refused"]} role="alert">
          <b>{messages.health.doctorFirst}.</b> {messages.health.referral}
        </p>
      )}
      {revision !== firstRevision && !isOwnRevision(planId, revision) && (
        <p className={styles["remark"]} role="status">
          <RemarkIcon size={15} /> {say.changedElsewhere}
        </p>
      )}
      <div aria-live="polite" className={styles["answer"]}>
        {data === undefined && <p className={styles["asking"]}>{say.asking} …</p>}
        {data?.ok === true && data.value.status === "possible" && <Possible {...props} answer={data.value} />}
        {data?.ok === true && data.value.status === "refused" && <Refused {...props} answer={data.value} />}
        {data?.ok === false && (
          <Unanswered problem={data.error} onAgain={() => void asked.refetch()} onClose={props.onClose} />
        )}
      </div>
    </>
  );
}

interface UnansweredProps {
  readonly problem: ApiProblem;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Asking once more helps where nobody answered; what is wrong with the question stays wrong. */
const Unanswered = ({ problem, onAgain, onClose }: UnansweredProps) => (
  <>
    <div className={styles["refused"]} role="alert">
      <p>{problem.status === 0 ? say.noAnswer : sentencesOf(problem)}</p>
    </div>
    <div className={styles["buttons"]}>
      {isWorthAsking(problem) && (
        <button type="button" className={buttons["primary"]} onClick={onAgain}>
          {say.tryAgain}
        </button>
      )}
      <button type="button" className={buttons["plain"]} onClick={onClose}>
        {say.cancel}
      </button>
    </div>
  </>
);

/** Nobody answered, or it will be another answer in a while. */
const isWorthAsking = ({ status }: ApiProblem): boolean =>
  status === 0 || status === TOO_MANY || status >= FAULT;

const TOO_MANY = 429;
const FAULT = 500;

const sentencesOf = ({
  title,
  errors,
}: {
  readonly title: string;
  readonly errors: readonly { readonly message: string }[];
}): string => daysInText(errors.length === 0 ? title : errors.map(({ message }) => message).join(" "));

interface PossibleProps extends WhatIfProps {
  readonly answer: Extract<WhatIfAnswer, { status: "possible" }>;
}

function Possible(props: PossibleProps) {
  const { standing, overview, units, wanted, answer, reason, onReason, onAsk, onClose } = props;
  const { confirm, isSending, problem } = useConfirm(
    standing.planId,
    { sheet: "change", wanted, reason },
    overview.tales,
    onClose,
  );
  const consent = useHealthConsent(wanted);
  const make = async (): Promise<void> => {
    const kept = await consent.settle();
    const own = kept === wanted ? reason : "";
    const [why, words] = [reasonWords(kept, overview.plan, own), wantedWords(kept, overview.plan)];
    await confirm(answer.revision, kept, why, words);
  };
  const isEmpty = answer.diff.sessions.length === 0 && answer.diff.weeks.length === 0;
  return (
    <form
      className={styles["answer"]}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      {isEmpty ? (
        <p>{say.possible.nothing}</p>
      ) : (
        <Difference before={overview.plan} answer={answer} units={units} />
      )}
      <Respace wanted={wanted} onAsk={onAsk} />
      {consent.isAsked && <AskConsent {...consent} />}
      {(!consent.isAsked || consent.isGiven) && <OwnWords reason={reason} onReason={onReason} />}
      {problem !== null && (
        <p className={styles["problem"]} role="alert">
          {problem}
        </p>
      )}
      <div className={styles["buttons"]}>
        <button type="submit" className={buttons["primary"]} aria-disabled={isSending}>
          {isSending ? say.confirming : say.confirm}
        </button>
        <button type="button" className={buttons["plain"]} onClick={onClose}>
          {say.cancel}
        </button>
      </div>
    </form>
  );
}

const OwnWords = ({ reason, onReason }: Pick<WhatIfProps, "reason" | "onReason">) => (
  <Field label={say.why} hint={say.whyHint}>
    {(described) => (
      <textarea
        {...described}
        rows={2}
        maxLength={REASON_MAX}
        className={styles["text"]}
        value={reason}
        onChange={(event) => {
          onReason(event.target.value);
        }}
      />
    )}
  </Field>
);

/** A move that comes too close to other hard days may go well when these may move too. */
function Respace({ wanted, onAsk }: Pick<WhatIfProps, "wanted" | "onAsk">) {
  const { wish } = wanted;
  if (wish.kind !== "move" && wish.kind !== "swap") return null;
  return (
    <label className={styles["check"]}>
      <input
        type="checkbox"
        checked={wish.respace === true}
        onChange={(event) => {
          const { respace: _, ...plain } = wish;
          onAsk({ ...wanted, wish: event.target.checked ? { ...plain, respace: true } : plain });
        }}
      />
      {say.respace}
    </label>
  );
}

interface RefusedProps extends WhatIfProps {
  readonly answer: Extract<WhatIfAnswer, { status: "refused" }>;
}

function Refused({ overview, units, wanted, answer, onAsk, onClose }: RefusedProps) {
  const nearest = nearestOther(answer, wanted);
  const reason = refusedWords(answer, units);
  return (
    <>
      <div className={styles["refused"]} role="alert">
        <h3>
          <RemarkIcon size={16} /> {say.refused.title}
        </h3>
        <p>{daysInText(reason)}</p>
        <p>{say.refused.stays}</p>
        {nearest === null && <p>{say.refused.nothing}</p>}
      </div>
      <Respace wanted={wanted} onAsk={onAsk} />
      <div className={classes(styles["buttons"], styles["stacked"])}>
        {nearest !== null && (
          <button
            type="button"
            className={buttons["primary"]}
            onClick={() => {
              onAsk({ ...wanted, wish: nearest.wish });
            }}
          >
            {say.refused.instead(wantedWords({ ...wanted, wish: nearest.wish }, overview.plan))}
          </button>
        )}
        <button type="button" className={buttons["plain"]} onClick={onClose}>
          {say.cancel}
        </button>
      </div>
    </>
  );
}
