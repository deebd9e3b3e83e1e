import { request } from "node:http";

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly rawBody?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly json: unknown;
}

/** An HTTP request by hand, since fetch lets nobody choose the Host header. */
export const callServer = (
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

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
