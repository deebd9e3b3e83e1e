import type { Wanted } from "./wanted.ts";

/** The same change, which says that easy running is asked for, and not what was wrong. */
export const discreet = ({ wish, done }: Wanted): Wanted =>
  !done?.health ? { wish, done } : { wish, done: { ...done, health: { ...done.health, kind: "caution" } } };
