import { expect, test } from 'vitest';
import { actions } from '../../src/apps/actions.ts';

/** An estimate from a large file takes minutes; over HTTP it would hold the one thread that serves everybody. */
test('what stands alone is for the command line of the machine, not published over HTTP', () => {
  const alone = actions.filter(({ contract }) => contract.standsAlone === true);
  expect(alone.length).toBeGreaterThan(30);
  expect(alone.filter(({ contract }) => contract.machineOnly !== true).map(({ contract }) => contract.name)).toEqual(
    [],
  );
});
