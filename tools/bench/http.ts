import { Agent, request } from "node:http";

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  /** What a finished plan has, and a plan in the making has not. */
  readonly tag: string | undefined;
  /** Who the server takes us for from now on. */
  readonly cookie: string | undefined;
}

/** Connections stay open, as those of a browser do. */
const agent = new Agent({ keepAlive: true });

/** One request, its answer read to the end; with a body it is a POST of JSON. */
export const call = (url: string, body?: string, cookie?: string): Promise<Answer> =>
  send(body === undefined ? "GET" : "POST", url, body, cookie);

/** A change; false when it came too late, because the one before it was still under way on a slow machine. */
export async function change(
  method: "PUT" | "POST",
  url: string,
  body: unknown,
  cookie: string,
): Promise<boolean> {
  const { status } = await send(method, url, JSON.stringify(body), cookie);
  if (status !== 200 && status !== 412) throw new Error(`${method} ${url} answered ${status}`);
  return status === 200;
}

const send = (
  method: string,
  url: string,
  body: string | undefined,
  cookie: string | undefined,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
    const known: Record<string, string> = cookie === undefined ? {} : { cookie };
    const headers = { ...type, ...known, "accept-encoding": "gzip" };
    const asked = request(url, { method, headers, agent }, (response) => {
      response.resume();
      response.once("error", reject);
      response.once("end", () => {
        const { location, etag, "set-cookie": set } = response.headers;
        const cookieSet = set?.[0]?.split(";")[0];
        resolve({ status: response.statusCode ?? 0, location, tag: etag, cookie: cookieSet });
      });
    });
    asked.once("error", reject);
    asked.end(body);
  });

export const closeConnections = (): void => {
  agent.destroy();
};
