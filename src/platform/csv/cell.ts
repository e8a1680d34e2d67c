const runByASheet = /^[=+\-@\t\r]/;

/**
 * Text as one cell of a CSV that people open in a spreadsheet (RFC 4180). A spreadsheet runs a cell that begins with
 * = + - @, a tab or a return; an apostrophe makes it text (OWASP, "CSV injection"). Quoted for either delimiter.
 */
export function csvCell(text: string): string {
  const safe = runByASheet.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
