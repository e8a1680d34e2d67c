/** `npm start`: builds what was made of other sources, fills the demo register once, serves it. */
import { parseArgs } from 'node:util';
import { ensureBundle, ensureWeb } from './build.mjs';

process.env.SLUITEND_DEMO = '1';
process.env.SLUITEND_TODAY ||= '2019-09-15';

// Another flag is refused: what is started must be what was asked for.
const { data: folder } = parseArgs({ options: { data: { type: 'string' } } }).values;
const data = folder === undefined ? [] : ['--data', folder];

const web = ensureWeb();
await ensureBundle();
// Made by the build above, so its address is put together here.
const { main } = await import(new URL('../dist/server/cli.mjs', import.meta.url).href);
await main(['demo', '--if-empty', ...data]);
if (!process.exitCode) await main(['serve', ...data], () => web);
