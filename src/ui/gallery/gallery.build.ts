/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Builds the gallery page into a folder. For looking and for tests only: it is in no bundle of the product.
 * Run by hand: `npx tsx src/ui/gallery/gallery.build.ts /a/folder`.
 */
export async function buildGallery(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    logLevel: 'error',
    // a test runner sets another environment, and React would come in its slow form
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: { outDir, emptyOutDir: true, modulePreload: false, minify: false },
  });
}

const target = process.argv[2];
if (target && process.argv[1] === fileURLToPath(import.meta.url)) await buildGallery(target);
