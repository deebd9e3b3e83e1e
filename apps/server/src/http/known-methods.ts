import type { FastifyInstance } from "fastify";

/** The methods that an address has, for whoever asks with another; none where there is nothing at all. */
export type MethodsAt = (path: string) => readonly string[];

/** Remembers what every route answers to. It is told of those that come after it. */
export function knowMethods(app: FastifyInstance): MethodsAt {
  const methodsByAddress = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ method, url }) => {
    // The page's own files lie behind a wildcard, which is no address.
    if (url.includes("*")) return;
    const known = methodsByAddress.get(url) ?? new Set();
    for (const one of [method].flat()) known.add(one);
    methodsByAddress.set(url, known);
  });
  return (path) => {
    const parts = path.split("/");
    const matching = [...methodsByAddress].filter(([address]) => isAt(address.split("/"), parts));
    return [...new Set(matching.flatMap(([, methods]) => [...methods]))].toSorted();
  };
}

const isAt = (address: readonly string[], parts: readonly string[]): boolean =>
  address.length === parts.length &&
  address.every((part, index) => (part.startsWith(":") ? parts[index] !== "" : part === parts[index]));
