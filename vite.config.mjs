import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Libraries mark files for servers that render React; that says nothing here. */
function sayUnlessDirective(warning, say) {
  if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') say(warning);
}

export default {
  root: resolve(root, 'src/apps/web'),
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { onwarn: sayUnlessDirective },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:3000' } },
};
