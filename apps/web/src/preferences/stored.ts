import { useSyncExternalStore } from "react";

/** A value that the browser remembers. Without storage (private windows) it lives as long as the page. */
export interface Stored<T> {
  readonly read: () => T;
  readonly write: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStored<T>(key: string, parse: (text: string | null) => T): Stored<T> {
  const listeners = new Set<() => void>();
  let current = parse(readText(key));
  return {
    read: () => current,
    write: (value) => {
      current = value;
      writeText(key, typeof value === "string" ? value : JSON.stringify(value));
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStored<T>(stored: Stored<T>): readonly [T, (value: T) => void] {
  return [useSyncExternalStore(stored.subscribe, stored.read), stored.write];
}

function readText(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeText(key: string, text: string): void {
  try {
    window.localStorage.setItem(key, text);
  } catch {
    // The page goes on with what it holds.
  }
}
