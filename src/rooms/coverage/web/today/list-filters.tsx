import { useState } from 'react';
import type { OutputOf } from '../../../../platform/contract.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { SelectField } from '../../../../ui/forms/choice-field.tsx';
import { FiltersBar } from '../../../../ui/lists/filters-bar.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { type listCounters, openStates, schemes } from '../../index.ts';
import { signOf } from '../signs.ts';
import { freshList, type Place } from './list-address.ts';
import { useTodayWords } from './words.ts';

type NormChoice = OutputOf<typeof listCounters>['norms'][number];

/** Whose clients (for who plans for a unit), and which of them. */
export function ListFilters(props: {
  readonly place: Place;
  /** Empty while they are fetched. */
  readonly norms: readonly NormChoice[];
}) {
  const { say, locale } = useTodayWords();
  const { label } = useSchemeWords();
  const me = useMe();
  const url = useUrlState();
  const standing = {
    unit: `${props.place.level}:${props.place.unitId ?? ''}`,
    scheme: url.get('scheme') ?? '',
    norm: url.get('norm') ?? '',
    state: url.get('state') ?? '',
  };
  const [choice, setChoice] = useState(standing);
  const units = [
    ...(me.reach === 'nation' ? [{ value: 'nation:', word: say('nation') }] : []),
    ...me.districts.flatMap((district) => [
      ...(me.reach === 'office' ? [] : [{ value: `district:${district.id}`, word: district.name }]),
      ...district.offices.map((office) => ({ value: `office:${office.id}`, word: office.name })),
    ]),
  ];
  const apply = () => {
    const [level = '', unit = ''] = choice.unit.split(':');
    const where = props.place.level === 'own' ? {} : { level, unit: unit === '' ? null : unit };
    url.set({
      ...freshList,
      ...where,
      scheme: choice.scheme || null,
      norm: choice.norm || null,
      state: choice.state || null,
    });
  };
  const isFiltered = standing.scheme !== '' || standing.norm !== '' || standing.state !== '';
  return (
    <FiltersBar
      label={say('narrow')}
      onApply={apply}
      clearHref={isFiltered ? url.href({ ...freshList, scheme: null, state: null, norm: null }) : undefined}
    >
      {props.place.level === 'own' ? null : (
        <SelectField
          label={say('unit')}
          name="unit"
          value={choice.unit}
          onChange={(unit) => setChoice({ ...choice, unit })}
          options={units}
        />
      )}
      <SelectField
        label={say('scheme')}
        name="scheme"
        value={choice.scheme}
        onChange={(scheme) => setChoice({ ...choice, scheme })}
        options={[
          { value: '', word: say('allSchemes') },
          ...schemes.map((scheme) => ({ value: scheme, word: label(scheme) })),
        ]}
      />
      <SelectField
        label={say('norm')}
        name="norm"
        value={choice.norm}
        onChange={(norm) => setChoice({ ...choice, norm })}
        options={[
          { value: '', word: say('allNorms') },
          ...props.norms.map(({ id, title }) => ({ value: id, word: title[locale] })),
        ]}
      />
      <SelectField
        label={say('state')}
        name="state"
        value={choice.state}
        onChange={(state) => setChoice({ ...choice, state })}
        options={[
          { value: '', word: say('allStates') },
          ...openStates.map((state) => ({ value: state, word: signOf(state, locale).word })),
        ]}
      />
    </FiltersBar>
  );
}
