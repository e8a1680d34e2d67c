/** Writes the tables of docs/exchange-format.md from the files that the rooms declare. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectRoot } from '../src/platform/root.ts';
import { withTables } from './exchange-tables.ts';

const path = resolve(projectRoot, 'docs', 'exchange-format.md');
writeFileSync(path, withTables(readFileSync(path, 'utf8')));
