/** More than so many at once are asked in several questions, so that one slow question holds up few. */
const KEYS_MAX = 200;

interface Waiting<Key, Value> {
  readonly key: Key;
  readonly fulfil: (value: Value | undefined) => void;
  readonly reject: (problem: unknown) => void;
}

/**
 * Makes one question of all that is asked while the one before is under way. `askAll` answers in the order of its keys;
 * where nobody waits a question goes out at once.
 */
export function askTogether<Key, Value>(
  askAll: (keys: readonly Key[]) => Promise<readonly (Value | undefined)[]>,
): (key: Key) => Promise<Value | undefined> {
  let waiting: Waiting<Key, Value>[] = [];
  let isAsking = false;
  const askSome = async (asked: readonly Waiting<Key, Value>[]): Promise<void> => {
    try {
      const values = await askAll(asked.map(({ key }) => key));
      for (const [i, { fulfil }] of asked.entries()) fulfil(values[i]);
    } catch (problem) {
      for (const { reject } of asked) reject(problem);
    }
  };
  const askOn = async (): Promise<void> => {
    // Whoever asks in the same moment comes along.
    await Promise.resolve();
    while (waiting.length > 0) {
      const asked = waiting.slice(0, KEYS_MAX);
      waiting = waiting.slice(KEYS_MAX);
      await askSome(asked);
    }
    isAsking = false;
  };
  return (key) =>
    new Promise((fulfil, reject) => {
      waiting.push({ key, fulfil, reject });
      if (isAsking) return;
      isAsking = true;
      void askOn();
    });
}
