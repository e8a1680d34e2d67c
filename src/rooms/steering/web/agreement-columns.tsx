import { useUrlState } from '../../../platform/web/url-state.ts';
import { HowCounted } from '../../../ui/actions/disclosure.tsx';
import { formatDate } from '../../../ui/format.ts';
import { StateMark } from '../../../ui/marks/state-mark.tsx';
import { TextLink } from '../../../ui/navigation.tsx';
import { isShown, type ShownNumber, useShownNumbers } from '../../../ui/shown-number.ts';
import { Sub, Value, Withheld } from '../../../ui/tables/cell.tsx';
import type { Column } from '../../../ui/tables/column.ts';
import { useMe } from '../../organisation/web/me.tsx';
import type { AgreementLine, Agreements } from './agreement.ts';
import { listHref, listPageOf } from './list-href.ts';
import { NoteCell } from './note-cell.tsx';
import { formatRealised, verdictWord } from './realised.ts';
import { verdictSign } from './signs.ts';
import { useWords } from './words.ts';

/** The columns of the agreements' table. */
export function useColumns(data: Agreements | undefined): readonly Column<AgreementLine>[] {
  const { say } = useWords();
  return [
    { id: 'number', head: say('number'), cell: (line) => line.id, narrow: 'bare', width: '2.25rem' },
    {
      id: 'agreed',
      head: say('agreed'),
      cell: (line) => <Agreed line={line} data={data} />,
      rowHead: true,
      className: 'ui-reading-head',
      narrow: 'wide',
    },
    {
      id: 'year',
      head: say('year'),
      numeric: true,
      width: '9.5rem',
      span: (line) => (line.why === null ? 1 : 4),
      cell: (line) => <Figure line={line} which="year" data={data} />,
    },
    {
      id: 'twelve',
      head: say('twelve'),
      numeric: true,
      width: '8.5rem',
      notApplicable: (line) => line.twelveMonths === null,
      cell: (line) => <Figure line={line} which="twelveMonths" data={data} />,
    },
    {
      id: 'toDo',
      head: say('toDo'),
      numeric: true,
      width: '9rem',
      notApplicable: (line) => line.toDo === null,
      cell: (line) => <ToDo line={line} />,
    },
    { id: 'forecast', head: say('forecast'), numeric: true, width: '6.75rem', cell: () => <Sub>{say('notYet')}</Sub> },
    { id: 'cause', head: say('cause'), cell: (line) => <NoteCell line={line} />, narrow: 'wide', width: '12.5rem' },
  ];
}

interface LineProps {
  readonly line: AgreementLine;
  readonly data: Agreements | undefined;
}

function Agreed({ line, data }: LineProps) {
  const { say, locale } = useWords();
  const { number } = useShownNumbers();
  const figure = line.year;
  const fte = (value: number) => `${number(value, { decimals: 1 })} ${say('fte')}`;
  const besideOf = (id: string, { wwInflow, formation }: Agreements) => {
    if (id === '2') return [{ term: say('inflow'), detail: number(wwInflow) }];
    if (id !== '5') return [];
    return [
      { term: say('formationNow'), detail: fte(formation.now) },
      { term: say('formationJanuary'), detail: fte(formation.januaryFirst) },
    ];
  };
  const counted = (value: ShownNumber | null | undefined) =>
    value === null || value === undefined
      ? undefined
      : number(value, { decimals: isShown(value) && !Number.isInteger(value) ? 1 : 0 });
  return (
    <div id={`agreement-${line.id}`}>
      {line.text[locale]}
      {figure === null ? null : (
        <HowCounted
          about={line.id}
          counted={{
            definition: line.definition[locale],
            numerator: counted(figure.numerator),
            denominator: counted(figure.denominator),
            norm: line.norm === null ? undefined : say('version', { id: line.norm.id, version: line.norm.version }),
            asOf: data === undefined ? undefined : formatDate(data.at, locale),
            ...(data ? { more: besideOf(line.id, data) } : {}),
          }}
        />
      )}
    </div>
  );
}

function Figure({ line, which, data }: LineProps & { readonly which: 'year' | 'twelveMonths' }) {
  const { say, locale } = useWords();
  const { tooSmall } = useShownNumbers();
  if (line.why !== null) return <Sub>{line.why[locale]}</Sub>;
  const figure = line[which];
  if (figure === null || data === undefined) return null;
  if (figure.value === 'too_small') return <Withheld />;
  const { value, unit, beside } = formatRealised(figure, { locale, data, tooSmall });
  const words = { hours: say('hour'), fte: say('fte'), none: undefined };
  return (
    <div>
      <Value unit={words[unit]}>{value}</Value>
      <Sub>{say(`of.${figure.kind}`, beside)}</Sub>
      <StateMark sign={verdictSign(figure.verdict, verdictWord(line, figure, { say, locale, at: data.at }))} />
    </div>
  );
}

function ToDo({ line }: { readonly line: AgreementLine }) {
  const { say, show } = useWords();
  const { number } = useShownNumbers();
  const me = useMe();
  const { getDate } = useUrlState();
  const { toDo } = line;
  if (toDo === null) return null;
  const dates = { at: getDate('at'), known: getDate('known') };
  const hrefOf = (list: typeof toDo.list, count: ShownNumber) =>
    count !== 0 && me.pages.includes(listPageOf(list)) ? listHref(list, dates) : undefined;
  const linked = ({ count, list }: NonNullable<typeof toDo.beside>) => {
    const href = hrefOf(list, count);
    return href === undefined ? (
      number(count)
    ) : (
      <TextLink key="count" href={href}>
        {number(count)}
      </TextLink>
    );
  };
  return (
    <div>
      {isShown(toDo.count) ? (
        <Value unit={say(`unit.${toDo.unit}`, { count: toDo.count })} href={hrefOf(toDo.list, toDo.count)}>
          {number(toDo.count)}
        </Value>
      ) : (
        <Withheld />
      )}
      {toDo.atLeast === null || !isShown(toDo.atLeast) ? null : (
        <Sub>{say('atLeast', { count: number(toDo.atLeast) })}</Sub>
      )}
      {isShown(toDo.count) ? <Sub>{beside()}</Sub> : null}
    </div>
  );

  function beside() {
    const id = line.id as '4' | '8b' | '11' | '12';
    if (line.id === '10') return say('beside.10');
    return toDo?.beside ? show(`beside.${id}`, { count: linked(toDo.beside) }) : null;
  }
}
