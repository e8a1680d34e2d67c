import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access.ts';
import { type Action, type Language, runAction, type Surroundings } from '../actions.ts';
import type { Contract } from '../contract.ts';
import { type Field, fieldsOf, fromText } from '../input.ts';
import { log } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { faultProblem, problemOf } from './problem.ts';

export interface HttpEntrance {
  readonly surroundings: Surroundings;
  readonly actions: readonly Action[];
  /** Who sends the request; null when nobody is signed in. */
  authenticate(request: FastifyRequest): Promise<Actor | null>;
  /** Sets or clears the session's cookie after an action that signs in or out; gives what is sent. */
  afterAction(contract: Contract, output: unknown, reply: FastifyReply): unknown;
}

/** One REST route per contract. */
export function addRoutes(app: FastifyInstance, entrance: HttpEntrance): void {
  for (const action of entrance.actions) {
    if (action.contract.machineOnly) continue;
    const fields = fieldsOf(action.contract.input);
    app.route({
      method: action.contract.method,
      url: `/v1${action.contract.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const started = performance.now();
        const actor = await entrance.authenticate(request);
        const language = languageOf(request);
        const input = inputOf(action.contract, fields, { request, language });
        const call = { actor, language, fromMachine: false };
        const output = await runAction(entrance.surroundings, action, { call, input });
        const sent = entrance.afterAction(action.contract, output, reply);
        log.info({ action: action.contract.name, ms: Math.round(performance.now() - started) }, 'done');
        return sendOutput(action.contract, sent, reply);
      },
    });
  }
}

function sendOutput(contract: Contract, output: unknown, reply: FastifyReply): FastifyReply {
  if ((contract.output.meta() as { file?: unknown } | undefined)?.file !== true) return reply.send(output);
  const file = output as { fileName: string; mediaType: string } & ({ text: string } | { bytes: Uint8Array });
  reply.header('content-disposition', `attachment; filename="${file.fileName}"`);
  if ('bytes' in file) return reply.type(file.mediaType).send(Buffer.from(file.bytes));
  return reply.type(`${file.mediaType}; charset=utf-8`).send(file.text);
}

/** Refusals, faults of the framework and unknown addresses: all as problem+json. */
export function addProblems(app: FastifyInstance, actions: readonly Action[]): void {
  const byRoute = new Map(
    actions.map(({ contract }) => [`${contract.method} /v1${contract.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, contract]),
  );
  app.setErrorHandler((fault, request, reply) => {
    const contract = byRoute.get(`${request.method} ${request.routeOptions.url ?? ''}`) ?? null;
    const language = languageOf(request);
    const refusal = asRefusal(fault);
    const problem = refusal === null ? faultProblem(language) : problemOf(refusal, contract, language);
    if (refusal === null) log.error({ err: fault, action: contract?.name }, 'fault');
    else log.info({ action: contract?.name, code: refusal.code }, 'refused');
    return reply.status(problem.status).type('application/problem+json').send(problem);
  });
  app.setNotFoundHandler((request, reply) => {
    const problem = problemOf(new Refusal('not_found'), null, languageOf(request));
    return reply.status(404).type('application/problem+json').send(problem);
  });
}

function asRefusal(fault: unknown): Refusal | null {
  if (fault instanceof Refusal) return fault;
  const status = (fault as { statusCode?: unknown }).statusCode;
  if (status === 413) return new Refusal('too_large');
  // The framework's own: a body that is no JSON or of another type, an address that cannot be read.
  if (typeof status === 'number' && status >= 400 && status < 500) return new Refusal('invalid_request');
  return null;
}

const notInAddress: Readonly<Record<Language, string>> = {
  nl: 'Dit hoort niet in het adres. Stuur het in de inhoud, of laat het weg.',
  en: 'This does not belong in the address. Send it in the body, or leave it out.',
};

/**
 * Of a GET the path and the query, of any other method the path and the body: what is searched for or written must not
 * stand in addresses, which are kept in histories and logs. A parameter that nobody reads is refused, not ignored.
 */
function inputOf(
  contract: Contract,
  fields: readonly Field[],
  { request, language }: { request: FastifyRequest; language: Language },
): Record<string, unknown> {
  const path = request.params as Readonly<Record<string, unknown>>;
  const { lang: _, ...query } = request.query as Record<string, unknown>;
  const names = contract.method === 'GET' ? fields.map((field) => field.name).filter((name) => !(name in path)) : [];
  const unknown = Object.keys(query).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const message = notInAddress[language];
    throw new Refusal('invalid_input', {
      faults: unknown.map((field) => ({ field, code: 'unrecognized_keys', message })),
    });
  }
  const { body } = request;
  if (body !== null && body !== undefined && (typeof body !== 'object' || Array.isArray(body)))
    throw new Refusal('invalid_request');
  return { ...body, ...fromText(fields, { ...query, ...path }) };
}

/** The language of the address, which a link can carry; else the one that the browser prefers. */
function languageOf(request: FastifyRequest): Language {
  const { lang } = request.query as { readonly lang?: unknown };
  if (lang === 'nl' || lang === 'en') return lang;
  const wanted = request.headers['accept-language'] ?? '';
  return /^\s*en\b/i.test(wanted) ? 'en' : 'nl';
}
