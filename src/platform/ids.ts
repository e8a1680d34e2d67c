import { randomBytes } from 'node:crypto';

/** An id for a row that is entered in the product: `sl-` and 20 letters and digits, sortable by time. */
export function newId(): string {
  const time = Date.now().toString(36).padStart(9, '0');
  const chance = BigInt(`0x${randomBytes(8).toString('hex')}`)
    .toString(36)
    .padStart(13, '0')
    .slice(-11);
  return `sl-${time}${chance}`;
}

/** An opaque token of 256 bits for a session. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
