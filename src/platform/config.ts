import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { isDate } from '../time/calendar-date.ts';
import { environment } from './env.ts';
import { projectRoot } from './root.ts';
import { decodeKey, refuseKeyAmongData } from './secrets/key.ts';

export interface ApiContact {
  readonly name: string;
  readonly email: string;
  readonly url: string;
}

export interface Config {
  /** A server of the organisation; null = the built-in one. */
  readonly databaseUrl: string | null;
  /** Folder of the built-in database and of what belongs to it. */
  readonly dataFolder: string;
  readonly port: number;
  /** Practice date `YYYY-MM-DD`; null = the real one. */
  readonly practiceDate: string | null;
  readonly demo: boolean;
  readonly localSignIn: boolean;
  /** 32 bytes, base64; null = the key file. */
  readonly bsnKey: string | null;
  readonly bsnKeyFile: string;
  /** Whom the users of the API can ask; null = not given. */
  readonly apiContact: ApiContact | null;
  /** How long a write waits for an import or for another writer on the same client before it is refused as busy. */
  readonly writeWaitSeconds: number;
}

/**
 * Reads the configuration; a value that is not usable is a fault with the name of the variable, and an empty one is none:
 * a line without a value in a unit file asks for nothing. What the key file holds is judged when it is needed.
 */
export function readConfig(overrides: { readonly dataFolder?: string } = {}): Config {
  if (overrides.dataFolder === '') throw new Error('--data: a folder is expected');
  const demo = readSwitch('SLUITEND_DEMO');
  const dataFolder = resolve(
    overrides.dataFolder ?? read('SLUITEND_DATA') ?? resolve(projectRoot, '.data', demo ? 'demo' : 'register'),
  );
  const localSignIn = readSwitch('SLUITEND_LOCAL_SIGN_IN') || demo;
  const bsnKey = read('SLUITEND_BSN_KEY') ?? null;
  if (bsnKey !== null) decodeKey(bsnKey, 'SLUITEND_BSN_KEY');
  const bsnKeyFile = resolve(read('SLUITEND_BSN_KEY_FILE') ?? resolve(homedir(), '.config', 'sluitend', 'bsn.key'));
  if (bsnKey === null) refuseKeyAmongData({ bsnKeyFile, dataFolder });
  return {
    databaseUrl: readDatabaseUrl(),
    dataFolder,
    port: readWhole('PORT', { from: 0, to: 65_535 }) ?? 3000,
    practiceDate: readDate('SLUITEND_TODAY'),
    demo,
    localSignIn,
    bsnKey,
    bsnKeyFile,
    apiContact: readContact('SLUITEND_API_CONTACT'),
    // A day is long enough; PostgreSQL counts milliseconds in 31 bits.
    writeWaitSeconds: readWhole('SLUITEND_WRITE_WAIT', { from: 1, to: 86_400 }) ?? 10,
  };
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Read before all else: what fails while the rest is read must be logged. */
export function readLogLevel(): (typeof logLevels)[number] {
  const text = read('SLUITEND_LOG') ?? 'info';
  const level = logLevels.find((each) => each === text);
  if (level === undefined) throw new Error(`SLUITEND_LOG: choose from ${logLevels.join(', ')}: ${text}`);
  return level;
}

function read(name: string): string | undefined {
  const text = environment()[name]?.trim();
  return text === '' ? undefined : text;
}

function readSwitch(name: string): boolean {
  const text = read(name) ?? '0';
  if (text !== '0' && text !== '1') throw new Error(`${name}: choose from 0, 1: ${text}`);
  return text === '1';
}

function readWhole(name: string, { from, to }: { readonly from: number; readonly to: number }): number | null {
  const text = read(name);
  if (text === undefined) return null;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < from || value > to)
    throw new Error(`${name}: a whole number from ${from} to ${to} is expected: ${text}`);
  return value;
}

/** As far as it can be told from the text; it may hold a password, which no message repeats. */
function readDatabaseUrl(): string | null {
  const text = read('DATABASE_URL');
  if (text === undefined) return null;
  if (!/^postgres(ql)?:\/\//.test(text)) throw new Error('DATABASE_URL: postgres://user@host/name is expected');
  return text;
}

/** Name, e-mail address and web address, separated by commas. */
function readContact(variable: string): ApiContact | null {
  const text = read(variable);
  if (text === undefined) return null;
  const [name = '', email = '', url = '', ...more] = text.split(',').map((part) => part.trim());
  if (name === '' || !email.includes('@') || !URL.canParse(url) || more.length > 0)
    throw new Error(`${variable}: "name, e-mail, https://..." is expected: ${text}`);
  return { name, email, url };
}

function readDate(name: string): string | null {
  const text = read(name);
  if (text === undefined) return null;
  if (!isDate(text)) throw new Error(`${name}: a date that exists is expected, as 2019-09-15: ${text}`);
  return text;
}
