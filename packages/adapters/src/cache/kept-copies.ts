import { LRUCache } from "lru-cache";

/** How a reading came about: from a copy, from the source, or past the copies because they could not be trusted. */
export type CopyUse = Readonly<Record<"hit" | "miss" | "bypassed" | "bytes", number>>;

export interface KeptCopies<Value> {
  /**
   * The copy, or what `load` finds; of many who ask for the same at once, one loads. A tag that is known before
   * spares the load from being forgotten with others.
   */
  readonly read: (key: string, load: () => Promise<Value>, tag?: string) => Promise<Value>;
  /** The copy, where there is one that may be used; whoever uses it says so. */
  readonly look: (key: string) => Value | undefined;
  readonly countHit: () => void;
  /** Forgets every copy with this tag, and what is being loaded that may have it: that may be from before the change. */
  readonly forget: (tag: string) => void;
  readonly forgetAll: () => void;
  readonly use: () => CopyUse;
}

export interface KeptCopiesDeps<Value> {
  /** Room for copies; 0 keeps none. */
  readonly bytesMax: number;
  /** What keeping a value costs, and by what it is forgotten; undefined for what is not worth keeping. */
  readonly kept: (value: Value) => Worth | undefined;
  /** Whether every change up to now is known. */
  readonly isHearing: () => boolean;
  /** How long a copy is good at most, by a clock that may jump. */
  readonly goodFor?: { readonly milliseconds: number; readonly now: () => Date };
}

interface Worth {
  /** A whole number above 0. */
  readonly bytes: number;
  readonly tags?: readonly string[];
}

interface Copy<Value> {
  readonly value: Value;
  readonly tags: readonly string[];
  readonly madeAt: number;
}

/** Copies of what lies elsewhere, in the memory of this process, the most recently read ones. */
export function createKeptCopies<Value>(deps: KeptCopiesDeps<Value>): KeptCopies<Value> {
  const { bytesMax, kept, isHearing, goodFor } = deps;
  const counts = { hit: 0, miss: 0, bypassed: 0 };
  const shelf = createShelf<Value>(bytesMax);
  const loads = createLoads<Value>();
  const now = (): number => goodFor?.now().getTime() ?? 0;
  const isGood = ({ madeAt }: Copy<Value>): boolean =>
    goodFor === undefined || Math.abs(now() - madeAt) < goodFor.milliseconds;
  const isUsable = (): boolean => bytesMax > 0 && isHearing();
  const goodCopy = (key: string): Copy<Value> | undefined => {
    const copy = shelf.get(key);
    return copy !== undefined && isGood(copy) ? copy : undefined;
  };
  const keep = (key: string, value: Value, known: readonly string[]): void => {
    const worth = isHearing() ? kept(value) : undefined;
    if (worth === undefined) return;
    shelf.put(key, { value, tags: [...known, ...(worth.tags ?? [])], madeAt: now() }, worth.bytes);
  };

  return {
    read: (key, load, tag) => {
      if (!isUsable()) {
        counts.bypassed += 1;
        return load();
      }
      const copy = goodCopy(key);
      if (copy !== undefined) {
        counts.hit += 1;
        return Promise.resolve(copy.value);
      }
      counts.miss += 1;
      return loads.once(key, tag, load, (value) => {
        keep(key, value, tag === undefined ? [] : [tag]);
      });
    },
    look: (key) => (isUsable() ? goodCopy(key)?.value : undefined),
    countHit: () => {
      counts.hit += 1;
    },
    forget: (tag) => {
      loads.forget(tag);
      shelf.forget(tag);
    },
    forgetAll: () => {
      loads.forgetAll();
      shelf.clear();
    },
    use: () => ({ ...counts, bytes: shelf.bytes() }),
  };
}

/** Copies by key, found again by their tags; the least recently read ones make room. */
function createShelf<Value>(bytesMax: number) {
  const keysOfTag = new Map<string, Set<string>>();
  const copies = new LRUCache<string, Copy<Value>>({
    maxSize: Math.max(bytesMax, 1),
    maxEntrySize: Math.max(bytesMax * LARGEST_SHARE, 1),
    dispose: ({ tags }, key) => {
      for (const tag of tags) {
        const keys = keysOfTag.get(tag);
        keys?.delete(key);
        if (keys?.size === 0) keysOfTag.delete(tag);
      }
    },
  });
  return {
    get: (key: string): Copy<Value> | undefined => copies.get(key),
    put: (key: string, copy: Copy<Value>, size: number): void => {
      copies.set(key, copy, { size });
      if (!copies.has(key)) return;
      for (const tag of copy.tags) keysOfTag.set(tag, (keysOfTag.get(tag) ?? new Set()).add(key));
    },
    forget: (tag: string): void => {
      for (const key of [...(keysOfTag.get(tag) ?? [])]) copies.delete(key);
    },
    clear: (): void => {
      copies.clear();
    },
    bytes: (): number => copies.calculatedSize,
  };
}

/** One alone does not push out all the others. */
const LARGEST_SHARE = 1 / 8;

/** What is being loaded, once for everybody who asks meanwhile. */
function createLoads<Value>() {
  const running = new Map<string, { readonly value: Promise<Value>; readonly tag: string | undefined }>();
  return {
    once: (
      key: string,
      tag: string | undefined,
      load: () => Promise<Value>,
      onLoaded: (value: Value) => void,
    ): Promise<Value> => {
      const started = running.get(key);
      if (started !== undefined) return started.value;
      /** False when something was forgotten meanwhile: this load may be from before, and a newer one under way. */
      const settle = (): boolean => running.get(key) === mine && running.delete(key);
      const value = load().then(
        (loaded) => {
          if (settle()) onLoaded(loaded);
          return loaded;
        },
        (problem: unknown) => {
          settle();
          throw problem;
        },
      );
      const mine = { value, tag };
      running.set(key, mine);
      return value;
    },
    forget: (tag: string): void => {
      for (const [key, load] of running) if ((load.tag ?? tag) === tag) running.delete(key);
    },
    forgetAll: (): void => {
      running.clear();
    },
  };
}
