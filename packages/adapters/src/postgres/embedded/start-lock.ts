import { link, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

const REFRESH_MILLISECONDS = 2_000;
const STALE_MILLISECONDS = 15_000;
const POLL_MILLISECONDS = 50;

/**
 * Runs the work while holding the lock file; everyone else waits. A lock is left behind by a
 * killed process: it is stale when that process is gone, or has not refreshed the file for long
 * (its number may belong to another process by now).
 */
export async function withStartLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, `${String(process.pid)} ${randomUUID()}\n`);
  try {
    while (!(await tryLink(own, file))) {
      await removeIfStale(file);
      await sleep(POLL_MILLISECONDS);
    }
    return await refreshing(file, work);
  } finally {
    await rm(own, { force: true });
  }
}

async function refreshing<T>(file: string, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, REFRESH_MILLISECONDS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await rm(file, { force: true });
  }
}

/** Exclusive like O_EXCL, and the file is never seen empty: it appears with its content. */
async function tryLink(own: string, file: string): Promise<boolean> {
  const now = new Date();
  await utimes(own, now, now);
  try {
    await link(own, file);
    return true;
  } catch (problem) {
    if (codeOf(problem) === "EEXIST") return false;
    throw problem;
  }
}

/** Takes the file away under another name, and puts it back when someone else's lock was caught. */
async function removeIfStale(file: string): Promise<void> {
  const seen = await readLock(file);
  if (seen === null || !seen.stale) return;
  const caught = `${file}.${randomUUID()}`;
  try {
    await rename(file, caught);
  } catch {
    return;
  }
  if ((await readFile(caught, "utf8")) !== seen.content) await link(caught, file).catch(() => undefined);
  await rm(caught, { force: true });
}

async function readLock(file: string): Promise<{ readonly content: string; readonly stale: boolean } | null> {
  try {
    const content = await readFile(file, "utf8");
    const { mtimeMs } = await stat(file);
    return {
      content,
      stale: !isAlive(Number.parseInt(content, 10)) || Date.now() - mtimeMs > STALE_MILLISECONDS,
    };
  } catch {
    return null;
  }
}

/** Whether a process with this number exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return codeOf(problem) === "EPERM";
  }
}

const codeOf = (problem: unknown): unknown =>
  typeof problem === "object" && problem !== null && "code" in problem ? problem.code : undefined;
