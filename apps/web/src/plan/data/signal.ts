import type { Stored } from "../../preferences/stored.ts";

/** A value that lives as long as the page and is looked at from several places. */
export function createSignal<T>(initial: T): Stored<T> {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    read: () => current,
    write: (value) => {
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
