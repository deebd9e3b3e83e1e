import { useQueryClient } from "@tanstack/react-query";
import { ApiKeyBody } from "@strideiq/contracts";
import { useState } from "react";
import { API_KEYS, createKey } from "../api/own.ts";
import { ownMessages } from "../messages/own.ts";
import buttons from "../ui/button.module.css";
import { Field, FieldGroup, TextInput } from "../ui/field.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { useForm } from "../ui/use-form.ts";
import { refusedBy } from "./check.ts";
import styles from "./account-page.module.css";

const words = ownMessages.keys;
const SCOPES = ["read", "write"] as const;

/** Makes a key, and shows it this once. */
export function KeyForm() {
  const queries = useQueryClient();
  const [scope, setScope] = useState<(typeof SCOPES)[number]>("read");
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({
    first: { name: "" },
    send: async ({ name }) => {
      const scopes: ("read" | "write")[] = scope === "write" ? ["read", "write"] : ["read"];
      if (!ApiKeyBody.safeParse({ name, scopes }).success)
        return { fields: { name: words.nameMissing }, general: null };
      const made = await createKey(name, scopes);
      if (!made.ok) return refusedBy(made.error);
      setSecret(made.value.secret);
      await queries.invalidateQueries({ queryKey: API_KEYS });
      return null;
    },
  });
  return (
    <>
      <div role="status">{secret !== null && <Secret secret={secret} />}</div>
      <form ref={form.element} onSubmit={form.submit} noValidate className={styles["form"]}>
        <Field label={words.name} hint={words.nameHint} error={form.errors?.fields.name}>
          {(input) => (
            <TextInput
              {...input}
              value={form.typed.name}
              onChange={(name) => {
                form.change("name", name);
              }}
            />
          )}
        </Field>
        <FieldGroup label={words.scope}>
          <Segmented
            legend={words.scope}
            options={SCOPES.map((value) => ({ value, label: words.scopes[value] }))}
            value={scope}
            onChange={setScope}
          />
        </FieldGroup>
        <p role="alert" className={styles["problem"]}>
          {form.errors?.general}
        </p>
        <button type="submit" className={buttons["plain"]} aria-disabled={form.isSending}>
          {words.create}
        </button>
      </form>
    </>
  );
}

function Secret({ secret }: { readonly secret: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={styles["secret"]}>
      <p>{words.once}</p>
      <code>{secret}</code>
      <div>
        <button
          type="button"
          className={buttons["plain"]}
          onClick={() => {
            void navigator.clipboard.writeText(secret).then(() => {
              setCopied(true);
            });
          }}
        >
          {isCopied ? words.copied : words.copy}
        </button>
      </div>
    </div>
  );
}
