/** Builds what runs: the server side with esbuild, the web client with vite. Only what is older than its sources. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = resolve(root, 'dist');

/** Moment of the newest file below the folders. */
function newest(...folders) {
  let latest = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = resolve(folder, entry.name);
      latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
    }
  }
  return latest;
}

function isFresh(stamp) {
  if (!existsSync(stamp)) return false;
  const made = statSync(stamp).mtimeMs;
  return made > newest(resolve(root, 'src')) && made > statSync(resolve(root, 'package-lock.json')).mtimeMs;
}

/** Into a folder of its own, then renamed: a build that is killed or runs twice leaves nothing half-made. */
async function build(name, make) {
  const place = resolve(dist, name);
  const stamp = resolve(place, '.built');
  if (isFresh(stamp)) return;
  const half = `${place}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  await make(half);
  writeFileSync(resolve(half, '.built'), '');
  rmSync(place, { recursive: true, force: true });
  try {
    renameSync(half, place);
  } catch (fault) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(stamp)) throw fault;
  }
}

export function ensureBundle() {
  return build('server', async (out) => {
    const { build: bundle } = await import('esbuild');
    await bundle({
      entryPoints: [resolve(root, 'src/apps/cli.ts')],
      outdir: out,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      logLevel: 'warning',
    });
  });
}

export function ensureWeb() {
  return build('web', async (out) => {
    const { build: bundle } = await import('vite');
    await bundle({
      configFile: resolve(root, 'vite.config.mjs'),
      build: { outDir: out, emptyOutDir: true },
      logLevel: 'warn',
    });
  });
}
