/** Where on the screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const pointOf = ({
  clientX,
  clientY,
}: {
  readonly clientX: number;
  readonly clientY: number;
}): Point => ({
  x: clientX,
  y: clientY,
});

export const apart = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

/** The card that was taken hold of. */
export const cardAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-card]") : null;
