import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Delimiter } from './csv/delimiter.ts';
import { type CsvRecord, makeRecordReader } from './csv/record-reader.ts';
import { makeDecoder, makeEncodingCheck } from './encoding.source.ts';
import type { FileDeclaration } from './file-declaration.ts';
import { headerFault } from './header-check.ts';
import { defaultManifest, type Encoding, type Manifest, readManifest } from './manifest.ts';
import { parseInstant } from './value.ts';

export interface WholeFault {
  readonly code: 'manifest' | 'encoding' | 'format' | 'repeated_column' | 'missing_column';
  readonly file: string;
  readonly detail: string | null;
}

export interface SurveyedFile {
  readonly declaration: FileDeclaration;
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of its bytes. */
  readonly hash: Buffer;
  readonly header: readonly string[];
  readonly delimiter: Delimiter;
}

export interface Survey {
  readonly manifest: Manifest;
  /** Neither a manifest nor one file of the format: another folder than was meant. */
  readonly isEmpty: boolean;
  /** SHA-256 over the bytes of the manifest and the files. */
  readonly contentHash: Buffer;
  readonly files: readonly SurveyedFile[];
  /** The first reason, file by file, to refuse the delivery as a whole. */
  readonly fault: WholeFault | null;
}

/** Looks through a delivery once: manifest, bytes, encodings, headers. Nothing of the rows is kept. */
export async function surveyFolder(
  folder: string,
  declarations: readonly FileDeclaration[],
): Promise<Survey | { readonly fault: WholeFault; readonly manifest: null }> {
  if (!(await stat(folder)).isDirectory()) throw new Error('a delivery is a folder');
  const manifestBytes = await readIfThere(resolve(folder, 'manifest.json'));
  const manifest = manifestBytes === null ? defaultManifest : decodeManifest(manifestBytes);
  if ('fault' in manifest) {
    return { manifest: null, fault: { code: 'manifest', file: 'manifest.json', detail: manifest.fault } };
  }
  const whole = createHash('sha256').update(manifestBytes ?? '');
  const files: SurveyedFile[] = [];
  let fault: WholeFault | null = null;
  for (const declaration of declarations) {
    const path = resolve(folder, declaration.name);
    const bytes = await sizeOf(path);
    if (bytes === null) continue;
    const seen = await surveyFile(path, manifest.encoding);
    whole.update(`\n${declaration.name}\n`).update(seen.hash);
    fault ??= faultOf(declaration, seen);
    const { hash, delimiter } = seen;
    files.push({ declaration, path, bytes, hash, header: seen.header?.fields ?? [], delimiter });
  }
  const isEmpty = manifestBytes === null && files.length === 0;
  return { manifest, isEmpty, contentHash: whole.digest(), files, fault };
}

interface SeenFile {
  readonly hash: Buffer;
  readonly encodingHolds: boolean;
  readonly header: CsvRecord | null;
  readonly delimiter: Delimiter;
}

function faultOf(declaration: FileDeclaration, seen: SeenFile): WholeFault | null {
  if (!seen.encodingHolds) return { code: 'encoding', file: declaration.name, detail: null };
  const found = headerFault(declaration, seen.header?.fields ?? null, seen.header?.broken ?? false);
  return found === null ? null : { code: found.code, file: declaration.name, detail: found.column };
}

async function surveyFile(path: string, encoding: Encoding): Promise<SeenFile> {
  const hash = createHash('sha256');
  const check = makeEncodingCheck(encoding);
  const decode = makeDecoder(encoding);
  let header: CsvRecord | null = null;
  let delimiter: Delimiter = ',';
  const reader = makeRecordReader((record, found) => {
    header ??= record;
    delimiter = found;
  });
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    check.push(chunk);
    if (header === null) reader.push(decode.push(chunk));
  }
  if (header === null) reader.end();
  return { hash: hash.digest(), encodingHolds: check.end(), header, delimiter };
}

/** A file has other bytes than when it was looked through: it is still being written. */
export class FileChanged extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`${file} changed while it was read`);
    this.name = 'FileChanged';
    this.file = file;
  }
}

/**
 * Every record of a file behind its header, in batches of what one piece of the file holds. Read to its end it gives
 * `FileChanged` when its bytes are not those of the survey.
 */
export async function* readBatches(
  file: SurveyedFile,
  encoding: Encoding,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<readonly CsvRecord[]> {
  let batch: CsvRecord[] = [];
  let headerSeen = false;
  const reader = makeRecordReader((record) => {
    if (headerSeen) batch.push(record);
    headerSeen = true;
  });
  const decode = makeDecoder(encoding);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file.path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    reader.push(decode.push(chunk));
    onBytes(chunk.length);
    if (batch.length > 0) yield batch;
    batch = [];
  }
  reader.end();
  if (batch.length > 0) yield batch;
  if (!hash.digest().equals(file.hash)) throw new FileChanged(file.declaration.name);
}

function decodeManifest(bytes: Buffer): ReturnType<typeof readManifest> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return readManifest(text, (moment) => parseInstant(moment) !== null);
  } catch {
    return { fault: 'no UTF-8' };
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  return (await sizeOf(path)) === null ? null : readFile(path);
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
}
