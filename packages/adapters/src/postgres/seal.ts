import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps bytes so that whoever reads the table, or a copy of it, cannot read them (AES-256-GCM). */
export interface Seal {
  readonly close: (bytes: Uint8Array) => Buffer;
  /** Undefined for what was sealed with another key, or changed. */
  readonly open: (sealed: Uint8Array) => Buffer | undefined;
}

/** @param key 32 bytes. */
export const createSeal = (key: Buffer): Seal => ({
  close: (bytes) => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", key, nonce);
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  },
  open: (sealed) => {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const tag = sealed.subarray(-TAG_BYTES);
    try {
      const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch {
      return undefined;
    }
  },
});
