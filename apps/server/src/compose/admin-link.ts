import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ADMIN_LINK } from "@strideiq/application";
import type { People } from "./people.ts";

const FILE = "admin-link.txt";
const VALID_MILLISECONDS = 30 * 24 * 3_600_000;

/**
 * While there is no administrator: a link to become one, in a file that only the owner of the server can
 * read. It is the way in of whoever runs the machine, so it is shown on a terminal and never logged.
 */
export async function writeAdminLink(
  { records, secrets }: People,
  folder: string,
  address: string,
): Promise<{ readonly link: string; readonly file: string } | undefined> {
  const file = join(folder, FILE);
  if (await records.hasAdmin()) {
    await rm(file, { force: true });
    return undefined;
  }
  const linkOf = (secret: string): string => `${address}/admin/welcome#${secret}`;
  const secret = await secrets.issue(ADMIN_LINK, VALID_MILLISECONDS, async (one) => {
    await mkdir(folder, { recursive: true });
    await writeFile(file, `${linkOf(one)}\n`, { mode: 0o600 });
  });
  return secret === undefined ? undefined : { link: linkOf(secret), file };
}
