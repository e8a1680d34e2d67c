import { type ReactNode, useState } from 'react';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { dayNumberOf } from '../../../../time/calendar-date.ts';
import { localMomentOf } from '../../../../time/local-moment.ts';
import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { Actions } from '../../../../ui/actions/action-link.tsx';
import { formatDate, formatDays, formatTime } from '../../../../ui/format.ts';
import { Section } from '../../../../ui/frame/section.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { EmptyState } from '../../../../ui/notices/states.tsx';
import { Sub } from '../../../../ui/tables/cell.tsx';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import { useContactWords } from '../../../contacts/web/register/words.ts';
import { type ContactRow, newestFirst, reasonOf, type Standing, standingOf } from './contact-chain.ts';
import { type RowAct, rowActs } from './row-acts.ts';
import { useClientWords } from './words.ts';

const few = 7;

export interface ContactTableProps {
  readonly rows: readonly ContactRow[];
  /** What the role may do with a row. */
  readonly may: (act: RowAct, row: ContactRow, standing: Standing) => boolean;
  readonly onAct: (act: RowAct, row: ContactRow) => void;
}

/** Every contact row, corrections included: what no longer holds is struck through and says why. */
export function ContactTable(props: ContactTableProps) {
  const { say } = useClientWords();
  const url = useUrlState();
  const all = newestFirst(props.rows).filter((row) => standingOf(row, props.rows) !== 'withdrawal');
  const showsAll = url.get('rows') === 'all' || all.length <= few;
  const rows = showsAll ? all : all.slice(0, few);
  if (all.length === 0) {
    return (
      <Section title={say('contacts')}>
        <EmptyState title={say('noContacts')}>{say('noContactsText')}</EmptyState>
      </Section>
    );
  }
  return (
    <Section title={say('contacts')}>
      <p className="ui-small ui-quiet">
        {showsAll ? say('rowsAll', { count: all.length }) : say('lastRows', { count: rows.length })}{' '}
        {all.length <= few ? null : showsAll ? (
          <TextLink href={url.href({ rows: null })}>{say('fewRows')}</TextLink>
        ) : (
          <TextLink href={url.href({ rows: 'all' })}>{say('allRows', { count: all.length })}</TextLink>
        )}
      </p>
      <Table {...props} shown={rows} />
    </Section>
  );
}

function Table({ rows, shown, may, onAct }: ContactTableProps & { readonly shown: readonly ContactRow[] }) {
  const { say, locale } = useClientWords();
  const contact = useContactWords();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const standing = (row: ContactRow) => standingOf(row, rows);
  const struck = (row: ContactRow, content: ReactNode) => (isStruck(standing(row)) ? <s>{content}</s> : content);
  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  return (
    <DataTable
      caption={say('contacts')}
      captionHidden
      narrow="lines"
      rows={shown}
      rowKey={(row) => row.contactId}
      opening={{
        open,
        onToggle: toggle,
        detail: (row) => <Detail row={row} rows={rows} standing={standing(row)} may={may} onAct={onAct} />,
      }}
      columns={[
        { id: 'date', head: say('date'), cell: (row) => struck(row, formatDate(row.date, locale)) },
        {
          id: 'kind',
          head: say('kindAndChannel'),
          cell: (row) =>
            struck(
              row,
              `${contact.say(`kind.${row.kind}`)}, ${contact.say(`channel.${row.channel}`).toLocaleLowerCase()}`,
            ),
        },
        {
          id: 'outcome',
          head: say('outcome'),
          cell: (row) => (
            <>
              {struck(row, contact.say(`outcome.${row.outcome as 'held'}`))}
              <Lapse standing={standing(row)} />
            </>
          ),
        },
        {
          id: 'minutes',
          head: say('minutesHead'),
          numeric: true,
          notApplicable: (row) => row.minutes === null,
          cell: (row) => struck(row, row.minutes),
        },
        {
          id: 'registered',
          head: say('registered'),
          narrow: 'labelled',
          cell: (row) => registeredWords(row, rows, { say, locale }),
        },
        { id: 'by', head: say('by'), narrow: 'labelled', cell: (row) => row.by ?? row.adviserName },
      ]}
    />
  );
}

function isStruck(standing: Standing): boolean {
  return standing === 'corrected' || standing === 'withdrawn';
}

function Lapse({ standing }: { readonly standing: Standing }) {
  const { say } = useClientWords();
  const words = {
    corrected: 'replaced',
    withdrawn: 'voided',
    handled: 'handled',
    moved: 'moved',
    holds: null,
    planned: null,
    withdrawal: null,
  } as const;
  const word = words[standing];
  return word === null ? null : <Sub>{say(word)}</Sub>;
}

/** How long after the contact it was registered; a correction says when. */
function registeredWords(
  row: ContactRow,
  rows: readonly ContactRow[],
  { say, locale }: Pick<ReturnType<typeof useClientWords>, 'say' | 'locale'>,
): string {
  const on = localMomentOf(row.registeredAt).date;
  const before = rows.find((of) => of.contactId === row.corrects);
  if (before !== undefined && before.outcome !== 'planned') return say('correction', { date: formatDate(on, locale) });
  if (row.outcome === 'planned') return say('onDate', { date: formatDate(on, locale) });
  const days = dayNumberOf(on) - dayNumberOf(row.date);
  return days <= 0 ? say('sameDay') : say('daysLater', { days: formatDays(days, locale) });
}

function Detail(
  props: Pick<ContactTableProps, 'rows' | 'may' | 'onAct'> & { readonly row: ContactRow; readonly standing: Standing },
) {
  const { say, locale } = useClientWords();
  const { row, rows, standing, may, onAct } = props;
  const reason = reasonOf(row, rows);
  const words = { report: 'registerThis', move: 'move', correct: 'correct', withdraw: 'withdraw' } as const;
  const acts = rowActs.filter((act) => may(act, row, standing));
  return (
    <>
      <p>{row.report ?? <span className="ui-quiet">{say('noReport')}</span>}</p>
      {reason === null ? null : <p>{say(standing === 'withdrawn' ? 'whyWithdrawn' : 'whyCorrected', { reason })}</p>}
      <p className="ui-small ui-quiet">
        {formatTime(row.time, locale)}, {row.adviserName}.{' '}
        {say('source', { source: row.by === null ? say('delivered') : say('enteredBy', { by: row.by }) })}
      </p>
      {acts.length > 0 ? (
        <Actions>
          {acts.map((act) => (
            <ActionButton key={act} slim onClick={() => onAct(act, row)}>
              {say(words[act])}
            </ActionButton>
          ))}
        </Actions>
      ) : null}
    </>
  );
}
