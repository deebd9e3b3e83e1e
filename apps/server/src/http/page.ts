import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { MethodsAt } from "./known-methods.ts";
import { sendProblem } from "./problems.ts";
import { isApiUrl } from "./api-url.ts";

/** Hands out the built page; addresses that the page itself routes get its one document. */
export async function servePage(
  app: FastifyInstance,
  folder: string | undefined,
  methodsAt: MethodsAt,
): Promise<void> {
  const hasPage = folder !== undefined && existsSync(join(folder, "index.html"));
  if (hasPage)
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      index: "index.html",
      cacheControl: false,
      setHeaders: (reply, path) => {
        void reply.header("cache-control", cachingOf(path));
      },
    });
  app.setNotFoundHandler((request, reply) => {
    if (hasPage && isPageAddress(request))
      return reply.header("cache-control", "no-cache").sendFile("index.html");
    const [path = ""] = request.url.split("?");
    const methods = methodsAt(path);
    if (methods.length === 0) return sendProblem(reply, "not_found");
    return sendProblem(reply.header("allow", methods.join(", ")), "method_not_allowed");
  });
}

// File names in assets/ carry a hash of their content; the document that names them must stay fresh.
const cachingOf = (path: string): string =>
  path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";

/** A page's address has no dot in its last part, and whoever asks wants a document. */
function isPageAddress({ method, url, headers }: FastifyRequest): boolean {
  const [path = ""] = url.split("?");
  if (isApiUrl(path) || (method !== "GET" && method !== "HEAD")) return false;
  return headers.accept?.includes("text/html") === true && !/\.[^/]*$/.test(path);
}
