import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import type { Place } from "../path/path.ts";
import { UnitsSwitch } from "../preferences/switches.tsx";
import { AccountMenu } from "./account-menu.tsx";
import styles from "./header.module.css";

const PAGES = [
  { to: { name: "home" }, text: messages.shell.today, at: ["home"] },
  { to: { name: "gallery" }, text: messages.shell.gallery, at: ["gallery", "standard", "compare"] },
  { to: { name: "wish" }, text: messages.newPlan, at: ["wish"] },
] as const satisfies readonly { to: Place; text: string; at: readonly Place["name"][] }[];

const isAt = (place: Place, names: readonly Place["name"][]): boolean => names.includes(place.name);

/** The way to every page; it stands above all of them. */
export const Header = ({ place }: { readonly place: Place }) => (
  <header className={styles["header"]}>
    <Link to={{ name: "home" }} className={styles["brand"]}>
      <img src="/mark.svg" alt="" /> <span>{messages.brand}</span>
    </Link>
    <nav aria-label={messages.shell.nav} className={styles["nav"]}>
      {PAGES.map(({ to, text, at }) => (
        <Link key={text} to={to} isHere={isAt(place, at)}>
          {text}
        </Link>
      ))}
    </nav>
    <div className={styles["switches"]}>
      <UnitsSwitch />
      <AccountMenu />
    </div>
  </header>
);
