import type { MouseEvent, ReactNode } from "react";
import { goTo, pathOf, type Place } from "./path.ts";

interface LinkProps {
  readonly to: Place;
  readonly className?: string | undefined;
  /** Whether this is where one is. */
  readonly isHere?: boolean;
  /** Called before the page changes. */
  readonly onFollow?: () => void;
  readonly children: ReactNode;
}

const opensElsewhere = (event: MouseEvent): boolean =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;

/** A real link, so that it can be copied and opened in a new tab; a plain click stays on the page. */
export const Link = ({ to, className, isHere = false, onFollow, children }: LinkProps) => (
  <a
    href={pathOf(to)}
    className={className}
    aria-current={isHere ? "page" : undefined}
    onClick={(event) => {
      if (opensElsewhere(event)) return;
      event.preventDefault();
      onFollow?.();
      goTo(to);
    }}
  >
    {children}
  </a>
);
