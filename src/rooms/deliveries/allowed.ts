import type { Words } from '../../platform/contract.ts';
import type { ColumnKind, FileDeclaration } from './file-declaration.ts';

/** Codes that say that one value is not what its column allows. */
const valueCodes = new Set(['enum', 'range', 'format']);

/** What the column allows, as a sentence to stand behind why its value was refused; null where it says no more. */
export function findAllowed(
  declarations: readonly FileDeclaration[],
  at: { readonly file: string; readonly column: string | null; readonly code: string },
): Words | null {
  if (!valueCodes.has(at.code)) return null;
  const file = declarations.find((declaration) => declaration.name === at.file);
  const column = file?.columns.find((declared) => declared.name === at.column);
  return column === undefined ? null : allowedBy(column.type);
}

function allowedBy(type: ColumnKind): Words | null {
  switch (type.kind) {
    case 'enum':
      return allowed(type.values.join(', '), type.values.join(', '));
    case 'boolean':
      return allowed('true, false', 'true, false');
    case 'date':
      return written('JJJJ-MM-DD, een dag die bestaat', 'YYYY-MM-DD, a day that exists');
    case 'instant':
      return written('2019-09-15T10:00:00+02:00, met de tijdzone', '2019-09-15T10:00:00+02:00, with the offset');
    case 'whole':
      return allowed(
        `hele getallen van ${type.from} tot en met ${type.upTo}`,
        `whole numbers from ${type.from} to ${type.upTo}`,
      );
    case 'decimal': {
      const low =
        type.above === undefined ? [`van ${type.from ?? 0}`, `from ${type.from ?? 0}`] : above(String(type.above));
      return allowed(
        `getallen ${low[0]} tot en met ${type.upTo}, met een punt voor de decimalen`,
        `numbers ${low[1]} to ${type.upTo}, with a point before the decimals`,
      );
    }
    case 'text':
      return type.maxCharacters === undefined
        ? null
        : allowed(`hoogstens ${type.maxCharacters} tekens`, `at most ${type.maxCharacters} characters`);
    case 'pattern':
      return written(type.pattern.source, type.pattern.source);
    case 'id':
    case 'bsn':
      return null;
  }
}

const above = (bound: string): readonly [string, string] => [`boven ${bound}`, `above ${bound}`];
const allowed = (nl: string, en: string): Words => ({ nl: `Toegestaan: ${nl}.`, en: `Allowed: ${en}.` });
const written = (nl: string, en: string): Words => ({ nl: `Schrijf: ${nl}.`, en: `Write: ${en}.` });
