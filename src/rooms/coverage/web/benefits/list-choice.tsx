import { useState } from 'react';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { SelectField } from '../../../../ui/forms/choice-field.tsx';
import { FiltersBar } from '../../../../ui/lists/filters-bar.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import type { ListPart } from './list-part.ts';
import { useBenefitWords } from './words.ts';

/** Unit of the list, from the address, with its name; units within reach to choose from. */
export function useUnits(): {
  readonly unit: { readonly level: 'nation' } | { readonly level: 'district' | 'office'; readonly unitId: string };
  readonly name: string;
} {
  const { say } = useBenefitWords();
  const { get } = useUrlState();
  const me = useMe();
  const [level, id] = [get('level'), get('unit')];
  const offices = me.districts.flatMap((district) => district.offices);
  if ((level !== 'district' && level !== 'office') || id === null) {
    return { unit: { level: 'nation' }, name: say('nation') };
  }
  const name = (level === 'district' ? me.districts : offices).find((each) => each.id === id)?.name ?? id;
  return { unit: { level, unitId: id }, name };
}

/** Another list of the same figure, or the same list of another unit. */
export function ListChoice(props: {
  readonly parts: readonly ListPart[];
  readonly part: ListPart;
  readonly wordOf: (part: ListPart) => string;
}) {
  const { say } = useBenefitWords();
  const { get, set } = useUrlState();
  const me = useMe();
  const here = { unit: unitValue(get('level'), get('unit')), part: props.part };
  const [changed, setChanged] = useState<Partial<typeof here>>({});
  const { unit, part } = { ...here, ...changed };
  return (
    <FiltersBar
      label={say('filters')}
      onApply={() => {
        const [level = '', id = ''] = unit.split(' ');
        set({ level: level === '' ? null : level, unit: id === '' ? null : id, part, after: null });
        setChanged({});
      }}
    >
      <SelectField
        label={say('area')}
        name="unit"
        value={unit}
        onChange={(value) => setChanged({ ...changed, unit: value })}
        options={[
          { value: '', word: say('nation') },
          ...me.districts.flatMap((district) => [
            { value: unitValue('district', district.id), word: district.name },
            ...district.offices.map((office) => ({
              value: unitValue('office', office.id),
              word: `${district.name}: ${office.name}`,
            })),
          ]),
        ]}
      />
      <SelectField
        label={say('part')}
        name="part"
        value={part}
        onChange={(value) => setChanged({ ...changed, part: value as ListPart })}
        options={props.parts.map((each) => ({ value: each, word: props.wordOf(each) }))}
      />
    </FiltersBar>
  );
}

function unitValue(level: string | null, id: string | null): string {
  return (level === 'district' || level === 'office') && id !== null ? `${level} ${id}` : '';
}
