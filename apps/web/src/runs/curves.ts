/** A line through points, as the path of a picture. */
export const pathThrough = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

/** Where months begin among days that follow each other. */
export const monthStarts = (
  days: readonly string[],
): readonly { readonly at: number; readonly day: string }[] =>
  days.flatMap((day, at) => (day.endsWith("-01") ? [{ at, day }] : []));

/** Each value as the mean of those around it: a pace from one second to the next says more of the device than of the runner. */
export function smoothed(values: readonly (number | null)[], reach: number): readonly (number | null)[] {
  return values.map((value, index) => {
    if (value === null) return null;
    const near = values.slice(Math.max(0, index - reach), index + reach + 1).filter((one) => one !== null);
    return near.reduce((sum, one) => sum + one, 0) / near.length;
  });
}

interface Timed {
  readonly fromSeconds: number;
  readonly seconds: number;
}

/** The piece that most of a stretch of time lies in; undefined where less than half of it does. */
export function pieceWithin<T extends Timed>(
  { fromSeconds, seconds }: Timed,
  pieces: readonly T[],
): T | undefined {
  const shared = (piece: Timed): number =>
    Math.min(fromSeconds + seconds, piece.fromSeconds + piece.seconds) -
    Math.max(fromSeconds, piece.fromSeconds);
  return pieces.find((piece) => shared(piece) > seconds / 2);
}
