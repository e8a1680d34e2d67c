import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { fromWindows1252, undefinedInWindows1252 } from './csv/windows-1252.ts';
import type { Encoding } from './manifest.ts';

export interface EncodingCheck {
  push(chunk: Buffer): void;
  /** Whether all bytes are allowed. */
  end(): boolean;
}

/** Whether bytes that come in pieces keep the encoding. */
export function makeEncodingCheck(encoding: Encoding): EncodingCheck {
  let holds = true;
  let rest = Buffer.alloc(0);
  return {
    push(chunk) {
      if (!holds) return;
      if (encoding === 'windows-1252') {
        for (const byte of undefinedInWindows1252) if (chunk.includes(byte)) holds = false;
        return;
      }
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const cut = startOfUnfinished(bytes);
      rest = Buffer.from(bytes.subarray(cut));
      holds = isUtf8(bytes.subarray(0, cut));
    },
    end: () => holds && rest.length === 0,
  };
}

/** Where a character begins at the end that may go on in the next piece. */
function startOfUnfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
    if (byte < 0x80) break;
  }
  return bytes.length;
}

/** Text of bytes that come in pieces and keep the encoding; a byte-order mark is left out. */
export function makeDecoder(encoding: Encoding): { push(chunk: Buffer): string } {
  const utf8 = new StringDecoder('utf8');
  let first = true;
  return {
    push(chunk) {
      let text = encoding === 'utf-8' ? utf8.write(chunk) : fromWindows1252(chunk.toString('latin1'));
      if (first && text !== '') {
        text = text.replace(/^(\uFEFF|ï»¿)/, '');
        first = false;
      }
      return text;
    },
  };
}
