import { contactFiles } from '../src/rooms/contacts/contacts.import.ts';
import type { ColumnDeclaration, ColumnKind, FileDeclaration } from '../src/rooms/deliveries/file-declaration.ts';
import { organisationFiles } from '../src/rooms/organisation/organisation.import.ts';
import { registryFiles } from '../src/rooms/registry/registry.import.ts';

const begin = '<!-- files: written by scripts/write-exchange-format.ts from the declarations of the rooms -->';
const end = '<!-- /files -->';

/** The document with its tables of files and columns as the rooms declare them now. */
export function withTables(document: string): string {
  const [before, rest = ''] = document.split(begin);
  const after = rest.split(end)[1] ?? '';
  const files = [...organisationFiles, ...registryFiles, ...contactFiles];
  return `${before}${begin}\n\n${files.map(describeFile).join('\n\n')}\n\n${end}${after}`;
}

function describeFile(file: FileDeclaration): string {
  const rows = file.columns.map(
    (column) => `| \`${column.name}\` | ${weightOf(column)} | ${valuesOf(column.type)} | ${remarksOf(column)} |`,
  );
  const rules = [
    ...(file.rules ?? []).map((rule) => `\`${rule.code}\` (on \`${rule.column}\`)`),
    ...(file.spells ? [`\`${file.spells.code}\` (per \`${file.spells.group}\`)`] : []),
  ];
  return [
    `### ${file.name}`,
    '',
    `Key: ${file.key.map((name) => `\`${name}\``).join(', ')}. ${file.withdrawable ? 'Withdrawn' : 'Never withdrawn'} when missing from a full delivery.${rules.length === 0 ? '' : ` Rules: ${rules.join(', ')}.`}`,
    '',
    '| column | | values | remarks |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function weightOf({ required, descriptive }: ColumnDeclaration): string {
  return required ? 'required' : descriptive ? 'descriptive' : '';
}

function valuesOf(type: ColumnKind): string {
  switch (type.kind) {
    case 'id':
      return 'id';
    case 'text':
      return type.maxCharacters === undefined ? 'text' : `text, at most ${type.maxCharacters} characters`;
    case 'pattern':
      return `\`${type.pattern.source.replaceAll('|', String.raw`\|`)}\``;
    case 'enum':
      return type.values.map((value) => `\`${value}\``).join(', ');
    case 'date':
      return 'date';
    case 'instant':
      return 'moment';
    case 'boolean':
      return '`true`, `false`';
    case 'whole':
      return type.upTo >= 2_147_483_647
        ? `whole number from ${type.from}`
        : `whole number, ${type.from} to ${type.upTo}`;
    case 'decimal':
      return type.above === undefined
        ? `decimal, ${type.from ?? 0} to ${type.upTo}`
        : `decimal, more than ${type.above}, at most ${type.upTo}`;
    case 'bsn':
      return 'citizen service number';
  }
}

function remarksOf({ references, whenEmpty, isEnd }: ColumnDeclaration): string {
  return [
    ...(references ? [`refers to \`${references.column}\``] : []),
    ...(isEnd ? ['an end: first day without'] : []),
    ...(whenEmpty === undefined ? [] : [`empty means \`${whenEmpty}\``]),
  ].join('; ');
}
