import { action, type Language } from '../../platform/actions.ts';
import { wordsForIssues } from '../../platform/input-words.ts';
import { type FieldFault, Refusal } from '../../platform/refusal.ts';
import { addNorm as addNormContract, listNorms as listNormsContract } from './contract.ts';
import { loadNorms } from './load-measures.actions.ts';
import { addedNorm, type Norm } from './norm.ts';
import { showNorm } from './norm-shown.ts';
import { sortNorms } from './norm-version.ts';
import { lockNorms, saveNormVersion } from './norms.store.ts';

const listNorms = action(
  listNormsContract,
  async (context, input) => {
    const at = input.at ?? context.today;
    return { at, norms: sortNorms(await loadNorms(context.figures)).map((version) => showNorm(version, at)) };
  },
  {
    show: ({ norms }, language) =>
      norms
        .map(({ id, version, validFrom, validTo, title, sentences: s }) =>
          [
            `${title[language]} (${id}, ${version}, ${validFrom} - ${validTo ?? ''})`,
            ...[s.population, s.counts, s.obligations, s.target].flatMap((words) =>
              words === null ? [] : [`  ${words[language]}`],
            ),
          ].join('\n'),
        )
        .join('\n\n'),
  },
);

const addNorm = action(addNormContract, async (context, { file }) => {
  const added = readNorm(file, context.language);
  if (added.validFrom <= context.today) context.refuse('norm_in_past', added.validFrom);
  await context.app.one(lockNorms());
  const known = await loadNorms(context.app);
  if (added.readingOf !== null && !known.some(({ norm: n }) => n.id === added.readingOf)) {
    context.refuse('unknown_norm', added.readingOf);
  }
  const own = known.filter(({ norm: n }) => n.id === added.id);
  if (own.some((version) => version.validFrom === added.validFrom)) context.refuse('norm_exists', added.validFrom);
  const { entryId } = await context.enter();
  await context.app.run(saveNormVersion(added.id, added.validFrom, { definition: added, entryId }));
  const version = own.filter((earlier) => earlier.validFrom < added.validFrom).length + 1;
  return { id: added.id, version, validFrom: added.validFrom };
});

const noJson = {
  nl: 'Het bestand is geen JSON in UTF-8.',
  en: 'The file is no JSON in UTF-8.',
} as const;

/** All faults of the file together, each with its place in the JSON. */
function readNorm(file: Uint8Array, language: Language): Norm {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file));
  } catch {
    throw new Refusal('invalid_input', {
      faults: [{ field: 'file', code: 'json', message: noJson[language] }],
    });
  }
  const parsed = addedNorm.safeParse(json, { error: wordsForIssues(language) });
  if (parsed.success) return parsed.data;
  const faults: FieldFault[] = parsed.error.issues.map((issue) => ({
    field: 'file',
    code: issue.code,
    message: `${issue.path.join('.')}: ${issue.message}`,
  }));
  throw new Refusal('invalid_input', { faults });
}

export const normActions = [listNorms, addNorm] as const;
