/** `npm start`: builds what is older than its sources, fills the demo register once, serves it. */
import { ensureBundle, ensureWeb } from './build.mjs';

process.env.SLUITEND_DEMO = '1';
process.env.SLUITEND_TODAY ??= '2019-09-15';

await Promise.all([ensureBundle(), ensureWeb()]);
const { main } = await import('../dist/server/cli.mjs');
await main(['serve', ...process.argv.slice(2)]);
