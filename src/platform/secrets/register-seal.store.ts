import sql from 'sql-template-tag';
import type { Config } from '../config.ts';
import type { Queryable } from '../db/database.ts';
import { statement } from '../db/statement.ts';
import { Refusal } from '../refusal.ts';
import { loadMasterKey } from './key.ts';
import { makeSeal, type Seal } from './seal.ts';

const keepMark = statement(
  'platform.keepMark',
  { mark: 'bytea' },
  (mark: Buffer) => sql`
    insert into platform.seal_mark as kept (mark) values (${mark})
    on conflict (is_only) do update set mark = kept.mark
    returning mark`,
);

const findMark = statement('platform.findMark', { mark: 'bytea' }, () => sql`select mark from platform.seal_mark`);

/**
 * The seal for what enters the register; from the first time on under one key only. Under another the BSNs that are there
 * could not be opened any more, nor be found: refused as `other_key`. Run as `owner`.
 */
export async function sealForImport(
  owner: Queryable,
  config: Config,
  /** Something that is sealed in the register; null without any. */
  findSealed: () => Promise<Uint8Array | null>,
): Promise<Seal> {
  const seal = makeSeal(loadMasterKey(config));
  // A register of before marks were kept: what it holds tells the key.
  if ((await owner.maybe(findMark())) === null) refuseUnopened(seal, await findSealed());
  return refuseOther(seal, (await owner.one(keepMark(markOf(seal)))).mark);
}

/** The seal for what is in the register; refused as `other_key` as above. Run as `app`. */
export async function sealForReading(app: Queryable, config: Config): Promise<Seal> {
  const seal = makeSeal(loadMasterKey(config));
  return refuseOther(seal, (await app.maybe(findMark()))?.mark ?? markOf(seal));
}

function refuseUnopened(seal: Seal, sealed: Uint8Array | null): void {
  if (sealed === null) return;
  try {
    seal.open(sealed);
  } catch {
    throw new Refusal('other_key');
  }
}

const markOf = (seal: Seal): Buffer => seal.hash('the register');

function refuseOther(seal: Seal, mark: Buffer): Seal {
  if (!markOf(seal).equals(mark)) throw new Refusal('other_key');
  return seal;
}
