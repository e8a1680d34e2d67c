import { formatNumber } from '../../../ui/format.ts';
import { TextLink } from '../../../ui/navigation.tsx';
import { isShown, type ShownNumber, useShownNumbers } from '../../../ui/shown-number.ts';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { useMe } from '../../organisation/web/me.tsx';
import type { AgreementLine, Difference } from './agreement.ts';

import { useWords } from './words.ts';

/** The benefits whose part in a figure changed, each with what was learned since; numerator and denominator add up. */
export function ChangedPeople(props: { readonly line: AgreementLine; readonly found: Difference }) {
  const { say, locale } = useWords();
  const me = useMe();
  const { lines, closed, before, after } = props.found;
  const opens = me.pages.includes('clients');
  const signed = (change: number) =>
    (change > 0 ? '+' : change < 0 ? '−' : '') + formatNumber(Math.abs(change), locale);
  const { number } = useShownNumbers();
  const moved = (from: ShownNumber, to: ShownNumber) =>
    isShown(from) && isShown(to) ? signed(to - from) : number('too_small');
  return (
    <>
      <DataTable
        caption={say('linesCaption', { agreement: props.line.id })}
        narrow="lines"
        dense
        rows={lines}
        rowKey={(row) => row.benefitId}
        totals={{
          what: say('total'),
          numerator: moved(before.numerator, after.numerator),
          denominator: moved(before.denominator, after.denominator),
        }}
        columns={[
          {
            id: 'client',
            head: say('client'),
            rowHead: true,
            cell: (row) =>
              opens ? <TextLink href={`/clients/${row.clientId}`}>{row.name ?? row.clientId}</TextLink> : row.clientId,
          },
          { id: 'office', head: say('office'), cell: (row) => row.office.name },
          {
            id: 'what',
            head: say('what'),
            cell: (row) => row.reasons.map((reason) => reason.sentence[locale]).join('; '),
            narrow: 'wide',
          },
          {
            id: 'numerator',
            head: say('numerator'),
            numeric: true,
            cell: (row) => signed(row.after.numerator - row.before.numerator),
          },
          {
            id: 'denominator',
            head: say('denominator'),
            numeric: true,
            cell: (row) => signed(row.after.denominator - row.before.denominator),
          },
        ]}
      />
      {isShown(closed) && closed > 0 ? <p className="ui-quiet">{say('elsewhere', { count: closed })}</p> : null}
    </>
  );
}
