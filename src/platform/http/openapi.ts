import * as z from 'zod';
import type { ApiContact } from '../config.ts';
import { type Contract, platformRefusals } from '../contract.ts';
import { fieldsOf } from '../input.ts';

export const apiVersion = '0.1.0';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of all contracts that HTTP serves; `contact` is of the organisation that runs it. */
export function openApi(contracts: readonly Contract[], contact: ApiContact | null = null): Json {
  const paths: Record<string, Json> = {};
  for (const contract of contracts) {
    const operations = (paths[contract.path] ??= {});
    operations[contract.method.toLowerCase()] = operationOf(contract);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sluitend',
      version: apiVersion,
      description: 'Service of a public employment service: contacts, norms, coverage, steering, effects.',
      ...(contact === null ? {} : { contact }),
    },
    servers: [{ url: '/v1' }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-sluitend' } },
    },
  };
}

/** Of sentences in answers and files; for a link, which cannot choose its headers. */
const language = {
  name: 'lang',
  in: 'query',
  required: false,
  description: 'Language of words in the answer; without it that of Accept-Language, else Dutch',
  schema: { type: 'string', enum: ['nl', 'en'] },
};
const versionHeader = { 'API-Version': { description: 'Version of this API', schema: { type: 'string' } } };

function operationOf(contract: Contract): Json {
  const inPath = [...contract.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
  const schema = z.toJSONSchema(contract.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const names = fieldsOf(contract.input).map((field) => field.name);
  const inQuery = contract.method === 'GET' ? names.filter((name) => !inPath.includes(name)) : [];
  const inBody = names.filter((name) => !inPath.includes(name) && !inQuery.includes(name));
  const parameter = (name: string, place: 'path' | 'query'): Json => ({
    name,
    in: place,
    required: place === 'path' || (schema.required ?? []).includes(name),
    schema: schema.properties?.[name] ?? {},
  });
  const operation: Json = {
    operationId: contract.name,
    tags: [contract.name.split('.')[0]],
    summary: contract.summary.en,
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...inQuery.map((name) => parameter(name, 'query')),
      language,
    ],
    responses: responsesOf(contract),
  };
  if (contract.roles !== 'everyone') operation.security = [{ session: [] }];
  if (inBody.length > 0) operation.requestBody = bodyOf(schema, inBody);
  return operation;
}

function bodyOf(schema: { properties?: Record<string, Json>; required?: string[] }, names: readonly string[]): Json {
  const properties = Object.fromEntries(names.map((name) => [name, schema.properties?.[name] ?? {}]));
  const required = (schema.required ?? []).filter((name) => names.includes(name));
  return { required: true, content: { 'application/json': { schema: { type: 'object', properties, required } } } };
}

function responsesOf(contract: Contract): Json {
  const isFile = (contract.output.meta() as { file?: unknown } | undefined)?.file === true;
  const content = isFile
    ? { 'text/csv': { schema: { type: 'string' } } }
    : { 'application/json': { schema: z.toJSONSchema(contract.output, { io: 'output', unrepresentable: 'any' }) } };
  const refusals = { ...platformRefusals, ...contract.refusals };
  const statuses = new Set([...Object.values(refusals).map((refusal) => refusal.http), 500]);
  const problems = [...statuses].map((status) => [
    String(status),
    {
      description: status === 500 ? 'A fault of the server' : 'Refused',
      headers: versionHeader,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return {
    '200': { description: contract.summary.en, headers: versionHeader, content },
    ...Object.fromEntries(problems),
  };
}

const problemSchema: Json = {
  type: 'object',
  required: ['status', 'title', 'detail', 'code'],
  properties: {
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};
