/** Lines of a scale are told apart by 1, 2 or 5 of a power of ten. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100] as const;
const LINES_MAX = 4;

/** Round numbers above nought up to `most`, few enough to be read. */
export function ticksOf(most: number): readonly number[] {
  const step = STEPS.find((one) => most / one <= LINES_MAX) ?? most;
  return Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step);
}
