import type { OutputOf } from '../../../../platform/contract.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { ActionLink } from '../../../../ui/actions/action-link.tsx';
import { formatNumber } from '../../../../ui/format.ts';
import { EmptyState } from '../../../../ui/notices/states.tsx';
import type { listCounters, Worklist } from '../../index.ts';
import { counterTitle } from './counter-title.ts';
import { freshList, type Place } from './list-address.ts';
import { useTodayWords } from './words.ts';

/** Why nobody stands there, each list in its own words, and where somebody does. */
export function TodayEmpty(props: {
  readonly list: Worklist;
  readonly place: Place;
  readonly isFiltered: boolean;
  readonly counters: OutputOf<typeof listCounters>['counters'];
}) {
  const { say, locale } = useTodayWords();
  const { href } = useUrlState();
  const { list, place } = props;
  const kind = props.isFiltered ? 'filtered' : list;
  const others = props.counters.filter((of) => of.count > 0 && of.list !== list).slice(0, 2);
  return (
    <EmptyState
      title={say(`empty.${kind}`)}
      actions={others.map((of) => (
        <ActionLink key={of.list} slim href={href({ ...freshList, list: of.list })}>
          {say('empty.next', {
            list: counterTitle(of, place, { say, locale }),
            count: formatNumber(of.count, locale),
          })}
        </ActionLink>
      ))}
    >
      {say(`empty.${kind}Text`)}
    </EmptyState>
  );
}
