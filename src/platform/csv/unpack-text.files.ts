import { gunzipSync } from 'node:zlib';
import type { TextFault } from './say-fault.ts';

/** More than any table of an analysis; a small gzip that unpacks to more would only fill the memory. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * The text of a file, unpacked when it is gzip (magic bytes 1f 8b). Only UTF-8 is text: letters of another encoding would
 * become the names of columns and levels.
 * @returns the text, or why there is none
 */
export function unpackText(bytes: Uint8Array): string | TextFault {
  let plain = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      plain = gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
    } catch {
      return { fault: 'gzip' };
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return { fault: 'encoding' };
  }
}
