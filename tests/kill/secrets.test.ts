import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { end, type ServerProcess, startServer } from "./server-process.ts";

const PASSWORDS = ["correct horse battery", "Tr0ub4dor-and-3", "a new long password"] as const;
const [PASSWORD, WRONG, NEW] = PASSWORDS;
const EMAIL = "ada@example.org";
/** Too few would mean that nothing was looked for. */
const SECRETS_MIN = 8;

let folder: string;
let server: ServerProcess;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-secrets-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Answered {
  readonly status: number;
  readonly cookies: readonly string[];
}

async function send(method: string, path: string, body: unknown, cookie = ""): Promise<Answered> {
  const response = await fetch(`${server.address}${path}`, {
    method,
    headers: { "content-type": "application/json", cookie },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  await response.arrayBuffer();
  return {
    status: response.status,
    cookies: response.headers.getSetCookie().map((set) => set.split(";")[0] ?? ""),
  };
}

const filesIn = (under: string): readonly string[] =>
  readdirSync(under, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

/** What a server and its database wrote down for whoever runs them; not what they keep. */
const logFiles = (): readonly string[] => filesIn(folder).filter((file) => file.endsWith(".log"));

/** Letters are for their recipients; the files can be read by the machine's owner alone. */
const letters = (): readonly string[] =>
  filesIn(join(folder, "outbox")).filter((file) => file.endsWith(".txt"));

/** The parts of a cookie that open something. */
const cookieSecrets = (cookies: readonly string[]): readonly string[] =>
  cookies.map((cookie) => cookie.slice(cookie.indexOf("=") + 1)).filter((value) => value.length > 20);

it(
  "writes no password, cookie, token, key or link into any log of a whole run",
  { timeout: 120_000 },
  async () => {
    server = await startServer({ DATA_DIR: folder, LOG_LEVEL: "trace" });
    const secrets: string[] = [...PASSWORDS];
    const wish = {
      distance: "5k",
      raceDate: "2027-04-18",
      daysPerWeek: 4,
      weeklyMetres: 40_000,
      longestMetres: 14_000,
    };
    const guest = await send("POST", "/v1/plans", wish);
    secrets.push(...cookieSecrets(guest.cookies));
    const account = await send("POST", "/v1/accounts", { name: "Ada", email: EMAIL, password: PASSWORD });
    expect(account.status).toBe(201);
    secrets.push(...cookieSecrets(account.cookies));
    await send("POST", "/v1/accounts", { name: "Ada", email: EMAIL, password: PASSWORD });
    await send("POST", "/v1/sessions", { email: EMAIL, password: WRONG });
    await send("POST", "/v1/sessions", `{"email": "${EMAIL}", "password": "${WRONG}", `);
    await send("POST", "/v1/accounts", { name: "Ada", email: "nowhere", password: WRONG });
    await send("DELETE", "/v1/sessions/current", "", account.cookies.join("; "));

    await send("POST", "/v1/password-resets", { email: EMAIL });
    await expect.poll(() => letters().length, { timeout: 20_000 }).toBe(1);
    const token = /token=(\S+)/.exec(readFileSync(letters()[0] ?? "", "utf8"))?.[1] ?? "";
    secrets.push(token);
    expect((await send("POST", "/v1/password-resets/spend", { token, password: NEW })).status).toBe(200);
    await send("POST", "/v1/password-resets/spend", { token, password: NEW });

    const link = readFileSync(join(folder, "admin-link.txt"), "utf8").trim();
    expect(statSync(join(folder, "admin-link.txt")).mode & 0o077).toBe(0);
    secrets.push(link.split("#")[1] ?? "");
    await send("POST", "/v1/accounts/admin", {
      secret: link.split("#")[1],
      name: "R",
      email: EMAIL,
      password: NEW,
    });

    // An error in the middle of it all, since errors are what is logged most.
    const pid = Number.parseInt(readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8"), 10);
    process.kill(pid, "SIGKILL");
    const during = await send("POST", "/v1/sessions", { email: EMAIL, password: NEW });
    expect([201, 401, 503]).toContain(during.status);
    await expect
      .poll(async () => (await send("POST", "/v1/sessions", { email: EMAIL, password: NEW })).status, {
        timeout: 30_000,
        interval: 500,
      })
      .toBe(201);
    expect(await end(server, "SIGTERM")).toBe(0);

    for (const file of filesIn(folder).filter((name) => /password/.test(name)))
      secrets.push(readFileSync(file, "utf8").trim());
    const found = [server.output(), server.log(), ...logFiles().map((file) => readFileSync(file, "utf8"))];
    expect(server.log().length).toBeGreaterThan(0);
    expect(secrets.length).toBeGreaterThanOrEqual(SECRETS_MIN);
    expect(secrets.filter((secret) => secret.length < 8)).toEqual([]);
    for (const secret of secrets)
      for (const text of found)
        expect([secret, text.includes(secret) || text.includes(encodeURIComponent(secret))]).toEqual([
          secret,
          false,
        ]);
  },
);
