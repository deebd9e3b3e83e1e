import { open, stat } from "node:fs/promises";
import type { FileRefusal } from "@strideiq/activity";
import { err, ok, type Result } from "@strideiq/engine";
import { ACTIVITY_BYTES_MAX } from "./limits.ts";
import { formatOf } from "./one/format-of.ts";
import { readActivityFile } from "./one/read-activity-file.ts";
import { type Content, type OpenZip, openZip } from "./packed/open-zip.ts";
import { readEntry } from "./packed/read-entry.ts";
import type { FileReport, FileSource } from "./report.ts";
import { isStravaArchive, readStravaArchive } from "./strava/read-strava-archive.ts";

/**
 * Reads whatever the source holds, one report at a time, so that memory stays flat however long an archive is.
 * With `from` it goes on where an earlier run was broken off.
 */
export async function* readFiles(source: FileSource, from = 0): AsyncGenerator<FileReport> {
  const head = await readHead(source.content);
  if (head.ok && formatOf(head.value) === "zip") yield* readZip(source, from);
  else if (from === 0)
    yield {
      name: source.name,
      position: 0,
      of: 1,
      ...(head.ok ? await readSingle(source.content) : { result: head, original: null }),
    };
}

async function readSingle(content: Content): Promise<Pick<FileReport, "result" | "original">> {
  const bytes = await bytesOf(content);
  return bytes.ok
    ? { result: readActivityFile(bytes.value), original: bytes.value }
    : { result: bytes, original: null };
}

const HEAD_BYTES = 4096;

async function readHead(content: Content): Promise<Result<Uint8Array, FileRefusal>> {
  if (content instanceof Uint8Array) return ok(content.subarray(0, HEAD_BYTES));
  try {
    const file = await open(content.path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return ok(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    return err({ reason: "missing" });
  }
}

/** The size is asked before anything is read. */
async function bytesOf(content: Content): Promise<Result<Uint8Array, FileRefusal>> {
  if (content instanceof Uint8Array) return ok(content);
  try {
    const { size } = await stat(content.path);
    if (size > ACTIVITY_BYTES_MAX) return err({ reason: "too_large", bytesMax: ACTIVITY_BYTES_MAX });
    const file = await open(content.path);
    try {
      return ok(await file.readFile());
    } finally {
      await file.close();
    }
  } catch {
    return err({ reason: "missing" });
  }
}

async function* readZip({ content, name }: FileSource, from: number): AsyncGenerator<FileReport> {
  const opened = await openZip(content);
  if (!opened.ok) {
    if (from === 0) yield { name, position: 0, of: 1, result: opened, original: null };
    return;
  }
  const zip = opened.value;
  try {
    yield* isStravaArchive(zip.entries) ? readStravaArchive(zip, name, from) : readEntries(zip, name, from);
  } finally {
    zip.close();
  }
}

async function* readEntries(zip: OpenZip, zipName: string, from: number): AsyncGenerator<FileReport> {
  const entries = zip.entries.filter(({ name }) => !isClutter(name));
  const of = Math.max(1, entries.length + (zip.refusal === null ? 0 : 1));
  for (const [position, entry] of entries.entries())
    if (position >= from)
      yield { name: `${zipName}: ${entry.name}`, position, of, ...(await readEntry(entry)) };
  const refusal = zip.refusal ?? (entries.length === 0 ? { reason: "empty" as const } : null);
  if (refusal !== null && from <= entries.length)
    yield { name: zipName, position: entries.length, of, result: err(refusal), original: null };
}

/** What operating systems add to a zip by themselves. */
const isClutter = (name: string): boolean =>
  /(^|\/)(__MACOSX\/|[.]DS_Store$|[.]_|Thumbs[.]db$|desktop[.]ini$)/i.test(name);
