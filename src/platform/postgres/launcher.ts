import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { makeOwnFolder, placeFor, serverAccount, socketFolderFor, systemState } from './folders.ts';
import { findNative, isRoot } from './native.ts';

/** A running built-in server. */
export interface Server {
  /** Folder that really holds the data (elsewhere than asked when the asked one cannot be reached as non-root). */
  readonly folder: string;
  readonly socketFolder: string;
  /** Connection as the administrator of the server, to one database. */
  admin(database: string): pg.ClientConfig;
  /** Stops the server when no client is connected any more. */
  leave(): Promise<void>;
}

/** Starts the server of a data folder, or joins the one that runs there. */
export async function startServer(dataFolder: string): Promise<Server> {
  const folder = placeFor(resolve(dataFolder));
  const native = findNative(isRoot() ? systemState : resolve(folder, 'native'));
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const data = resolve(folder, 'pg');
  initialise(native, data);
  const socketFolder = socketFolderFor(folder);
  makeOwnFolder(socketFolder);
  const admin = (database: string): pg.ClientConfig => ({ host: socketFolder, user: 'postgres', database });
  const hold = await ensureRunning({ native, data, socketFolder, folder });
  const leave = async () => {
    await hold.end().catch(() => undefined);
    await stopWhenAlone(data, admin('postgres'));
  };
  return { folder, socketFolder, admin, leave };
}

/** Into a sibling folder, then renamed: a start that is killed leaves nothing half-made. */
function initialise(native: string, data: string): void {
  if (existsSync(data)) return;
  const half = `${data}.new-${process.pid}`;
  // The folder above may belong to somebody else: the server needs only this one.
  makeOwnFolder(half);
  const made = spawnSync(
    resolve(native, 'bin', 'initdb'),
    [
      '-D',
      half,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale-provider=icu',
      '--icu-locale=nl-NL',
      '--locale=C',
      '--no-sync',
    ],
    { cwd: '/', encoding: 'utf8', ...serverAccount() },
  );
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(`the database could not be made: ${made.stderr || made.error?.message}`);
  }
  try {
    renameSync(half, data);
  } catch (fault) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(data)) throw fault;
  }
}

interface Place {
  readonly native: string;
  readonly data: string;
  readonly socketFolder: string;
  readonly folder: string;
}

/** Turns of waiting (about 10 s) after which a running server without a socket is told to stop. */
const unreachableTurns = 120;

/** Gives a connection that is kept open: who leaves last sees it and does not stop the server under us. */
async function ensureRunning(place: Place): Promise<pg.Client> {
  const end = Date.now() + 60_000;
  for (let turn = 0; ; turn += 1) {
    const hold = await connect(place.socketFolder);
    if (hold !== null) return hold;
    if (Date.now() > end) {
      throw new Error(`the built-in database does not start: see ${resolve(place.folder, 'postgres.log')}`);
    }
    const pid = turn % 20 === 0 ? runningProcess(place.data) : undefined;
    if (pid === null) launch(place);
    // It runs and cannot be reached: its socket was removed. It closes in order, then a new one starts.
    else if (pid !== undefined && turn === unreachableTurns) process.kill(pid, 'SIGINT');
    await sleep(turn < 20 ? 15 : 100);
  }
}

async function connect(socketFolder: string): Promise<pg.Client | null> {
  const client = new pg.Client({
    host: socketFolder,
    user: 'postgres',
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    return null;
  }
}

/** Trusts `postmaster.pid` only when the process it names works in our folder: pids are reused. */
export function runningProcess(data: string): number | null {
  try {
    // The file may go at any moment: a server that stops removes it.
    const pid = Number(readFileSync(resolve(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (!Number.isInteger(pid) || pid <= 0) return null;
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === data ? pid : null;
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

/** Detached, so that it outlives this process: other processes may be using it. */
function launch({ native, data, socketFolder, folder }: Place): void {
  if (existsSync(resolve(data, 'postmaster.pid'))) rmSync(resolve(data, 'postmaster.pid'), { force: true });
  const logFile = openSync(resolve(folder, 'postgres.log'), 'a');
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '256MB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    log_min_messages: 'warning',
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
    timezone: 'UTC',
    jit: 'off',
  };
  const args = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const child = spawn(resolve(native, 'bin', 'postgres'), ['-D', data, ...args], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', logFile, logFile],
    ...serverAccount(),
  });
  child.on('error', () => undefined);
  child.unref();
  closeSync(logFile);
}

/** Stops the server when nobody else is connected, and waits until it is gone: who comes next starts it anew. */
async function stopWhenAlone(data: string, connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  let pid: number | null = null;
  try {
    await client.connect();
    const others = await client.query(
      `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
    );
    pid = others.rowCount === 0 ? runningProcess(data) : null;
    if (pid !== null) process.kill(pid, 'SIGINT');
  } finally {
    await client.end().catch(() => undefined);
  }
  for (let turn = 0; pid !== null && turn < 300 && runningProcess(data) === pid; turn += 1) await sleep(20);
}
