import { messages } from "../messages.ts";
import styles from "./loading.module.css";

/** While something is fetched. It keeps out of sight for a moment, so that quick answers do not flicker. */
export const Loading = () => (
  <main className={styles["loading"]} aria-busy="true">
    <p role="status" className="visually-hidden">
      {messages.shell.loading}
    </p>
    <div className={styles["bones"]} aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </div>
  </main>
);
