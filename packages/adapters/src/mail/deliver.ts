import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";

interface Letter {
  readonly id: string;
  /** Whose it is: of whoever asked for it, or was written to. */
  readonly accountId?: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Lays each letter into a folder as a file that only its owner can read: for a machine of one's own. It gets its
 * name when it is whole, so that nobody finds half a letter.
 */
export const deliverToFolder =
  (folder: string) =>
  async ({ id, accountId = "nobody", recipient, subject, text }: Letter): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const content = `To: ${recipient}\nAccount: ${accountId}\nSubject: ${subject}\n\n${text}\n`;
    const unfinished = join(folder, `${id}.part`);
    await writeFile(unfinished, content, { mode: 0o600 });
    await rename(unfinished, join(folder, `${id}.txt`));
  };

/** Takes the letters to an address, and those that its account had written, out of the folder again. */
export const forgetInFolder =
  (folder: string) =>
  async (address: string, accountId: string): Promise<void> => {
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const file = join(folder, name);
      const text = await readFile(file, "utf8").catch(() => "");
      const [, recipient = "", writer] = /^To: (.*)\n(?:Account: (.*)\n)?/.exec(text) ?? [];
      if (writer === accountId || recipient.toLowerCase() === address.toLowerCase())
        await rm(file, { force: true });
    }
  };

/** How long a mail server is waited for, in milliseconds: a letter that it keeps waiting is tried again by its job. */
interface MailPatience {
  readonly connection: number;
  readonly answer: number;
}

const PATIENCE: MailPatience = { connection: 10_000, answer: 30_000 };

/**
 * Hands letters to the server that the address names: `smtp://user:password@host:port`, or `smtps://` where it speaks
 * TLS from the first byte. A password goes over an encrypted line or not at all; to a server on this very machine alone
 * it may go as it is.
 */
export function deliverBySmtp(
  url: string,
  from: string,
  { connection, answer }: MailPatience = PATIENCE,
): (letter: Letter) => Promise<void> {
  const { hostname, username } = new URL(url);
  const transport = createTransport({
    url,
    requireTLS: username !== "" && !LOOPBACK.test(hostname),
    connectionTimeout: connection,
    greetingTimeout: answer,
    socketTimeout: answer,
  });
  return async ({ recipient, subject, text }) => {
    await transport.sendMail({ from, to: recipient, subject, text });
  };
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u;
