import { useState } from 'react';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { SelectField } from '../../../../ui/forms/choice-field.tsx';
import { FiltersBar } from '../../../../ui/lists/filters-bar.tsx';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { groupText } from './quality-text.ts';
import { schemesOf } from './quality-unit.ts';
import { useQualityWords } from './words.ts';

/** Narrows a list to a scheme, or to those that the agreements name together. */
export function SchemesField(props: {
  /** Schemes that occur. */
  readonly schemes: readonly string[];
  readonly chosen: string | undefined;
}) {
  const words = useQualityWords();
  const { say } = words;
  const { label } = useSchemeWords();
  const { set } = useUrlState();
  const [chosen, setChosen] = useState(props.chosen ?? '');
  return (
    <FiltersBar label={say('schemeFilter')} onApply={() => set({ schemes: chosen || null, after: null })}>
      <SelectField
        label={say('schemeFilter')}
        name="schemes"
        value={chosen}
        onChange={setChosen}
        options={[
          { value: '', word: groupText('all', words) },
          { value: schemesOf('wia-wajong') ?? '', word: groupText('wia-wajong', words) },
          ...props.schemes.map((scheme) => ({ value: scheme, word: label(scheme) })),
        ]}
      />
    </FiltersBar>
  );
}
