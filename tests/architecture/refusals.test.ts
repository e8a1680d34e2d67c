import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { actions } from '../../src/apps/actions.ts';
import { type Contract, platformRefusals } from '../../src/platform/contract.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { roles, systemRoles } from '../../src/rooms/organisation/index.ts';

const contracts: readonly Contract[] = actions.map((action) => action.contract);

test('REFUSALS.md lists exactly the codes that the contracts declare', () => {
  const declared = contracts.flatMap((contract) => Object.keys(contract.refusals));
  const codes = [...new Set([...declared, ...Object.keys(platformRefusals)])].sort();
  const documented = [...readFileSync(resolve(projectRoot, 'REFUSALS.md'), 'utf8').matchAll(/^\| `([a-z_0-9]+)` \|/gm)];
  expect(documented.map((match) => match[1] ?? '').sort()).toEqual(codes);
});

test('a code means the same wherever it is declared', () => {
  const meanings = new Map<string, Set<string>>();
  for (const contract of contracts) {
    for (const [code, text] of Object.entries(contract.refusals)) {
      meanings.set(code, (meanings.get(code) ?? new Set()).add(JSON.stringify(text)));
    }
  }
  expect([...meanings].filter(([, texts]) => texts.size > 1).map(([code]) => code)).toEqual([]);
});

test('every role that a contract names is one that a person or scheduled work can have', () => {
  const named = contracts.flatMap((contract) => (contract.roles === 'everyone' ? [] : contract.roles));
  expect(
    [...new Set(named)].filter((role) => !([...roles, ...systemRoles] as readonly string[]).includes(role)),
  ).toEqual([]);
});

test('names and routes of contracts are unique', () => {
  const names = contracts.map((contract) => contract.name);
  const routes = contracts
    .filter((each) => !each.machineOnly)
    .map((each) => `${each.method} ${each.path.replaceAll(/\{\w+\}/g, '{}')}`);
  expect(names.length).toBe(new Set(names).size);
  expect(routes.length).toBe(new Set(routes).size);
});
