import { localMomentOf } from '../../../../time/local-moment.ts';
import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { formatDate, formatNumber, formatTime } from '../../../../ui/format.ts';
import { Tag } from '../../../../ui/frame/section.tsx';
import { ReasonLine } from '../../../../ui/lists/reason-line.tsx';
import { StateMark } from '../../../../ui/marks/state-mark.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import type { Column } from '../../../../ui/tables/column.ts';
import { RowList } from '../../../../ui/tables/row-list.tsx';
import { useContactWords } from '../../../contacts/web/register/words.ts';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import type { Moment, NormState, Worklist, WorklistLine } from '../../index.ts';
import { signOf } from '../signs.ts';
import { reasonOf } from './line-reason.ts';
import { useTodayWords } from './words.ts';

export interface ClientListProps {
  readonly list: Worklist;
  readonly title: string;
  /** Absent like the lines. */
  readonly count: number | undefined;
  /** Absent while they are fetched. */
  readonly lines: readonly WorklistLine[] | undefined;
  /** Whether one reports here; a planner plans. */
  readonly canReport: boolean;
  readonly hrefOf: (line: WorklistLine) => string;
  readonly currentKey: string | undefined;
  readonly onCurrent: (line: WorklistLine) => void;
  readonly onAct: (line: WorklistLine) => void;
}

/** Whose turn it is, when and why; one line per client. */
export function ClientList(props: ClientListProps) {
  const { say, locale } = useTodayWords();
  const columns = useColumns(props);
  return (
    <RowList
      caption={
        props.count === undefined
          ? props.title
          : say(captionOf(props.list), {
              list: props.title,
              count: props.count,
              number: formatNumber(props.count, locale),
            })
      }
      captionHidden
      isMain
      narrow="to-list"
      fixed
      align="top"
      rows={props.lines ?? []}
      loadingRows={props.lines ? undefined : 6}
      rowKey={(line) => line.clientId}
      currentKey={props.currentKey}
      onCurrent={props.onCurrent}
      onAct={props.onAct}
      columns={columns}
    />
  );
}

/** In which order the list stands. */
function captionOf(list: Worklist) {
  if (list === 'overdue' || list === 'due' || list === 'in-view') return 'caption';
  return list === 'only-advised' ? 'captionAdvised' : 'captionOther';
}

/** The name of the client, or the id where there is none. */
export function nameOf(line: Pick<WorklistLine, 'name' | 'clientId'>): string {
  return line.name ?? line.clientId;
}

/** What the list is about comes first: who is not enrolled may have no date at all. */
function stateOf(line: WorklistLine, list: Worklist): NormState | null {
  if (list === 'not-enrolled') return 'not_enrolled';
  return (list === 'only-advised' ? line.lead?.state : line.state) ?? null;
}

function useColumns(props: ClientListProps): readonly Column<WorklistLine>[] {
  const words = useTodayWords();
  const contact = useContactWords();
  const schemes = useSchemeWords();
  const { say, locale } = words;
  const [act, actWith] = props.canReport ? (['register', 'registerWith'] as const) : (['plan', 'planWith'] as const);
  const channelOf = (moment: Moment) => contact.say(`channel.${moment.channel as 'office'}`).toLocaleLowerCase();
  const plannedOf = (moment: Moment, isPast: boolean) => (
    <div>
      {formatDate(moment.onDate, locale)}
      <span className="ui-sub">
        {isPast
          ? say('stillToRegister')
          : `${formatTime(localMomentOf(moment.occurredAt).time, locale)}, ${channelOf(moment)}`}
      </span>
    </div>
  );
  return [
    {
      id: 'client',
      head: say('client'),
      width: '9.75rem',
      className: 'ui-client',
      cell: (line) => (
        <>
          <TextLink className="ui-who" href={props.hrefOf(line)} data-row-focus="">
            {nameOf(line)}
          </TextLink>
          <span className="ui-sub">
            {line.schemes.map(schemes.label).join(', ')} {line.protected ? <Tag>{say('protected')}</Tag> : null}
          </span>
          <ActionButton kind="plain" label={say(actWith, { name: nameOf(line) })} onClick={() => props.onAct(line)}>
            <span className="ui-do">{say(act)}</span>
          </ActionButton>
        </>
      ),
    },
    {
      id: 'why',
      head: say('why'),
      narrow: 'wide',
      label: '',
      cell: (line) => {
        const { reason, also } = reasonOf(line, props.list, { today: words, contact });
        return <ReasonLine also={also}>{reason}</ReasonLine>;
      },
    },
    {
      id: 'state',
      head: say('state'),
      width: '6.25rem',
      narrow: 'bare',
      className: 'ui-stand',
      notApplicable: (line) => stateOf(line, props.list) === null,
      cell: (line) => {
        const state = stateOf(line, props.list);
        return state === null ? null : <StateMark sign={signOf(state, locale)} />;
      },
    },
    {
      id: 'last',
      head: say('last'),
      width: '8.25rem',
      className: 'ui-when',
      cell: ({ lastContact }) =>
        lastContact === null ? (
          <span className="ui-quiet">{say('noneYet')}</span>
        ) : (
          <div>
            {formatDate(lastContact.onDate, locale)}
            <span className="ui-sub">
              {lastContact.channel === 'group'
                ? contact.say(`kind.${lastContact.kind as 'workshop'}`).toLocaleLowerCase()
                : channelOf(lastContact)}
            </span>
          </div>
        ),
    },
    {
      id: 'planned',
      head: say('planned'),
      width: '8.25rem',
      className: 'ui-when',
      cell: ({ nextPlanned, toRegister: [past] }) =>
        nextPlanned !== null ? (
          plannedOf(nextPlanned, false)
        ) : past === undefined ? (
          <span className="ui-quiet">{say('nothingPlanned')}</span>
        ) : (
          plannedOf(past, true)
        ),
    },
  ];
}
