const runByASheet = /^[=+\-@\t\r]/;
const forEither = /[",;\r\n]/;
const forOne = { ',': /[",\r\n]/, ';': /[";\r\n]/ } as const;

/** One field in RFC 4180: quoted where it holds a quote, the end of a line, or what parts fields. */
function written(text: string, parting: RegExp): string {
  return parting.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record as other programs read it, every field as it is, without the end of the line. */
export function csvLine(fields: readonly string[], delimiter: ',' | ';'): string {
  return fields.map((field) => written(field, forOne[delimiter])).join(delimiter);
}

/**
 * Text as one cell of a CSV that people open in a spreadsheet. A spreadsheet runs a cell that begins with = + - @, a tab
 * or a return; an apostrophe makes it text (OWASP, "CSV injection"). Quoted for either delimiter.
 */
export function csvCell(text: string): string {
  return written(runByASheet.test(text) ? `'${text}` : text, forEither);
}
