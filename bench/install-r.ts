import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What there is of R and of a way to install it. */
export interface Machine {
  /** Packages of R that a bench needs and that are not there; all of them without R. */
  readonly missing: readonly string[];
  /** Debian's `apt-get`. */
  readonly hasApt: boolean;
  readonly isRoot: boolean;
  /** The reader said `--no-install`. */
  readonly declined: boolean;
}

/** What to do about it: nothing, install these packages of Debian, or say why not. */
export type Plan = { readonly install: readonly string[] } | { readonly why: string } | 'ready';

/** Decides what a bench does before it measures: it installs R only where it may, which is as root with Debian's packages. */
export function planFor({ missing, hasApt, isRoot, declined }: Machine): Plan {
  if (missing.length === 0) return 'ready';
  const packages = ['r-base-core', ...missing.map((name) => `r-cran-${name}`)];
  const command = `apt-get install ${packages.join(' ')}`;
  if (declined) return { why: `not installed, as asked: ${command}` };
  if (!hasApt) return { why: `not installed: no apt-get here; install R with ${missing.join(', ')}` };
  if (!isRoot) return { why: `not installed: only root may; ${command}` };
  return { install: packages };
}

/** Packages of R that cannot be loaded here; all of them where there is no R. */
function missingFrom(packages: readonly string[]): string[] {
  return packages.filter((name) => {
    const asked = `quit(status = if (requireNamespace("${name}", quietly = TRUE)) 0 else 1)`;
    return spawnSync('Rscript', ['-e', asked], { stdio: 'ignore' }).status !== 0;
  });
}

/**
 * Makes sure that R with these packages is there to measure beside: installs Debian's where it may, and says on standard
 * error where it cannot. `--no-install` leaves the machine as it is.
 * @returns whether there is something to measure beside
 */
export function ensureR(packages: readonly string[]): boolean {
  const say = (text: string) => process.stderr.write(`R with ${packages.join(', ')}: ${text}\n`);
  const plan = planFor({
    missing: missingFrom(packages),
    hasApt: existsSync('/usr/bin/apt-get'),
    isRoot: process.getuid?.() === 0,
    declined: process.argv.includes('--no-install'),
  });
  if (plan === 'ready') return true;
  if ('why' in plan) {
    say(plan.why);
    return false;
  }
  say(`installing ${plan.install.join(' ')} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const args = ['install', '--yes', '--no-install-recommends', ...plan.install];
  const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 900_000 });
  const left = status === 0 ? missingFrom(packages) : packages;
  if (left.length > 0) say('could not be installed; only our own times are measured');
  return left.length === 0;
}

/** Why R gave no time: what it said, or that it took too long or is not there. */
export function faultOf({ stderr, error }: { stderr: string | null; error?: Error | undefined }): string {
  const said = stderr?.trim().slice(-300) ?? '';
  if (said !== '') return said;
  return error === undefined ? 'it stopped without a word' : error.message;
}
