import { useState } from "react";
import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import { storedPlanId } from "../preferences/preferences.ts";
import { useStored } from "../preferences/stored.ts";
import { Locked } from "../session/locked.tsx";
import { type FeatureName, useClosed, useSession } from "../session/session.ts";
import buttons from "../ui/button.module.css";
import { DownIcon } from "../ui/icons.tsx";
import { HealthSection } from "./health-section.tsx";
import { NowSection } from "./now-section.tsx";
import { DateQuestion, DistanceQuestion } from "./race-section.tsx";
import { ResultSection } from "./result-section.tsx";
import type { SectionProps } from "./section.ts";
import { useWishForm } from "./use-wish-form.ts";
import { DaysQuestion, WeekSection } from "./week-section.tsx";
import { WishSummary } from "./wish-summary.tsx";
import styles from "./wish-form.module.css";

/** Four questions and one about health; everything else has a default that can be opened. */
export function WishPage() {
  const closed = useClosed();
  return closed === null ? <WishForm /> : <NoPlans feature={closed} />;
}

/** In place of a form that nobody could send. */
function NoPlans({ feature }: { readonly feature: FeatureName }) {
  const session = useSession();
  return (
    <main className={styles["page"]}>
      <div className={styles["intro"]}>
        <h1>{messages.shell.titles.wish}</h1>
        <p>{messages.wish.closed}</p>
      </div>
      <div className={styles["form"]}>
        <Locked feature={feature} />
        {session?.me.kind !== "account" && (
          <Link to={{ name: "sign-in", next: "" }} className={buttons["plain"]}>
            {messages.menu.signIn}
          </Link>
        )}
      </div>
    </main>
  );
}

function WishForm() {
  const form = useWishForm();
  return (
    <main className={styles["page"]}>
      <div className={styles["intro"]}>
        <h1>{messages.wish.title}</h1>
        <p>{messages.wish.lead}</p>
      </div>
      <form className={styles["form"]} ref={form.element} onSubmit={form.submit} noValidate>
        <DistanceQuestion {...form.section} />
        <DateQuestion {...form.section} />
        <NowSection {...form.section} />
        <DaysQuestion {...form.section} />
        <More {...form.section} />
        <HealthSection {...form.health} />
        <div role="alert">
          {form.problems.length > 0 && (
            <div className={styles["problems"]}>
              {form.problems.map((problem) => (
                <p key={problem}>{problem}</p>
              ))}
            </div>
          )}
        </div>
        <button className={buttons["primary"]} type="submit" aria-disabled={form.isSending}>
          {form.isSending ? messages.wish.sending : messages.wish.submit}
        </button>
      </form>
      <Aside {...form.section} />
    </main>
  );
}

const INNER = ["result", "unavailable", "longRunDay", "dayLimits", "weekStart", "age"] as const;

/** What has a default. It opens by itself when something inside needs another look. */
function More(props: SectionProps) {
  const { draft, errors } = props;
  const [isOpen, setOpen] = useState(draft.resultKind !== "none" || draft.unavailable.length > 0);
  const needsLook = INNER.some((field) => errors[field] !== undefined);
  return (
    <details
      className={styles["more"]}
      open={isOpen || needsLook}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <span>
          <b>{messages.wish.more}</b>
          <small>{messages.wish.moreLead}</small>
        </span>
        <DownIcon size={18} />
      </summary>
      <div className={styles["moreCards"]}>
        <ResultSection {...props} />
        <WeekSection {...props} />
      </div>
    </details>
  );
}

function Aside(props: SectionProps) {
  const [planId] = useStored(storedPlanId);
  return (
    <aside className={styles["aside"]} aria-label={messages.wish.summary}>
      <WishSummary {...props} />
      {planId !== "" && (
        <Link to={{ name: "plan", planId }} className={buttons["plain"]}>
          {messages.wish.backToPlan}
        </Link>
      )}
      <p className={styles["small"]}>{messages.wish.medical}</p>
    </aside>
  );
}
