import { readFileSync, readlinkSync } from 'node:fs';
import { resolve } from 'node:path';

/** What the lock file of a folder tells: the process that it names, and whether that is the server of this folder. */
interface Named {
  readonly pid: number;
  readonly isOurs: boolean;
}

/** `data` by its real path. Null without the file: it may go at any moment, a server that stops removes it. */
export function readLockFile(data: string): Named | null {
  try {
    const pid = Number(readFileSync(resolve(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, isOurs: isWorkingIn(data, pid) } : null;
  } catch {
    return null;
  }
}

/** The server of this folder while it runs. */
export function runningProcess(data: string): number | null {
  const named = readLockFile(data);
  return named?.isOurs === true ? named.pid : null;
}

/** Pids are reused: the process must work in our folder. */
function isWorkingIn(data: string, pid: number): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === data;
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
