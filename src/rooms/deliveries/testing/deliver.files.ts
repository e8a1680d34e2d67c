import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { OutputOf } from '../../../platform/contract.ts';
import { call, type Stage } from '../../../platform/testing/call.ts';
import { contactFiles } from '../../contacts/contacts.import.ts';
import { organisationFiles } from '../../organisation/organisation.import.ts';
import { registryFiles } from '../../registry/registry.import.ts';
import type { importDelivery } from '../contract.ts';
import { makeImportAction } from '../deliveries.actions.ts';

export const importAction = makeImportAction([...organisationFiles, ...registryFiles, ...contactFiles]);

/** Files by name without `.csv`, their records one a line; `manifest` as an object or as text. */
export interface Written {
  readonly manifest?: Readonly<Record<string, unknown>> | string;
  readonly files: Readonly<Record<string, string | Buffer>>;
}

const root = mkdtempSync(resolve(tmpdir(), 'sluitend-deliveries-'));
let made = 0;

export function writeDelivery({ manifest, files }: Written): string {
  made += 1;
  const folder = resolve(root, String(made));
  mkdirSync(folder);
  if (manifest !== undefined) {
    writeFileSync(resolve(folder, 'manifest.json'), typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(resolve(folder, `${name}.csv`), content);
  return folder;
}

export function deliver(stage: Stage, written: Written): Promise<OutputOf<typeof importDelivery>> {
  return call(stage, importAction, { folder: writeDelivery(written) });
}

/** A small register: two offices, two advisers, three clients with a benefit each. */
export const smallRegister: Readonly<Record<string, string>> = {
  districts: 'district_id,name\nD1,Noord\n',
  offices: 'office_id,name,district_id\nO1,Groningen,D1\nO2,Assen,D1\n',
  advisers: 'adviser_id,name,role\nA1,Een,adviser\nA2,Twee,junior\n',
  clients:
    'client_id,birth_date,bsn,family_name\nK1,1980-01-01,999999990,Jansen\nK2,1981-01-01,,Kaya\nK3,1982-01-01,,Bakker\n',
  benefits:
    'benefit_id,client_id,scheme,office_id,start_date\nB1,K1,WW,O1,2019-01-01\nB2,K2,WW,O1,2019-02-01\nB3,K3,WAJONG,O2,2018-01-01\n',
  enrolments: 'benefit_id,from,to,end_reason\nB1,2019-01-05,,\nB2,2019-02-05,,\n',
  assignments: 'benefit_id,from,to,adviser_id\nB1,2019-01-05,,A1\n',
  contacts:
    'contact_id,benefit_id,adviser_id,kind,channel,occurred_at,minutes,outcome,registered_at,corrects\n' +
    'C1,B1,A1,orientation,office,2019-01-20T10:00:00Z,,planned,2019-01-10T10:00:00Z,\n' +
    'C2,B1,A1,orientation,office,2019-01-20T10:00:00Z,45,held,2019-01-21T10:00:00Z,C1\n',
};
