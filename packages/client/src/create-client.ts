import { err, ok, type Result } from "@strideiq/engine";
import type { Answered, Ask } from "./ask.ts";
import { KEPT } from "./operation-addresses.ts";
import { ABORTED, type ApiProblem, OFFLINE, readProblem } from "./problem.ts";

export interface ClientOptions {
  /** Where the server is, such as `https://plans.example.org`; without it the page's own. */
  readonly server?: string;
  /** A key from /v1/api-keys; without it a browser's cookies say who asks. */
  readonly apiKey?: string;
  readonly fetch?: typeof fetch;
  /** How long to wait before each further try of what may be tried again; by default 300 ms and then 1 s. */
  readonly pauses?: readonly number[];
}

export interface Client {
  readonly ask: Ask;
  /** The connection itself, for what is no question with one answer. */
  readonly open: (path: string, init: RequestInit) => Promise<Result<Response, ApiProblem>>;
}

/** As much of a question as travels, whichever operation it is for. */
interface Written {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
}

const PAUSES = [300, 1_000];
const kept: ReadonlySet<string> = new Set(KEPT);

/** Asks one server, as one person. */
export function createClient(options: ClientOptions = {}): Client {
  const { server = "", apiKey, pauses = PAUSES } = options;
  const callFetch = options.fetch ?? ((input, init) => fetch(input, init));

  const open: Client["open"] = async (path, { headers, ...init }) => {
    const known = new Headers(headers);
    if (apiKey !== undefined) known.set("authorization", `Bearer ${apiKey}`);
    try {
      return ok(await callFetch(`${server}${path}`, { ...init, headers: known }));
    } catch {
      return err(init.signal?.aborted === true ? ABORTED : OFFLINE);
    }
  };

  const ask = async (
    operation: string,
    question: Written = {},
  ): Promise<Result<Answered<unknown>, ApiProblem>> => {
    const request = requestOf(operation, question);
    const pausesLeft = mayBeRepeated(operation) ? pauses : [];
    for (const pause of pausesLeft) {
      const answer = await once(open, request);
      if (answer.ok || !isPassing(answer.error)) return answer;
      await wait(pause);
    }
    return once(open, request);
  };
  // The types of operations are written from the routes that answer them; here they are texts like any other.
  return { ask: ask as Ask, open };
}

interface Prepared {
  readonly path: string;
  readonly init: RequestInit;
}

function requestOf(
  operation: string,
  { path, query, body, ifMatch, signal, idempotencyKey }: Written,
): Prepared {
  const [method = "GET", template = ""] = operation.split(" ");
  const key = kept.has(operation) ? (idempotencyKey ?? crypto.randomUUID()) : undefined;
  return {
    path: `${filled(template, path)}${queryText(query)}`,
    init: {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    },
  };
}

const filled = (template: string, path: Written["path"] = {}): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));

function queryText(query: Written["query"] = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  if (given.length === 0) return "";
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

async function once(
  open: Client["open"],
  { path, init }: Prepared,
): Promise<Result<Answered<unknown>, ApiProblem>> {
  const opened = await open(path, init);
  if (!opened.ok) return opened;
  const { ok: isFine, status, headers } = opened.value;
  const body: unknown = await opened.value.json().catch(() => undefined);
  if (init.signal?.aborted === true) return err(ABORTED);
  if (!isFine || body === undefined) return err(readProblem(status, headers.get("retry-after"), body));
  return ok({ status, body, etag: headers.get("etag"), location: headers.get("location") });
}

/** Reading changes nothing, and what is kept is done once however often it is sent. */
const mayBeRepeated = (operation: string): boolean => operation.startsWith("GET ") || kept.has(operation);

const isPassing = ({ code }: ApiProblem): boolean =>
  code === "offline" || code === "not_ready" || code === "request_under_way";

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
