/** Where a number stands in the rulebook: `races.5k.taper.volumeShare.0`. */
export type NumberPath = string;

/** Every number and switch under a value, by its path. */
export function numbersIn(value: unknown, path = ""): readonly NumberPath[] {
  if (typeof value === "number" || typeof value === "boolean") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => numbersIn(child, joined(path, key)));
}

/**
 * The value, but every number that is read from it is noted. Lists keep working: a method of an array
 * reaches its items through the same trap, one index at a time, so that what it skips stays unread.
 */
export function recording<T extends object>(value: T, read: Set<NumberPath>): T {
  const wrapped = new WeakMap<object, object>();
  const wrap = <V extends object>(target: V, path: NumberPath): V => {
    const known = wrapped.get(target);
    if (known !== undefined) return known as V;
    const proxy = new Proxy(target, {
      get(from, key, receiver) {
        const child: unknown = Reflect.get(from, key, receiver);
        if (typeof key === "symbol" || key === "length" || !Object.hasOwn(from, key)) return child;
        const at = joined(path, key);
        if (typeof child === "number" || typeof child === "boolean") read.add(at);
        return typeof child === "object" && child !== null ? wrap(child, at) : child;
      },
    });
    wrapped.set(target, proxy);
    return proxy;
  };
  return wrap(value, "");
}

const joined = (path: NumberPath, key: string): NumberPath => (path === "" ? key : `${path}.${key}`);
