/// <reference types="node" />
import { access } from 'node:fs/promises';

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser of the system. Never skips: without one the test fails and says what to do. */
export async function findBrowser(): Promise<string> {
  for (const place of PLACES) {
    if (
      place &&
      (await access(place).then(
        () => true,
        () => false,
      ))
    )
      return place;
  }
  throw new Error('no Chromium found: install one, or name it in CHROMIUM');
}
