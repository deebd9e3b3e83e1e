import { messages } from "./messages.ts";
import { Link } from "./path/link.tsx";
import { usePlace } from "./path/path.ts";
import { PlanLoader } from "./plan/plan-loader.tsx";
import { ThemeSwitch, UnitsSwitch } from "./preferences/switches.tsx";
import { WishPage } from "./wish/wish-page.tsx";
import styles from "./app.module.css";

/** The frame around the two places of the page. */
export function App() {
  const place = usePlace();
  return (
    <>
      <header className={styles["header"]}>
        <Link to={{ name: "wish" }} className={styles["brand"]}>
          <img src="/mark.svg" alt="" /> <span>{messages.brand}</span>
        </Link>
        {place.name === "plan" && (
          <Link to={{ name: "wish" }} className={styles["nav"]}>
            {messages.newPlan}
          </Link>
        )}
        <div className={styles["switches"]}>
          <UnitsSwitch />
          <ThemeSwitch />
        </div>
      </header>
      {place.name === "plan" ? <PlanLoader key={place.planId} planId={place.planId} /> : <WishPage />}
    </>
  );
}
