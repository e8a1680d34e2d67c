import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import staticFiles from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';
import { projectRoot } from '../root.ts';
import { apiVersion, openApi } from './openapi.ts';
import { addProblems, addRoutes, type HttpEntrance } from './routes.ts';

/** The HTTP entrance: the API below `/v1`, health, and the web client for every other address. */
export async function makeServer(entrance: HttpEntrance): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: 1_048_576,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false },
  });
  app.removeContentTypeParser('text/plain');
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    frameguard: { action: 'deny' },
  });
  await app.register(cookie);
  await app.register(compress, { threshold: 1_024 });
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v1')) return;
    reply.header('API-Version', apiVersion).header('Cache-Control', 'no-store');
  });
  if (entrance.surroundings.config.localSignIn)
    app.addHook('onRequest', async (request) => refuseForeignHost(request.headers.host));
  closeAfterAnswer(app);
  app.addHook('preHandler', async (request) => refuseForeignWrites(request.method, request.headers));
  addProblems(app, entrance.actions);
  addRoutes(app, entrance);
  const contracts = entrance.actions.map((action) => action.contract).filter((contract) => !contract.machineOnly);
  const document = openApi(contracts, entrance.surroundings.config.apiContact);
  app.get('/v1/openapi.json', { exposeHeadRoute: false }, (_request, reply) =>
    reply.header('access-control-allow-origin', '*').send(document),
  );
  app.get('/health', () => ({ status: 'ok' }));
  app.get('/ready', async (_request, reply) => {
    const database = await entrance.surroundings.database();
    await database.pool.query('select 1');
    return reply.send({ status: 'ready' });
  });
  // for who has no repository at hand; the name is fixed, so that no other file can be asked
  app.get('/docs/exchange-format.md', { exposeHeadRoute: false }, async (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(await readFile(resolve(projectRoot, 'docs', 'exchange-format.md'), 'utf8')),
  );
  await addWebClient(app);
  return app;
}

/**
 * Stopping waits for what has begun. Its connection would then stay open for the next request, and keep the process for
 * as long: who is answered while the server closes is told that it goes.
 */
function closeAfterAnswer(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}

/**
 * Where anybody on the machine may sign in, a page of another site must not read as one of ours: its name may lead here
 * (DNS rebinding), and the browser takes it for the same site then.
 */
function refuseForeignHost(host: string | undefined): void {
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host ?? '')) throw new Refusal('foreign_host');
}

/** A browser names the page that a request comes from: a write from another site is refused. */
function refuseForeignWrites(method: string, headers: Readonly<Record<string, unknown>>): void {
  if (method === 'GET' || method === 'HEAD') return;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return;
  throw new Refusal('foreign_site');
}

/** Assets carry a hash in their name and are kept by browsers; the shell is read anew, so that a new build is served. */
async function addWebClient(app: FastifyInstance): Promise<void> {
  const root = resolve(projectRoot, 'dist', 'web');
  if (!existsSync(root)) return;
  await app.register(staticFiles, { root: resolve(root, 'assets'), prefix: '/assets/', maxAge: '1y', immutable: true });
  app.get('/*', { exposeHeadRoute: false }, async (request, reply) => {
    if (request.url.startsWith('/v1/') || /\.\w+$/.test(request.url.split('?')[0] ?? '')) return reply.callNotFound();
    const shell = await readFile(resolve(root, 'index.html'));
    return reply.header('Cache-Control', 'no-cache').type('text/html; charset=utf-8').send(shell);
  });
}
