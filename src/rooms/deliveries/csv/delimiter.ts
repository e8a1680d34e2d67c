export type Delimiter = ',' | ';';

/** The more frequent of the two outside quotes; a comma when they are equal. */
export function delimiterOf(header: string): Delimiter {
  const bare = header.replace(/"[^"]*"/g, '');
  return bare.split(';').length > bare.split(',').length ? ';' : ',';
}

/** Where the first record that is not blank ends; null when the text does not reach that far. */
export function endOfFirstRecord(text: string): number | null {
  let quoted = false;
  let filled = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') quoted = !quoted;
    else if (char === '\n' && !quoted && filled) return at;
    if (char !== '\n' && char !== '\r') filled = true;
  }
  return null;
}
