import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { deliverBySmtp } from "./deliver.ts";

const letter = { id: "m1", recipient: "runner@example.org", subject: "Your plan", text: "It is ready." };
const FROM = "StrideIQ <plans@example.org>";

let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await new Promise((closed) => {
    if (server === undefined) closed(null);
    else server.close(closed);
  });
  server = undefined;
});

/** A mail server that answers what it is told to, and remembers what it was sent. */
async function mailServer(answers: Readonly<Record<string, string>>): Promise<{
  readonly port: number;
  readonly heard: string[];
}> {
  const heard: string[] = [];
  server = createServer((socket) => {
    sockets.add(socket);
    let isLetter = false;
    const greeting = answers["greeting"];
    if (greeting !== undefined) socket.write(`${greeting}\r\n`);
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      for (const line of chunk
        .toString("utf8")
        .split("\r\n")
        .filter((one) => one !== "")) {
        heard.push(line);
        if (isLetter && line !== ".") continue;
        const verb = line === "." ? "." : (line.split(" ")[0] ?? "").toUpperCase();
        isLetter = verb === "DATA";
        socket.write(`${answers[verb] ?? (isLetter ? "354 go on" : "250 fine")}\r\n`);
      }
    });
  });
  const listening = server;
  await new Promise((open) => {
    listening.listen(0, "127.0.0.1", () => {
      open(null);
    });
  });
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("It does not listen.");
  return { port: address.port, heard };
}

const GREETING = { greeting: "220 mail.example.org" };
const WITH_LOGIN = { ...GREETING, EHLO: "250-mail.example.org\r\n250 AUTH PLAIN" };

describe("a letter by SMTP", () => {
  it("is handed over with user and password, and with what it says", async () => {
    const { port, heard } = await mailServer({ ...WITH_LOGIN, AUTH: "235 come in" });
    await deliverBySmtp(`smtp://plans:secret@127.0.0.1:${String(port)}`, FROM)(letter);
    const login = Buffer.from("\u0000plans\u0000secret").toString("base64");
    expect(heard).toContain(`AUTH PLAIN ${login}`);
    expect(heard).toContain("RCPT TO:<runner@example.org>");
    expect(heard).toContain("It is ready.");
  });

  it("is not handed over where the password is wrong, or where the server cannot take it now", async () => {
    const closed = await mailServer({ ...WITH_LOGIN, AUTH: "535 wrong" });
    const wrong = deliverBySmtp(`smtp://plans:other@127.0.0.1:${String(closed.port)}`, FROM);
    await expect(wrong(letter)).rejects.toMatchObject({ code: "EAUTH", responseCode: 535 });
    expect(closed.heard).not.toContain("DATA");
  });

  it.each([
    ["for now", 451],
    ["for good", 550],
  ])("that the server refuses %s fails with its answer, %i", async (_when, code) => {
    const { port } = await mailServer({ ...GREETING, RCPT: `${String(code)} no` });
    const deliver = deliverBySmtp(`smtp://127.0.0.1:${String(port)}`, FROM);
    await expect(deliver(letter)).rejects.toMatchObject({ responseCode: code });
  });

  it("waits for no server that says nothing", async () => {
    const { port } = await mailServer({});
    const impatient = { connection: 200, answer: 200 };
    const deliver = deliverBySmtp(`smtp://127.0.0.1:${String(port)}`, FROM, impatient);
    await expect(deliver(letter)).rejects.toMatchObject({ code: "ETIMEDOUT" });
  });

  it("tells no password to a server elsewhere that cannot encrypt it", async () => {
    const { port, heard } = await mailServer({ ...WITH_LOGIN, STARTTLS: "454 not here" });
    // Another name of this machine than those that are known to be it.
    const deliver = deliverBySmtp(`smtp://plans:secret@0.0.0.0:${String(port)}`, FROM);
    await expect(deliver(letter)).rejects.toMatchObject({ code: "ETLS" });
    expect(heard.filter((line) => line.startsWith("AUTH"))).toEqual([]);
  });
});
