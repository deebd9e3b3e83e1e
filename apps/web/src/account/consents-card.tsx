import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Consent, CONSENTS, giveConsent, useConsents, withdrawConsent } from "../api/own.ts";
import { ownMessages } from "../messages/own.ts";
import buttons from "../ui/button.module.css";
import { storedHealth } from "../wish/careful.ts";
import { dayOf } from "./day-of.ts";
import styles from "./account-page.module.css";

const words = ownMessages.consents;

/** What was agreed to, each with the way to take it back. */
export function ConsentsCard() {
  const list = useConsents();
  const consents = list?.ok === true ? list.value.consents : [];
  return (
    <section className={styles["card"]} aria-labelledby="consents">
      <h2 id="consents">{words.title}</h2>
      <p className={styles["soft"]}>{consents.length === 0 ? words.none : words.lead}</p>
      {consents.length > 0 && (
        <ul className={styles["list"]}>
          {consents.map((consent) => (
            <Line key={consent.id} consent={consent} />
          ))}
        </ul>
      )}
      {list?.ok === true && consents.every(({ withdrawnAt }) => withdrawnAt !== null) && <Give />}
    </section>
  );
}

function Give() {
  const queries = useQueryClient();
  const giving = useMutation({
    mutationFn: () => giveConsent(storedHealth.read()),
    onSuccess: () => queries.invalidateQueries({ queryKey: CONSENTS }),
  });
  return (
    <>
      <p id="consent-text" className={styles["soft"]}>
        {words.text}
      </p>
      <div className={styles["row"]}>
        <button
          type="button"
          className={buttons["plain"]}
          aria-describedby="consent-text"
          aria-disabled={giving.isPending}
          onClick={() => {
            if (!giving.isPending) giving.mutate();
          }}
        >
          {words.give}
        </button>
      </div>
      {giving.data?.ok === false && (
        <p role="alert" className={styles["soft"]}>
          {words.notGiven(giving.data.error.title)}
        </p>
      )}
    </>
  );
}

function Line({ consent: { id, givenAt, withdrawnAt } }: { readonly consent: Consent }) {
  const queries = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: () => withdrawConsent(id),
    // Plans say other words then, too.
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <li>
      <span>
        <b>{words.given(dayOf(givenAt))}</b>
        {withdrawnAt !== null && <small>{words.withdrawn(dayOf(withdrawnAt))}</small>}
      </span>
      {withdrawnAt === null && (
        <button
          type="button"
          className={buttons["plain"]}
          aria-disabled={withdrawing.isPending}
          onClick={() => {
            if (!withdrawing.isPending) withdrawing.mutate();
          }}
        >
          {words.withdraw}
        </button>
      )}
    </li>
  );
}
