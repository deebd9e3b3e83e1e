import { messages } from "../messages.ts";
import buttons from "../ui/button.module.css";
import { Notice } from "../ui/notice.tsx";

/**
 * In place of everything when drawing broke, also when a part is gone from the server because a newer page
 * took its place: loading again mends that.
 */
export const Broken = () => (
  <Notice title={messages.shell.broken} lead={messages.shell.brokenLead} isAlert>
    <button
      type="button"
      className={buttons["primary"]}
      onClick={() => {
        window.location.reload();
      }}
    >
      {messages.shell.reload}
    </button>
    <a href="/" className={buttons["plain"]}>
      {messages.shell.home}
    </a>
  </Notice>
);
