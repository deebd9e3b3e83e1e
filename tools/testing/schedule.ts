/** Runs tasks in order, as many at a time as there are places. */
export async function runInPlaces<T>(
  tasks: readonly T[],
  places: number,
  work: (task: T) => Promise<void>,
): Promise<void> {
  const waiting = [...tasks];
  const worker = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await work(task);
  };
  await Promise.all(Array.from({ length: places }, worker));
}
