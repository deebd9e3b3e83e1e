import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import type { Place } from "../path/path.ts";
import { UnitsSwitch } from "../preferences/switches.tsx";
import { useClosed } from "../session/session.ts";
import { AccountMenu } from "./account-menu.tsx";
import styles from "./header.module.css";

interface Page {
  readonly to: Place;
  readonly text: string;
  readonly at: readonly Place["name"][];
}

const PAGES: readonly Page[] = [
  { to: { name: "home" }, text: messages.shell.today, at: ["home"] },
  { to: { name: "runs" }, text: messages.shell.runs, at: ["runs", "run"] },
  { to: { name: "gallery" }, text: messages.shell.gallery, at: ["gallery", "standard", "compare"] },
  { to: { name: "wish" }, text: messages.newPlan, at: ["wish"] },
];

const isAt = (place: Place, names: readonly Place["name"][]): boolean => names.includes(place.name);

/** The way to every page; it stands above all of them. */
export function Header({ place }: { readonly place: Place }) {
  const isClosed = useClosed() === "plan.standard";
  return (
    <header className={styles["header"]}>
      <Link to={{ name: "home" }} className={styles["brand"]}>
        <img src="/mark.svg" alt="" /> <span>{messages.brand}</span>
      </Link>
      <nav aria-label={messages.shell.nav} className={styles["nav"]}>
        {PAGES.filter(({ to }) => to.name !== "wish" || !isClosed).map(({ to, text, at }) => (
          <Link key={text} to={to} isHere={isAt(place, at)}>
            {text}
          </Link>
        ))}
      </nav>
      <div className={styles["switches"]}>
        <div className={styles["wideOnly"]}>
          <UnitsSwitch />
        </div>
        <AccountMenu />
      </div>
    </header>
  );
}
