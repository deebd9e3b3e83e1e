import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ApiKey, API_KEYS, revokeKey, useApiKeys } from "../api/own.ts";
import { ownMessages } from "../messages/own.ts";
import buttons from "../ui/button.module.css";
import { dayOf } from "./day-of.ts";
import { KeyForm } from "./key-form.tsx";
import styles from "./account-page.module.css";

const words = ownMessages.keys;

/** Keys with which programs ask in one's name. */
export const KeysCard = ({ hasAccount }: { readonly hasAccount: boolean }) => (
  <section className={styles["card"]} aria-labelledby="keys">
    <h2 id="keys">{words.title}</h2>
    <p className={styles["soft"]}>{hasAccount ? words.lead : words.needsAccount}</p>
    {hasAccount && <Keys />}
  </section>
);

function Keys() {
  const list = useApiKeys();
  const keys = list?.ok === true ? list.value.apiKeys : [];
  return (
    <>
      {keys.length > 0 && (
        <ul className={styles["list"]}>
          {keys.map((key) => (
            <Line key={key.id} apiKey={key} />
          ))}
        </ul>
      )}
      {list?.ok === false && <p role="alert">{list.error.title}</p>}
      <KeyForm />
    </>
  );
}

function Line({ apiKey }: { readonly apiKey: ApiKey }) {
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: () => revokeKey(apiKey.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: API_KEYS }),
  });
  return (
    <li>
      <span>
        <b>{apiKey.name}</b>
        <small>{aboutKey(apiKey)}</small>
      </span>
      {apiKey.revokedAt === null && (
        <button
          type="button"
          className={buttons["plain"]}
          aria-label={words.revokeNamed(apiKey.name)}
          aria-disabled={ending.isPending}
          onClick={() => {
            if (!ending.isPending) ending.mutate();
          }}
        >
          {words.revoke}
        </button>
      )}
    </li>
  );
}

const aboutKey = ({ prefix, scopes, createdAt, lastUsedAt, revokedAt }: ApiKey): string =>
  [
    `${prefix}…`,
    words.scopes[scopes.includes("write") ? "write" : "read"],
    words.made(dayOf(createdAt)),
    revokedAt === null ? words.used(lastUsedAt === null ? null : dayOf(lastUsedAt)) : words.revoked,
  ].join(" · ");
