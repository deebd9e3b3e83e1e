import { createHash, randomFillSync } from "node:crypto";

const BYTES = 16;
/** Chance for the next ids, drawn for many at once: asking the system costs more than the rest of an id. */
const drawn = Buffer.alloc(BYTES * 256);
let used = drawn.length;

function nextBytes(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += BYTES;
  return drawn.subarray(used - BYTES, used);
}

/** A UUIDv7 (RFC 9562): 48 bits of milliseconds, then chance; so ids sort by the moment they were made. */
export function newUuidV7(now: number = Date.now()): string {
  return written(nextBytes(), now);
}

/** The same id for the same moment and text, so that what is made twice by mistake is one thing. */
export const uuidV7Of = (now: number, text: string): string =>
  written(createHash("sha256").update(text).digest().subarray(0, 16), now);

function written(bytes: Buffer, now: number): string {
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
