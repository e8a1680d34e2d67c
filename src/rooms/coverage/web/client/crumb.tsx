import { useState } from 'react';
import type { RawInputOf } from '../../../../platform/contract.ts';
import { useRead } from '../../../../platform/web/query.ts';
import { readTrail, writeTrail } from '../../../../platform/web/trail.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { formatNumber } from '../../../../ui/format.ts';
import { TextLink } from '../../../../ui/navigation.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { clientHref, type ListAddress, listHref, readListAddress } from '../../../registry/web/client-href.ts';
import { listCounters, showWorklist } from '../../index.ts';
import { counterTitle, listPlace } from '../today/counter-title.ts';
import { pageSize, readDates, readFilters, readList, readPlace } from '../today/list-address.ts';
import { useTodayWords } from '../today/words.ts';
import { useClientWords } from './words.ts';

/** Back to the list one came from, or to where one may look. */
export function Crumb({ clientId }: { readonly clientId: string }) {
  const { say } = useClientWords();
  const me = useMe();
  const { get } = useUrlState();
  const from = readListAddress(get('list'));
  if (from === null || !me.pages.includes(from.page)) return <TextLink href="/clients">{say('toClients')}</TextLink>;
  if (from.page === 'today') return <TodayCrumb from={from} clientId={clientId} />;
  return <TextLink href={listHref(from)}>{say(`back.${from.page}`)}</TextLink>;
}

/** Where the client stands on the worklist, with the one before and the one after. */
function TodayCrumb({ from, clientId }: { readonly from: ListAddress; readonly clientId: string }) {
  const { say, locale } = useClientWords();
  const today = useTodayWords();
  const me = useMe();
  const get = (name: string) => from.params.get(name);
  const place = readPlace(get, me);
  const list = readList(get);
  const asked = { ...readFilters(get), ...readDates(get) };
  const trail = readTrail(get('after'));
  const counters = useRead(listCounters, { ...place, ...asked });
  const counter = counters.data?.counters.find((of) => of.list === list);
  const where = listPlace(place, counter);
  const pageFrom = (after: string | undefined): RawInputOf<typeof showWorklist> => ({
    list,
    ...where,
    ...asked,
    limit: pageSize,
    ...(after === undefined ? {} : { after }),
  });
  const page = useRead(showWorklist, pageFrom(trail.at(-1)));
  const lines = page.data?.lines ?? [];
  const found = lines.findIndex((line) => line.clientId === clientId);
  const [lastIndex, setLastIndex] = useState(0);
  if (found >= 0 && found !== lastIndex) setLastIndex(found);
  const isOn = found >= 0;
  // who was reported leaves the list: the next one took the place
  const [previousIndex, nextIndex] = isOn ? [found - 1, found + 1] : [lastIndex - 1, lastIndex];
  const atStart = previousIndex < 0 && trail.length > 0;
  const atEnd = nextIndex >= lines.length && typeof page.data?.next === 'string';
  const before = useRead(showWorklist, atStart ? pageFrom(trail.at(-2)) : null);
  const after = useRead(showWorklist, atEnd ? pageFrom(page.data?.next ?? undefined) : null);
  const hrefOf = (id: string | undefined, of: readonly string[]) => {
    if (id === undefined) return undefined;
    const params = new URLSearchParams(from.params);
    const written = writeTrail(of);
    if (written === null) params.delete('after');
    else params.set('after', written);
    return clientHref(id, listHref({ path: from.path, params }));
  };
  const previous = atStart
    ? hrefOf(before.data?.lines.at(-1)?.clientId, trail.slice(0, -1))
    : hrefOf(lines[previousIndex]?.clientId, trail);
  const next = atEnd
    ? hrefOf(after.data?.lines[0]?.clientId, [...trail, page.data?.next ?? ''])
    : hrefOf(lines[nextIndex]?.clientId, trail);
  const title = counter && counterTitle(counter, place, today).toLocaleLowerCase();
  const total = page.data ? page.data.count - page.data.closed : 0;
  return (
    <span className="coverage-crumb">
      <span>
        <TextLink href={listHref(from)}>{say('toToday')}</TextLink>
        {title === undefined ? null : `, ${title}`}
        {isOn
          ? `: ${say('placeOnList', {
              place: formatNumber(trail.length * pageSize + found + 1, locale),
              all: formatNumber(total, locale),
            })}`
          : null}
      </span>
      {previous === undefined ? null : (
        <TextLink rel="prev" href={previous}>
          {say('previousClient')}
        </TextLink>
      )}
      {next === undefined ? null : (
        <TextLink rel="next" href={next}>
          {say('nextClient')}
        </TextLink>
      )}
    </span>
  );
}
