import type * as z from 'zod';

/** How a field of a contract is filled from text (a flag, a query parameter, a part of a path). */
export type FieldKind = 'text' | 'number' | 'boolean' | 'list' | 'json' | 'file';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly description: string | null;
}

interface SchemaDefinition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly in?: Schema;
}
interface Schema {
  readonly _zod: { readonly def: SchemaDefinition };
  meta?(): { readonly file?: unknown; readonly description?: unknown } | undefined;
}

/** The fields of a contract's input, in the order in which they are declared. */
export function fieldsOf(input: z.ZodObject): readonly Field[] {
  return Object.entries(input.shape).map(([name, schema]) => describe(name, schema as unknown as Schema));
}

const wrappers = new Set(['optional', 'default', 'nullable', 'prefault', 'readonly']);

function describe(name: string, schema: Schema): Field {
  let required = true;
  let inner = schema;
  let description = readDescription(inner);
  let file = inner.meta?.()?.file === true;
  for (;;) {
    const { type, innerType, in: input } = inner._zod.def;
    if (type === 'optional' || type === 'default' || type === 'prefault') required = false;
    const next = wrappers.has(type) ? innerType : type === 'pipe' ? input : undefined;
    if (next === undefined) break;
    inner = next;
    description ??= readDescription(inner);
    file ||= inner.meta?.()?.file === true;
  }
  return { name, kind: file ? 'file' : kindOf(inner._zod.def.type), required, description };
}

function readDescription(schema: Schema): string | null {
  const text = schema.meta?.()?.description;
  return typeof text === 'string' ? text : null;
}

function kindOf(type: string): FieldKind {
  if (type === 'number' || type === 'int') return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'array') return 'list';
  if (type === 'object' || type === 'record') return 'json';
  return 'text';
}

/** Gives text the type that its field asks for; what does not fit stays text, so that the schema names the fault. */
export function fromText(fields: readonly Field[], texts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(texts)) {
    if (value === undefined) continue;
    const field = fields.find((each) => each.name === name);
    result[name] = field === undefined ? value : convert(field.kind, value);
  }
  return result;
}

function convert(kind: FieldKind, value: unknown): unknown {
  if (kind === 'list') return Array.isArray(value) ? value : String(value).split(',');
  if (typeof value !== 'string') return value;
  if (kind === 'number') return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  if (kind === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  if (kind === 'json') return parseJson(value);
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A NUL, or half a character: PostgreSQL keeps neither in a text. */
const unkept = /[\0\p{Surrogate}]/u;

/** Where in an input a text stands that cannot be kept, as `field.part`; bytes of a file are no text. */
export function findUnkept(value: unknown, place = ''): readonly string[] {
  if (typeof value === 'string') return unkept.test(value) ? [place] : [];
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    unkept.test(key) ? [place] : findUnkept(part, place === '' ? key : `${place}.${key}`),
  );
}
