/** Builds what runs: the server side with esbuild, the web client with vite. Only what was made of other sources. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprintOf } from './sources.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = resolve(root, 'dist');

/** Into a folder of its own, then renamed: a build that is killed or runs twice leaves nothing half-made. */
async function build(name, make) {
  const place = resolve(dist, name);
  const stamp = resolve(place, '.built');
  // Taken before: what changes while the build runs asks for another.
  const fingerprint = fingerprintOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  const half = `${place}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  await make(half);
  writeFileSync(resolve(half, '.built'), fingerprint);
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
