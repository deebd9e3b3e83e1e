import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { removeMe } from "../api/own.ts";
import { usePlanList } from "../api/plans.ts";
import { ownMessages } from "../messages/own.ts";
import { goTo } from "../path/path.ts";
import { storedPlanId } from "../preferences/preferences.ts";
import { leaveSession } from "../session/session.ts";
import buttons from "../ui/button.module.css";
import { classes } from "../ui/classes.ts";
import { Field, TextInput } from "../ui/field.tsx";
import { useForm } from "../ui/use-form.ts";
import { refusedBy } from "./check.ts";
import styles from "./account-page.module.css";

const words = ownMessages.removal;

/** The end of everything, behind a word that has to be written. */
export function RemovalCard() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [round, setRound] = useState(0);
  return (
    <section className={styles["card"]} aria-labelledby="removal">
      <h2 id="removal">{words.title}</h2>
      <p className={styles["soft"]}>{words.lead}</p>
      <div className={styles["row"]}>
        <button
          type="button"
          className={buttons["plain"]}
          onClick={() => {
            setRound(round + 1);
            dialog.current?.showModal();
          }}
        >
          {words.open}
        </button>
      </div>
      <dialog ref={dialog} className={styles["dialog"]} aria-labelledby="removal-question">
        <Confirm
          key={round}
          onKeep={() => {
            dialog.current?.close();
          }}
        />
      </dialog>
    </section>
  );
}

function Confirm({ onKeep }: { readonly onKeep: () => void }) {
  const queries = useQueryClient();
  const list = usePlanList();
  const form = useForm({
    first: { word: "" },
    send: async ({ word }) => {
      if (word.trim().toLowerCase() !== words.word)
        return { fields: { word: words.wordMissing(words.word) }, general: null };
      const removed = await removeMe();
      if (!removed.ok) return refusedBy(removed.error);
      storedPlanId.write("");
      goTo({ name: "gone" });
      await leaveSession(queries);
      return null;
    },
  });
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate>
      <h2 id="removal-question">{words.question}</h2>
      {list?.ok === true && <p>{words.plans(list.value.plans.length)}</p>}
      <Field label={words.typeIt(words.word)} error={form.errors?.fields.word}>
        {(input) => (
          <TextInput
            {...input}
            value={form.typed.word}
            onChange={(word) => {
              form.change("word", word);
            }}
          />
        )}
      </Field>
      <p role="alert" className={styles["problem"]}>
        {form.errors?.general}
      </p>
      <div className={styles["row"]}>
        <button
          type="submit"
          className={classes(buttons["plain"], styles["danger"])}
          aria-disabled={form.isSending}
        >
          {words.confirm}
        </button>
        <button type="button" className={buttons["plain"]} onClick={onKeep}>
          {words.keep}
        </button>
      </div>
    </form>
  );
}
