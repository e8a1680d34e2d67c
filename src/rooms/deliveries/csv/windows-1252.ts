/** What 0x80 to 0x9f are in windows-1252; the five that it leaves undefined are refused before. */
const upper =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd' +
  '\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178';

/** Bytes that windows-1252 does not define. */
export const undefinedInWindows1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Bytes of text that windows-1252 has; a character that it has not becomes a question mark. */
export function toWindows1252(text: string): Uint8Array {
  const bytes = text.replace(/[^\0-\x7f\xa0-\xff]/gu, (char) => {
    const place = upper.indexOf(char);
    return place === -1 || char === '\ufffd' ? '?' : String.fromCharCode(0x80 + place);
  });
  return Uint8Array.from({ length: bytes.length }, (_, at) => bytes.charCodeAt(at));
}

/** Text whose characters are bytes (ISO 8859-1) to what windows-1252 means by them. */
export function fromWindows1252(bytes: string): string {
  return bytes.replace(/[\x80-\x9f]/g, (char) => upper.charAt(char.charCodeAt(0) - 0x80));
}
