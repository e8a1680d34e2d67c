/** `npm start`: builds what is older than its sources, fills the demo register once, serves it. */
import { ensureBundle, ensureWeb } from './build.mjs';

process.env.SLUITEND_DEMO = '1';
process.env.SLUITEND_TODAY ??= '2019-09-15';

const args = process.argv.slice(2);
const at = args.indexOf('--data');
const data = at === -1 ? [] : args.slice(at, at + 2);

const web = ensureWeb();
await ensureBundle();
// Made by the build above, so its address is put together here.
const { main } = await import(new URL('../dist/server/cli.mjs', import.meta.url).href);
await main(['demo', '--if-empty', ...data]);
await web;
if (!process.exitCode) await main(['serve', ...args]);
