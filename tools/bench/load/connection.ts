import { connect, type Socket } from "node:net";

/** What an answer says in its first lines; its body is read and dropped. */
export interface Heard {
  readonly status: number;
  readonly bytes: number;
  readonly etag: string | undefined;
}

/** A connection that stays open, written by hand: a client that does more would measure itself. */
export interface Connection {
  /** One request at a time. */
  readonly ask: (request: Buffer) => Promise<Heard>;
  readonly close: () => void;
}

const HEAD_END = Buffer.from("\r\n\r\n");

export function openConnection(port: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.removeListener("error", reject);
      resolve(speakOver(socket));
    });
  });
}

interface Waiting {
  readonly fulfil: (heard: Heard) => void;
  readonly reject: (problem: Error) => void;
}

function speakOver(socket: Socket): Connection {
  let waiting: Waiting | undefined;
  let head: Buffer | undefined;
  let heard: Heard | undefined;
  let left = 0;
  const fail = (problem: Error): void => {
    waiting?.reject(problem);
    waiting = undefined;
  };
  socket.on("error", fail);
  socket.on("close", () => {
    fail(new Error("the connection was closed"));
  });
  socket.on("data", (part: Buffer) => {
    if (heard === undefined) {
      head = head === undefined ? part : Buffer.concat([head, part]);
      const end = head.indexOf(HEAD_END);
      if (end < 0) return;
      heard = headOf(head.toString("latin1", 0, end));
      left = heard.bytes - (head.length - end - HEAD_END.length);
    } else left -= part.length;
    if (left > 0) return;
    const [done, whole] = [waiting, heard];
    [waiting, head, heard] = [undefined, undefined, undefined];
    done?.fulfil(whole);
  });
  return {
    ask: (request) =>
      new Promise((fulfil, reject) => {
        waiting = { fulfil, reject };
        if (socket.destroyed) fail(new Error("the connection was closed"));
        else socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

function headOf(text: string): Heard {
  const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? "0";
  const etag = /\r\netag: ([^\r]+)/i.exec(text)?.[1];
  return { status: Number(text.slice(9, 12)), bytes: Number(length), etag };
}

/** A request as it goes over the line. */
export function requestOf(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Buffer {
  const length =
    body === undefined
      ? {}
      : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };
  const lines = Object.entries({ host: "127.0.0.1", "accept-encoding": "gzip", ...headers, ...length });
  const head = [`${method} ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), "", ""];
  return Buffer.from(`${head.join("\r\n")}${body ?? ""}`);
}
