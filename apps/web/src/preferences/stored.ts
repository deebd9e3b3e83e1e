import { useSyncExternalStore } from "react";

/** A value that is looked at from several places. */
export interface Watched<T> {
  readonly read: () => T;
  readonly write: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A value that the browser remembers for all its tabs: what one writes, the others show at once. */
export interface Stored<T> extends Watched<T> {
  /** What is remembered now, whichever tab wrote it. */
  readonly latest: () => T;
  /** Writes what follows from the latest value: what one tab puts in does not push out what another has put in. */
  readonly update: (next: (value: T) => T) => void;
}

/** Without storage (private windows) the value lives as long as the page. */
export function createStored<T>(key: string, parse: (text: string | null) => T): Stored<T> {
  let text = readText("localStorage", key);
  let isHeldHere = false;
  const shown = createWatched(parse(text));
  const latest = (): T => {
    const now = readText("localStorage", key);
    if (isHeldHere || now === text) return shown.read();
    text = now;
    shown.write(parse(now));
    return shown.read();
  };
  const write = (value: T): void => {
    text = textOf(value);
    writeText("localStorage", key, text);
    // Where the browser did not take it, what it remembers is older than what the page holds.
    isHeldHere = readText("localStorage", key) !== text;
    shown.write(value);
  };
  window.addEventListener("storage", latest);
  return {
    ...shown,
    latest,
    write,
    update: (next) => {
      write(next(latest()));
    },
  };
}

/** A value that each tab has for itself, also after a reload. A new tab begins with what was written last in any. */
export function createOwn<T>(key: string, parse: (text: string | null) => T): Watched<T> {
  const shown = createWatched(parse(readText("sessionStorage", key) ?? readText("localStorage", key)));
  return {
    ...shown,
    write: (value) => {
      for (const storage of ["sessionStorage", "localStorage"] as const)
        writeText(storage, key, textOf(value));
      shown.write(value);
    },
  };
}

/** A value that one tab alone remembers, also after a reload. */
export function createOfTab<T>(key: string, parse: (text: string | null) => T): Watched<T> {
  const shown = createWatched(parse(readText("sessionStorage", key)));
  return {
    ...shown,
    write: (value) => {
      writeText("sessionStorage", key, textOf(value));
      shown.write(value);
    },
  };
}

/** A value that lives as long as the page. */
export function createWatched<T>(initial: T): Watched<T> {
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

export function useStored<T>(stored: Watched<T>): readonly [T, (value: T) => void] {
  return [useSyncExternalStore(stored.subscribe, stored.read), stored.write];
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

type Storage = "localStorage" | "sessionStorage";

function readText(storage: Storage, key: string): string | null {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
  }
}

function writeText(storage: Storage, key: string, text: string): void {
  try {
    window[storage].setItem(key, text);
  } catch {
    // The page goes on with what it holds.
  }
}
