import { crc32, deflateRawSync } from "node:zlib";

export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A zip of these files, written by hand so that a test can also write one that no honest program would. */
export const zipOf = (files: Iterable<Packed>): Buffer => Buffer.concat([...zipPieces(files)]);

/** The same in pieces, for a zip that is too large to hold. */
export function* zipPieces(files: Iterable<Packed>): Generator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { bytes, name } of files) {
    const packed = deflateRawSync(bytes);
    const header = headerOf(bytes, packed, Buffer.from(name));
    directory.push(directoryEntry(header, offset));
    for (const piece of [Buffer.from([0x50, 0x4b, 3, 4]), header, packed]) {
      offset += piece.length;
      yield piece;
    }
  }
  const list = Buffer.concat(directory);
  yield list;
  yield endOf(directory.length, list.length, offset);
}

/** Version, flags (names are UTF-8), deflate, time, checksum, sizes, length of name, no extras, name. */
function headerOf(bytes: Uint8Array, packed: Buffer, name: Buffer): Buffer {
  const fixed = Buffer.alloc(26);
  fixed.writeUInt16LE(20, 0);
  fixed.writeUInt16LE(0x0800, 2);
  fixed.writeUInt16LE(8, 4);
  fixed.writeUInt32LE(crc32(bytes), 10);
  fixed.writeUInt32LE(packed.length, 14);
  fixed.writeUInt32LE(bytes.length, 18);
  fixed.writeUInt16LE(name.length, 22);
  return Buffer.concat([fixed, name]);
}

function directoryEntry(header: Buffer, offset: number): Buffer {
  const after = Buffer.alloc(14);
  after.writeUInt32LE(offset, 10);
  const start = Buffer.from([0x50, 0x4b, 1, 2, 20, 0]);
  return Buffer.concat([start, header.subarray(0, 26), after, header.subarray(26)]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
