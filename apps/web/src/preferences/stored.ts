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

/** A value that several tabs write: what one puts in does not push out what another has put in. */
export interface SharedStored<T> extends Stored<T> {
  /** What is remembered now, whichever tab wrote it. */
  readonly latest: () => T;
  /** Writes what follows from the latest value. */
  readonly update: (next: (value: T) => T) => void;
}

export function createShared<T>(key: string, parse: (text: string | null) => T): SharedStored<T> {
  const listeners = new Set<() => void>();
  let text = readText(key);
  let current = parse(text);
  let isHeldHere = false;
  const show = (value: T): void => {
    current = value;
    for (const listener of listeners) listener();
  };
  const lookAgain = (): void => {
    const now = readText(key);
    if (isHeldHere || now === text) return;
    text = now;
    show(parse(now));
  };
  const latest = (): T => {
    lookAgain();
    return current;
  };
  const write = (value: T): void => {
    text = JSON.stringify(value);
    writeText(key, text);
    // Where the browser did not take it, what it remembers is older than what the page holds.
    isHeldHere = readText(key) !== text;
    show(value);
  };
  window.addEventListener("storage", lookAgain);
  return {
    read: () => current,
    latest,
    write,
    update: (next) => {
      write(next(latest()));
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
