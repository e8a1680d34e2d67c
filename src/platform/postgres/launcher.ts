import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { environment } from '../env.ts';
import { makeOwnFolder, placeFor, realPlace, serverAccount, socketFolderFor, systemState } from './folders.ts';
import { initialise } from './initialise.ts';
import { stopWhenAlone } from './leave.ts';
import { findNative, isRoot } from './native.ts';
import { readLockFile, runningProcess } from './running.ts';

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
  // The system knows a running server by real paths; two names of one folder are one server.
  const folder = placeFor(realPlace(resolve(dataFolder)));
  const native = findNative(isRoot() ? systemState : resolve(folder, 'native'));
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  initialise(native, resolve(folder, 'pg'));
  const data = realpathSync(resolve(folder, 'pg'));
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

/** Detached, so that it outlives this process: other processes may be using it. */
function launch({ native, data, socketFolder, folder }: Place): void {
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
    env: { ...environment(), ...strangerOf(data) },
    detached: true,
    stdio: ['ignore', logFile, logFile],
    ...serverAccount(),
  });
  child.on('error', () => undefined);
  child.unref();
  closeSync(logFile);
}

/**
 * A lock file that a crash left may name a process that has nothing to do with us by now (a container numbers from 1
 * again); PostgreSQL would refuse to start for ever. It passes over one that it is told of, and still refuses when the
 * shared memory of the folder is in use. The file itself is PostgreSQL's: removed under a server that lives, it stops it.
 */
function strangerOf(data: string): Readonly<Record<string, string>> {
  const named = readLockFile(data);
  return named === null || named.isOurs ? {} : { PG_GRANDPARENT_PID: String(named.pid) };
}
