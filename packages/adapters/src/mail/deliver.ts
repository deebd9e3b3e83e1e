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

/** Hands letters to the server that the address names: `smtp://user:password@host:port`. */
export function deliverBySmtp(url: string, from: string): (letter: Letter) => Promise<void> {
  const transport = createTransport(url);
  return async ({ recipient, subject, text }) => {
    await transport.sendMail({ from, to: recipient, subject, text });
  };
}
