import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Seals and finds what must not lie in clear at rest. */
export interface Seal {
  /** AES-256-GCM under a fresh nonce: nonce (12 bytes), tag (16), cipher text. */
  seal(text: string): Buffer;
  /** Gives back what `seal` sealed; a changed byte or another key is a fault. */
  open(sealed: Uint8Array): string;
  /** Keyed hash (HMAC-SHA-256): the same text gives the same 32 bytes, which tell nothing without the key. */
  hash(text: string): Buffer;
}

const nonceBytes = 12;
const tagBytes = 16;

/** Both uses get keys of their own, derived from the master key (HKDF-SHA-256, RFC 5869). */
export function makeSeal(masterKey: Buffer): Seal {
  const cipherKey = deriveKey(masterKey, 'seal');
  const hashKey = deriveKey(masterKey, 'hash');
  return {
    seal(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const body = bytes.subarray(nonceBytes + tagBytes);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
    hash: (text) => createHmac('sha256', hashKey).update(text, 'utf8').digest(),
  };
}

function deriveKey(masterKey: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `sluitend ${use}`, 32));
}
