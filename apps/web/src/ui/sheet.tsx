import { type ReactNode, useEffect, useRef } from "react";
import { messages } from "../messages.ts";
import buttons from "./button.module.css";
import { CrossIcon } from "./icons.tsx";
import styles from "./sheet.module.css";

interface SheetProps {
  readonly labelledBy: string;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A panel at the side, on a phone from below. The browser's own modal dialog keeps the focus inside,
 * closes on Escape and gives the focus back.
 */
export function Sheet({ labelledBy, onClose, actions, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles["sheet"]}
      aria-labelledby={labelledBy}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div className={styles["panel"]}>
        <div className={styles["bar"]}>
          {actions}
          <button
            type="button"
            className={buttons["icon"]}
            aria-label={messages.session.close}
            onClick={() => dialog.current?.close()}
          >
            <CrossIcon size={18} />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
