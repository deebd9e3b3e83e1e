const PATIENCE_MILLISECONDS = 20_000;

export interface Reply {
  readonly status: number;
  readonly location: string | undefined;
  readonly etag: string | undefined;
  /** Who the server takes us for from now on. */
  readonly cookie: string | undefined;
  readonly text: string;
}

export interface Sent {
  readonly body?: unknown;
  readonly cookie?: string;
  /** The Idempotency-Key. */
  readonly key?: string;
}

/** One request; undefined when nobody answered. */
export async function send(
  method: string,
  url: string,
  { body, cookie, key }: Sent,
): Promise<Reply | undefined> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(cookie === undefined ? {} : { cookie }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    const text = await response.text();
    return {
      status: response.status,
      location: response.headers.get("location") ?? undefined,
      etag: response.headers.get("etag") ?? undefined,
      cookie: response.headers.getSetCookie()[0]?.split(";")[0],
      text,
    };
  } catch {
    return undefined;
  }
}

interface ReadyPlan {
  readonly plan: {
    readonly weeks: readonly {
      readonly days: readonly {
        readonly sessions: readonly { readonly id: string; readonly optionB?: unknown }[];
      }[];
    }[];
  };
}

/** The first session of a plan's answer that can be run in two ways. */
export function optionalSession(text: string): string | undefined {
  const { plan } = JSON.parse(text) as ReadyPlan;
  return plan.weeks
    .flatMap(({ days }) => days)
    .flatMap(({ sessions }) => sessions)
    .find(({ optionB }) => optionB !== undefined)?.id;
}
