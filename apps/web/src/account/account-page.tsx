import { accountMessages } from "../messages/account.ts";
import { ownMessages } from "../messages/own.ts";
import { Link } from "../path/link.tsx";
import { type Session, useSession } from "../session/session.ts";
import buttons from "../ui/button.module.css";
import { Loading } from "../ui/loading.tsx";
import { ConsentsCard } from "./consents-card.tsx";
import { KeysCard } from "./keys-card.tsx";
import { RemovalCard } from "./removal-card.tsx";
import styles from "./account-page.module.css";

const words = ownMessages.account;

/** Who one is, what is kept of one, and how to end it. */
export function AccountPage() {
  const session = useSession();
  if (session === undefined) return <Loading />;
  const { me } = session;
  return (
    <main className={styles["page"]}>
      <h1>{words.title}</h1>
      <WhoCard session={session} />
      <DataCard isSomebody={me.kind !== "nobody"} />
      <ConsentsCard />
      <KeysCard hasAccount={me.kind === "account"} />
      {me.kind !== "nobody" && <RemovalCard />}
    </main>
  );
}

function WhoCard({ session: { me } }: { readonly session: Session }) {
  if (me.kind === "account")
    return (
      <section className={styles["card"]} aria-labelledby="who">
        <h2 id="who">{words.who}</h2>
        <p className={styles["name"]}>{me.name}</p>
        <p className={styles["soft"]}>
          {me.email} · {words.roles[me.role]}
        </p>
        <div className={styles["row"]}>
          <Link to={{ name: "forgotten" }} className={buttons["plain"]}>
            {words.password}
          </Link>
        </div>
      </section>
    );
  const isGuest = me.kind === "guest";
  return (
    <section className={styles["card"]} aria-labelledby="who">
      <h2 id="who">{words.who}</h2>
      <p className={styles["name"]}>{isGuest ? words.guest : words.nobody}</p>
      <p className={styles["soft"]}>{isGuest ? words.guestLead : words.nobodyLead}</p>
      <div className={styles["row"]}>
        <Link to={{ name: "sign-up" }} className={buttons["primary"]}>
          {accountMessages.signUp.submit}
        </Link>
        <Link to={{ name: "sign-in", next: "/account" }} className={buttons["plain"]}>
          {accountMessages.signIn.submit}
        </Link>
      </div>
    </section>
  );
}

const DataCard = ({ isSomebody }: { readonly isSomebody: boolean }) => (
  <section className={styles["card"]} aria-labelledby="data">
    <h2 id="data">{ownMessages.data.title}</h2>
    <p className={styles["soft"]}>{isSomebody ? ownMessages.data.lead : ownMessages.data.nothing}</p>
    {isSomebody && (
      <div className={styles["row"]}>
        <a href="/v1/me/export" download="strideiq-export.json" className={buttons["plain"]}>
          {ownMessages.data.download}
        </a>
      </div>
    )}
  </section>
);
