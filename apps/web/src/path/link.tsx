import type { MouseEvent, ReactNode } from "react";
import { goTo, pathOf, type Place } from "./path.ts";

interface LinkProps {
  readonly to: Place;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

const opensElsewhere = (event: MouseEvent): boolean =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;

/** A real link, so that it can be copied and opened in a new tab; a plain click stays on the page. */
export const Link = ({ to, className, children }: LinkProps) => (
  <a
    href={pathOf(to)}
    className={className}
    onClick={(event) => {
      if (opensElsewhere(event)) return;
      event.preventDefault();
      goTo(to);
    }}
  >
    {children}
  </a>
);
