import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { environment } from './env.ts';
import { projectRoot } from './root.ts';

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
  readonly host: string;
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

/** Reads the configuration; a value that is not usable is a fault with the name of the variable. */
export function readConfig(overrides: { readonly dataFolder?: string } = {}): Config {
  const env = environment();
  const demo = env.SLUITEND_DEMO === '1';
  const dataFolder = resolve(
    overrides.dataFolder ?? env.SLUITEND_DATA ?? resolve(projectRoot, '.data', demo ? 'demo' : 'register'),
  );
  const localSignIn = demo || env.SLUITEND_LOCAL_SIGN_IN === '1';
  return {
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder,
    port: readPort(env.PORT),
    // Sign-in without passwords must never be reachable from elsewhere.
    host: localSignIn ? '127.0.0.1' : (env.HOST ?? '127.0.0.1'),
    practiceDate: readDate(env.SLUITEND_TODAY),
    demo,
    localSignIn,
    bsnKey: env.SLUITEND_BSN_KEY ?? null,
    bsnKeyFile: resolve(env.SLUITEND_BSN_KEY_FILE ?? resolve(homedir(), '.config', 'sluitend', 'bsn.key')),
    apiContact: readContact(env.SLUITEND_API_CONTACT),
    writeWaitSeconds: readSeconds('SLUITEND_WRITE_WAIT', env.SLUITEND_WRITE_WAIT ?? '10'),
  };
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Read before all else: what fails while the rest is read must be logged. */
export function readLogLevel(): (typeof logLevels)[number] {
  const given = environment().SLUITEND_LOG;
  const text = given === undefined || given === '' ? 'info' : given;
  const level = logLevels.find((each) => each === text);
  if (level === undefined) throw new Error(`SLUITEND_LOG: choose from ${logLevels.join(', ')}: ${text}`);
  return level;
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is no port: ${text}`);
  return port;
}

/** Name, e-mail address and web address, separated by commas. */
function readContact(text: string | undefined): ApiContact | null {
  if (text === undefined || text === '') return null;
  const [name = '', email = '', url = '', ...more] = text.split(',').map((part) => part.trim());
  if (name === '' || !email.includes('@') || !URL.canParse(url) || more.length > 0)
    throw new Error(`SLUITEND_API_CONTACT is no "name, e-mail, https://...": ${text}`);
  return { name, email, url };
}

function readSeconds(name: string, text: string): number {
  const seconds = Number(text);
  // A day is long enough; PostgreSQL counts milliseconds in 31 bits.
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400) throw new Error(`${name}: no seconds: ${text}`);
  return seconds;
}

function readDate(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Error(`SLUITEND_TODAY is no date YYYY-MM-DD: ${text}`);
  return text;
}
