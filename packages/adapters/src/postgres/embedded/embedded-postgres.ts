import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { ok, type Result } from "@strideiq/engine";
import { prepareBinaries } from "./binaries.ts";
import { createCluster, readPassword } from "./cluster.ts";
import { chooseFolders, outside, type ServerFolders } from "./folders.ts";
import { attachOrStart, type PostmasterOptions, stopPostmaster } from "./postmaster.ts";
import type { EmbeddedPostgresProblem } from "./problem.ts";
import {
  countOtherSessions,
  databaseUrl,
  ensureDatabase,
  type Lease,
  type ServerAddress,
  takeLease,
} from "./session.ts";
import { withStartLock } from "./start-lock.ts";

export interface EmbeddedPostgresOptions {
  /** Where the data should lie. */
  readonly folder: string;
  readonly database: string;
  /** False only in tests: faster, and a crash of the machine may lose the data. */
  readonly durable?: boolean;
}

/** A running server, shared by all processes that started or found it. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Where the data really lies. */
  readonly folder: string;
  /** True when that is not the folder asked for. */
  readonly elsewhere: boolean;
  /** Leaves the server; whoever leaves last stops it. Close all other connections first. */
  readonly stop: () => Promise<void>;
}

/** Starts the PostgreSQL of the npm package on a free loopback port, or attaches to the one that runs. */
export async function startEmbeddedPostgres(
  wished: EmbeddedPostgresOptions,
): Promise<Result<EmbeddedPostgres, EmbeddedPostgresProblem>> {
  const folders = chooseFolders(wished.folder);
  if (!folders.ok) return folders;
  const binaries = await prepareBinaries(folders.value.user, folders.value.folder);
  if (!binaries.ok) return binaries;
  return withStartLock(folders.value.lockFile, () => start(wished, folders.value, binaries.value));
}

async function start(
  { database, durable = true }: EmbeddedPostgresOptions,
  folders: ServerFolders,
  binaries: string,
): Promise<Result<EmbeddedPostgres, EmbeddedPostgresProblem>> {
  const password = await readPassword(folders);
  const cluster = await createCluster(folders, binaries, password);
  if (!cluster.ok) return cluster;

  const options = { binaries, password, durable };
  const address = await attachOrStart(folders, options);
  if (!address.ok) return address;
  await ensureDatabase(address.value, database);
  const lease = await keepRunning(folders, options, address.value);
  return ok({
    url: databaseUrl(address.value, database),
    folder: folders.folder,
    elsewhere: folders.elsewhere,
    stop: () => leave(folders, address.value, lease),
  });
}

const RESTART_MILLISECONDS = 1_000;

/** Holds the lease; when the server dies under us, starts it again on the same port. */
async function keepRunning(
  folders: ServerFolders,
  options: PostmasterOptions,
  address: ServerAddress,
): Promise<Lease> {
  const state: { left: boolean; lease: Lease | null } = { left: false, lease: null };
  const comeBack = async (): Promise<boolean> => {
    const again = await withStartLock(folders.lockFile, () =>
      attachOrStart(folders, { ...options, port: address.port }),
    );
    if (!again.ok || again.value.port !== address.port) return false;
    await hold();
    return true;
  };
  const restart = async (): Promise<void> => {
    // What goes wrong in between, such as a server that dies again before the lease is taken, is tried again.
    while (!state.left && !(await comeBack().catch(() => false))) await sleep(RESTART_MILLISECONDS);
  };
  const hold = async (): Promise<void> => {
    state.lease = await takeLease(address, () => {
      if (!state.left) void restart();
    });
  };
  await hold();
  return {
    end: async () => {
      state.left = true;
      await state.lease?.end();
    },
  };
}

const leave = async (folders: ServerFolders, address: ServerAddress, lease: Lease): Promise<void> => {
  await lease.end();
  await withStartLock(folders.lockFile, async () => {
    if (await isUnused(address)) await stopPostmaster(folders.cluster);
  });
};

/** Sessions that were closed a moment ago may still be counted. */
async function isUnused(address: ServerAddress): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const others = await countOtherSessions(address).catch(() => 0);
    if (others === 0) return true;
    await sleep(50);
  }
  return false;
}

/** Removes a server's folder with all data, also where it had to lie elsewhere; for test servers, after `stop`. */
export async function removeEmbeddedPostgres(wished: string): Promise<void> {
  for (const folder of [wished, ...outside(wished)]) await rm(folder, { recursive: true, force: true });
}
