/**
 * Runs tasks in order, as many at a time as places allow.
 * A task that does not fit yet holds the ones behind it back, so that a large one is not overtaken for ever.
 */
export async function runInPlaces<T extends { readonly places: number }>(
  tasks: readonly T[],
  places: number,
  work: (task: T) => Promise<void>,
): Promise<void> {
  const waiting = [...tasks];
  const active = new Map<T, Promise<void>>();
  let free = places;
  while (waiting.length > 0 || active.size > 0) {
    const next = waiting[0];
    if (next !== undefined && (next.places <= free || active.size === 0)) {
      waiting.shift();
      free -= next.places;
      const done = work(next).finally(() => {
        free += next.places;
        active.delete(next);
      });
      active.set(next, done);
    } else {
      await Promise.race(active.values());
    }
  }
}
