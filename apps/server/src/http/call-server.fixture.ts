import { request } from "node:http";
import { Problem } from "@strideiq/contracts";
import { type OpenApi, type Operation, operationAt } from "./open-api.fixture.ts";

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly rawBody?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly json: unknown;
}

/** An HTTP request by hand, since fetch lets nobody choose the Host header. */
const callServer = (
  address: string,
  path: string,
  { method = "GET", body, rawBody, headers = {} }: Call = {},
): Promise<Answer> =>
  new Promise((fulfil, reject) => {
    const sent = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const type: Record<string, string> = sent === undefined ? {} : { "content-type": "application/json" };
    const asked = request(`${address}${path}`, { method, headers: { ...type, ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const bytes = Buffer.concat(parts);
        fulfil({ status: response.statusCode ?? 0, headers: response.headers, bytes, json: jsonOf(bytes) });
      });
    });
    asked.on("error", reject);
    asked.end(sent);
  });

let openApi: Promise<OpenApi> | undefined;

/** What a client acts on: the OpenAPI document must say of an operation that it comes. */
const TOLD_IN_HEADERS = [
  "etag",
  "location",
  "retry-after",
  "idempotent-replayed",
  "preference-applied",
  "x-ratelimit-remaining",
  "x-request-id",
];

/** Each problem and each header that any test runs into must be one that the document says of its operation. */
async function expectDocumented(
  address: string,
  path: string,
  method: string,
  answer: Answer,
): Promise<void> {
  openApi ??= callServer(address, "/openapi.json").then(({ json }) => json as OpenApi);
  const operation = operationAt(await openApi, method, path);
  if (operation === undefined) return;
  expectHeaders(operation, answer);
  const problem = Problem.safeParse(answer.json);
  if (!problem.success) return;
  const codes = operation.document["x-problem-codes"] ?? [];
  if (!codes.includes(problem.data.code))
    throw new Error(
      `${method} ${operation.path} answers ${problem.data.code}, and its document does not say so`,
    );
}

function expectHeaders({ document, method, path }: Operation, { headers, status }: Answer): void {
  const { headers: said = {} } = document.responses[String(status)] ?? document.responses["default"] ?? {};
  const known = new Set(Object.keys(said).map((name) => name.toLowerCase()));
  const unsaid = TOLD_IN_HEADERS.filter((name) => headers[name] !== undefined && !known.has(name));
  if (unsaid.length > 0)
    throw new Error(
      `${method} ${path} answers ${String(status)} with ${unsaid.join(", ")}, and its document does not say so`,
    );
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** A browser's memory for cookies: what an answer sets is sent along with the next call. */
export interface Visitor {
  readonly call: (path: string, options?: Call) => Promise<Answer>;
  readonly cookies: () => string;
}

export function createVisitor(address: () => string, cookies = ""): Visitor {
  const jar = new Map(cookies === "" ? [] : cookies.split("; ").map(splitCookie));
  const header = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  return {
    cookies: header,
    call: async (path, options = {}) => {
      const sent = header();
      const headers = { ...(sent === "" ? {} : { cookie: sent }), ...options.headers };
      const answer = await callServer(address(), path, { ...options, headers });
      await expectDocumented(address(), path, options.method ?? "GET", answer);
      for (const text of [answer.headers["set-cookie"] ?? []].flat()) {
        const [name, value] = splitCookie(text.split(";")[0] ?? "");
        if (/max-age=0/i.test(text)) jar.delete(name);
        else jar.set(name, value);
      }
      return answer;
    },
  };
}

const splitCookie = (text: string): readonly [string, string] => {
  const at = text.indexOf("=");
  return [text.slice(0, at), text.slice(at + 1)];
};

/** One request of a visitor, in a line; a body is sent where there is one. */
export const send = (
  visitor: Visitor,
  method: string,
  path: string,
  body?: unknown,
  headers = {},
): Promise<Answer> =>
  visitor.call(path, body === undefined ? { method, headers } : { method, body, headers });
