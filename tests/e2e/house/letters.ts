import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject } from "vitest";

/** The newest link in the letters to somebody, as soon as one has come. */
export async function linkInLetterTo(email: string): Promise<string> {
  const folder = join(inject("dataFolder"), "outbox");
  const found = (): string | undefined =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .filter((letter) => letter.startsWith(`To: ${email}\n`))
      .flatMap((letter) => /https?:\/\/\S+/.exec(letter) ?? [])
      .at(-1);
  await expect.poll(found, { timeout: 15_000 }).toBeDefined();
  return found() ?? "";
}

/** The link to become the first administrator, as the start wrote it. */
export const adminLink = (): string =>
  readFileSync(join(inject("dataFolder"), "admin-link.txt"), "utf8").trim();
