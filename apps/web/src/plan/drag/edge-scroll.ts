/** This close to the upper or lower edge of the screen the page begins to scroll, at most so far each frame. */
const EDGE_PIXELS = 90;
const SPEED_PIXELS = 16;

/** How far the page scrolls in a frame while something is held at this height of the screen. */
export function edgeSpeed(y: number, height: number): number {
  const above = EDGE_PIXELS - y;
  const below = y - (height - EDGE_PIXELS);
  if (above > 0) return -Math.min(1, above / EDGE_PIXELS) * SPEED_PIXELS;
  return below > 0 ? Math.min(1, below / EDGE_PIXELS) * SPEED_PIXELS : 0;
}

interface EdgeScroll {
  readonly hold: (y: number) => void;
  readonly stop: () => void;
}

/** Scrolls the page as long as something is held near an edge; `scrolled` hears of each bit. */
export function createEdgeScroll(scrolled: () => void): EdgeScroll {
  let frame = 0;
  let height = 0;
  const turn = (): void => {
    frame = 0;
    const speed = edgeSpeed(height, window.innerHeight);
    if (speed === 0) return;
    window.scrollBy({ top: speed, behavior: "instant" });
    scrolled();
    frame = window.requestAnimationFrame(turn);
  };
  return {
    hold: (y) => {
      height = y;
      if (frame === 0) frame = window.requestAnimationFrame(turn);
    },
    stop: () => {
      window.cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
