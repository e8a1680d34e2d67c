import { useRef, useState } from 'react';
import { useUrlState } from '../../../platform/web/url-state.ts';
import { formatDate } from '../../../ui/format.ts';
import { DateField } from '../../../ui/forms/typed-field.tsx';
import { Section } from '../../../ui/frame/section.tsx';
import { FiltersBar } from '../../../ui/lists/filters-bar.tsx';
import { useSeen } from '../../../ui/use-seen.ts';
import type { AgreementLine } from './agreement.ts';
import { type ChangeDates, ChangesTable } from './changes-table.tsx';
import { reportedState } from './report-dates.ts';
import { useWords } from './words.ts';

/**
 * Figures at D as known at K1 against K2; a row opens the benefits that made its difference. Each figure is made twice for
 * it, so nothing is asked before somebody comes to see it.
 */
export function Changes(props: { readonly lines: readonly AgreementLine[]; readonly known: string }) {
  const { say, locale } = useWords();
  const { get, getDate } = useUrlState();
  const preset = reportedState(props.known);
  const dates: ChangeDates = {
    at: getDate('since') ?? preset.at,
    before: getDate('reported') ?? preset.knownBefore,
    after: getDate('against') ?? props.known,
  };
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(place, get('agreement') !== null);
  return (
    <Section
      id="changes"
      title={say('changesTitle')}
      lead={say('changesLead', {
        at: formatDate(dates.at, locale),
        before: formatDate(dates.before, locale),
        after: formatDate(dates.after, locale),
      })}
    >
      <DatesBar key={`${dates.at} ${dates.before} ${dates.after}`} dates={dates} />
      <div ref={place}>{isSeen ? <ChangesTable lines={props.lines} dates={dates} /> : null}</div>
    </Section>
  );
}

/** Other dates to ask for; keyed by those of the address, so that the fields say what the table answers. */
function DatesBar({ dates }: { readonly dates: ChangeDates }) {
  const { say } = useWords();
  const { set } = useUrlState();
  const [typed, setTyped] = useState(dates);
  return (
    <FiltersBar
      label={say('changesTitle')}
      onApply={() => set({ since: typed.at, reported: typed.before, against: typed.after, changed: null })}
    >
      <DateField
        label={say('stand')}
        name="since"
        value={typed.at}
        onChange={(value) => setTyped({ ...typed, at: value })}
      />
      <DateField
        label={say('before')}
        name="reported"
        value={typed.before}
        onChange={(value) => setTyped({ ...typed, before: value })}
      />
      <DateField
        label={say('after')}
        name="against"
        value={typed.after}
        onChange={(value) => setTyped({ ...typed, after: value })}
      />
    </FiltersBar>
  );
}
