import type { FileRefusal } from "@strideiq/activity";
import { err, ok, type Result } from "@strideiq/engine";
import {
  type Entry,
  fromBufferPromise,
  getFileNameLowLevel,
  openPromise,
  validateFileName,
  type ZipFile,
} from "yauzl";
import {
  ACTIVITY_BYTES_MAX,
  ARCHIVE_BYTES_MAX,
  ARCHIVE_FILES_MAX,
  UNPACKED_BYTES_MAX,
  UNPACKED_RATIO_MAX,
} from "../limits.ts";

/** Where bytes lie: in memory, or in a file that is read in pieces. */
export type Content = Uint8Array | { readonly path: string };

/** A file in a zip. Nothing is ever written under its name. */
export interface ZipEntry {
  readonly name: string;
  readonly read: () => Promise<Result<Uint8Array, FileRefusal>>;
  /** For a table that is read as it comes, whatever its length. */
  readonly stream: () => Promise<AsyncIterable<Uint8Array>>;
}

export interface OpenZip {
  readonly entries: readonly ZipEntry[];
  /** What ended the list early. */
  readonly refusal: FileRefusal | null;
  readonly close: () => void;
}

/** Reads the list of a zip; the files themselves are unpacked one by one, when they are asked for. */
export async function openZip(content: Content): Promise<Result<OpenZip, FileRefusal>> {
  try {
    const zip = await openContent(content);
    if (zip.fileSize > ARCHIVE_BYTES_MAX) {
      zip.close();
      return err({ reason: "too_large", bytesMax: ARCHIVE_BYTES_MAX });
    }
    return ok(await listEntries(zip));
  } catch {
    return err({ reason: "unreadable", format: "zip" });
  }
}

/** Names are checked here: the library would give up the whole zip for one bad name. */
const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };

const openContent = (content: Content): Promise<ZipFile> =>
  content instanceof Uint8Array
    ? fromBufferPromise(Buffer.from(content.buffer, content.byteOffset, content.byteLength), OPTIONS)
    : openPromise(content.path, OPTIONS);

async function listEntries(zip: ZipFile): Promise<OpenZip> {
  const entries: ZipEntry[] = [];
  const budget = createBudget(zip.fileSize);
  const close = (): void => {
    zip.close();
  };
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= ARCHIVE_FILES_MAX)
        return { entries, refusal: { reason: "too_many_files", filesMax: ARCHIVE_FILES_MAX }, close };
      const name = nameOf(entry);
      if (!name.endsWith("/")) entries.push(entryOf(zip, entry, name, budget));
    }
    return { entries, refusal: null, close };
  } catch {
    return { entries, refusal: { reason: "unreadable", format: "zip" }, close };
  }
}

const nameOf = (entry: Entry): string =>
  getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);

interface Budget {
  /** False when the whole zip has unpacked to more than any honest one does. */
  readonly take: (bytes: number) => boolean;
}

function createBudget(packedBytes: number): Budget {
  let left = UNPACKED_BYTES_MAX + UNPACKED_RATIO_MAX * packedBytes;
  return {
    take: (bytes) => {
      left -= bytes;
      return left >= 0;
    },
  };
}

function entryOf(zip: ZipFile, entry: Entry, name: string, budget: Budget): ZipEntry {
  return {
    name,
    stream: () => zip.openReadStreamPromise(entry),
    read: async () => {
      if (validateFileName(name) !== null) return err({ reason: "unsafe_path" });
      if (entry.isEncrypted()) return err({ reason: "encrypted" });
      try {
        return await collect(await zip.openReadStreamPromise(entry), budget);
      } catch {
        return err({ reason: "unreadable", format: "zip" });
      }
    },
  };
}

/** What the list says of a size may be a lie: the bytes are counted as they come. */
async function collect(
  stream: AsyncIterable<Uint8Array>,
  budget: Budget,
): Promise<Result<Uint8Array, FileRefusal>> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    bytes += piece.length;
    if (bytes > ACTIVITY_BYTES_MAX || !budget.take(piece.length))
      return err({ reason: "unpacks_too_large", bytesMax: ACTIVITY_BYTES_MAX });
    pieces.push(piece);
  }
  return ok(Buffer.concat(pieces, bytes));
}
