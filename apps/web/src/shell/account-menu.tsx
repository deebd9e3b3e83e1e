import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef } from "react";
import { signOut } from "../api/accounts.ts";
import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import { currentAddress, goTo, type Place } from "../path/path.ts";
import { ThemeSwitch, UnitsSwitch } from "../preferences/switches.tsx";
import { leaveSession, type Session, useFeature, useSession } from "../session/session.ts";
import buttons from "../ui/button.module.css";
import { PersonIcon } from "../ui/icons.tsx";
import styles from "./account-menu.module.css";

const words = messages.menu;

/** Who one is here, and what is one's own. The browser's popover closes it on Escape and on a click beside it. */
export function AccountMenu() {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const session = useSession();
  const close = (): void => {
    menu.current?.hidePopover();
  };
  return (
    <>
      <button type="button" className={buttons["icon"]} aria-label={words.open} popoverTarget={id}>
        <PersonIcon size={18} />
      </button>
      <div ref={menu} id={id} popover="auto" role="dialog" aria-label={words.open} className={styles["menu"]}>
        <Who session={session} />
        <OwnLinks session={session} close={close} />
        <div className={styles["switches"]}>
          <ThemeSwitch />
          <div className={styles["narrowOnly"]}>
            <UnitsSwitch />
          </div>
        </div>
      </div>
    </>
  );
}

interface PartProps {
  readonly session: Session | undefined;
}

function Who({ session }: PartProps) {
  const [name, lead] = whoIs(session, useFeature("account.guest").why);
  return (
    <div className={styles["who"]}>
      <p>{name}</p>
      <p>{lead}</p>
    </div>
  );
}

function whoIs(session: Session | undefined, whyNoGuest: string | null): readonly [string, string] {
  switch (session?.me.kind) {
    case "account":
      return [session.me.name, session.me.email];
    case "guest":
      return [words.guest, words.guestLead];
    default:
      return [words.nobody, whyNoGuest ?? words.nobodyLead];
  }
}

const OWN = [
  { to: { name: "plans" }, text: words.plans },
  { to: { name: "runs" }, text: words.runs },
  { to: { name: "settings" }, text: words.settings },
  { to: { name: "account" }, text: words.account },
] as const satisfies readonly {
  to: Place;
  text: string;
}[];

function OwnLinks({ session, close }: PartProps & { readonly close: () => void }) {
  const signUp = useFeature("account.sign_up");
  const isSignedIn = session?.me.kind === "account";
  return (
    <ul className={styles["links"]}>
      {OWN.map(({ to, text }) => (
        <li key={text}>
          <Link to={to} onFollow={close}>
            {text}
          </Link>
        </li>
      ))}
      {isSignedIn ? (
        <li>
          <SignOut close={close} />
        </li>
      ) : (
        <>
          <li>
            <Link to={{ name: "sign-in", next: currentAddress() }} onFollow={close}>
              {words.signIn}
            </Link>
          </li>
          {signUp.allowed ? (
            <li>
              <Link to={{ name: "sign-up" }} onFollow={close}>
                {words.signUp}
              </Link>
            </li>
          ) : (
            <li className={styles["why"]}>{signUp.why}</li>
          )}
        </>
      )}
    </ul>
  );
}

function SignOut({ close }: { readonly close: () => void }) {
  const queries = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      close();
      goTo({ name: "home" });
      await leaveSession(queries);
    },
  });
  return (
    <button
      type="button"
      onClick={() => {
        leaving.mutate();
      }}
    >
      {words.signOut}
    </button>
  );
}
