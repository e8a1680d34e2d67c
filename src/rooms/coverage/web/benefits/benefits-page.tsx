import { useRead } from '../../../../platform/web/query.ts';
import { readTrail, writeTrail } from '../../../../platform/web/trail.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { ActionLink } from '../../../../ui/actions/action-link.tsx';
import { capitalised } from '../../../../ui/format.ts';
import { PageHead } from '../../../../ui/frame/page-head.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { Notice } from '../../../../ui/notices/notice.tsx';
import { EmptyState, ErrorState, LoadingSentence } from '../../../../ui/notices/states.tsx';
import { isShown, useShownNumbers } from '../../../../ui/shown-number.ts';
import { PickBar } from '../../../../ui/tables/choosing.tsx';
import { CsvButton } from '../../../../ui/tables/csv-download.tsx';
import { Pager } from '../../../../ui/tables/pager.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { assign, enrol } from '../../../registry/index.ts';
import { listNorms } from '../../index.ts';
import { coverageHref } from '../coverage/unit-asked.ts';
import { pageSize } from '../today/list-address.ts';
import { csvOf } from './benefits-csv.ts';
import { BenefitsTable } from './benefits-table.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { countLate } from './late-once-in.ts';
import { ListChoice, useUnits } from './list-choice.tsx';
import { isInService, listsOf, partsOf, readPart } from './list-part.ts';
import { partWord } from './part-word.ts';
import { TakeInForm } from './take-in-form.tsx';
import { TakenInResult } from './taken-in.tsx';
import { useLists } from './use-lists.ts';
import { useTakeInFlow } from './use-take-in-flow.ts';
import { useBenefitWords } from './words.ts';

/** The benefits behind a part of a figure; those not taken into service one chooses and takes in, others one hands over. */
export function BenefitsPage() {
  const words = useBenefitWords();
  const { say, locale } = words;
  const me = useMe();
  const { get, getDate, href } = useUrlState();
  const figure = get('figure') ?? 'closure';
  const part = readPart(get('part'));
  const { unit, name: unitName } = useUnits();
  const dates = { ...dated('at', getDate('at')), ...dated('known', getDate('known')) };
  const trail = readTrail(get('after'));
  const norms = useRead(listNorms, { ...dated('at', getDate('at')) });
  const norm = norms.data?.norms.find((each) => each.id === figure && each.inForce);
  const lists = useLists({ figure, parts: listsOf(part), ...dates, ...unit, after: trail.at(-1) });
  const { chosen, setChosen, isOpen, setOpen, taken, keep, takeBack } = useTakeInFlow();
  const { number } = useShownNumbers();

  const figureWord =
    figure === 'closure' || figure === 'wajong-inclusion' ? say(`figure.${figure}`) : (norm?.title[locale] ?? figure);
  const title = say('title', { figure: figureWord, part: partWord(part, words) });
  const rows = lists.pages.flatMap((page) => page.benefits);
  const isNow = (getDate('at') ?? me.today) === me.today && getDate('known') === null;
  const mayEnrol = (enrol.roles as readonly string[]).includes(me.role);
  const mayTakeIn = part === 'not_enrolled' && mayEnrol;
  const mayHandOver = isInService(part) && (assign.roles as readonly string[]).includes(me.role);
  const picked = rows.filter((of) => chosen.has(of.benefitId));
  const ActForm = mayTakeIn ? TakeInForm : HandOverForm;
  const start = trail.length * pageSize;
  const backHref = coverageHref(
    unit.level === 'district'
      ? unit.unitId
      : unit.level === 'office'
        ? (me.districts.find(({ offices }) => offices.some((office) => office.id === unit.unitId))?.id ?? null)
        : null,
  );
  return (
    <>
      <PageHead
        title={title}
        crumb={me.pages.includes('coverage') ? <TextLink href={backHref}>{say('back')}</TextLink> : undefined}
        lead={
          lists.isReady ? (
            <p>
              {isShown(lists.count)
                ? say('lead', { count: number(lists.count), number: lists.count, unit: unitName })
                : say('leadTooSmall', { unit: unitName })}{' '}
              {lists.closed === 0 || !isShown(lists.closed)
                ? null
                : say('closed', { count: number(lists.closed), number: lists.closed })}
            </p>
          ) : undefined
        }
        controls={<ListChoice parts={partsOf(figure, norm?.kind)} part={part} wordOf={(of) => partWord(of, words)} />}
      />
      <TakenInResult taken={taken} undone={takeBack.isDone} undoing={takeBack.isBusy} onUndo={takeBack.start} />
      {takeBack.problem ? (
        <Notice kind="error" title={say('undoFailed')} code={takeBack.problem.code}>
          {takeBack.problem.title || say('fault')}
        </Notice>
      ) : null}
      {lists.problem ? (
        <ErrorState title={say('failed')} code={lists.problem.code} onRetry={lists.retry}>
          {lists.problem.title || say('fault')}
        </ErrorState>
      ) : lists.isReady && rows.length === 0 ? (
        <EmptyState title={say('empty')} actions={<ActionLink href={backHref}>{say('toCoverage')}</ActionLink>}>
          {lists.count !== 0 ? say('emptyClosed') : say('emptyText', { unit: unitName })}
        </EmptyState>
      ) : (
        <>
          <BenefitsTable
            caption={say('caption', { title, unit: unitName })}
            withDates={figure !== 'wajong-inclusion'}
            loadingRows={lists.isReady ? undefined : 8}
            {...(lists.pages.length > 1 ? { groups: groupsOf() } : { rows })}
            choosing={
              (mayTakeIn || mayHandOver) && isNow && lists.isReady
                ? { chosen, onChange: setChosen, nameOf: (of) => of.name ?? of.benefitId }
                : undefined
            }
          />
          {lists.isReady ? null : <LoadingSentence />}
          {mayTakeIn && !isNow ? (
            <Notice
              kind="info"
              actions={<ActionLink href={href({ at: null, known: null })}>{say('toToday')}</ActionLink>}
            >
              {say('pastDate')}
            </Notice>
          ) : null}
          {picked.length > 0 ? (
            <PickBar
              chosen={picked.length}
              all={rows.length}
              effect={
                mayTakeIn && isShown(lists.count)
                  ? `${say('effect', { before: number(lists.count), after: number(lists.count - picked.length) })} ${say('effectLate', { count: countLate(picked, me.today) })}`
                  : undefined
              }
            >
              <ActionButton kind="first" onClick={() => setOpen(true)}>
                {say(mayTakeIn ? 'takeIn' : 'handOver')}
              </ActionButton>
            </PickBar>
          ) : null}
          {isOpen && picked.length > 0 ? (
            <ActForm benefits={picked} onCancel={() => setOpen(false)} onDone={keep} />
          ) : null}
          {lists.isReady && lists.pages.length === 1 ? (
            <Pager
              from={start + 1}
              to={start + rows.length}
              total={isShown(lists.count) && isShown(lists.closed) ? lists.count - lists.closed : undefined}
              previousHref={trail.length === 0 ? undefined : href({ after: writeTrail(trail.slice(0, -1)) })}
              nextHref={lists.next === null ? undefined : href({ after: writeTrail([...trail, lists.next]) })}
            />
          ) : null}
          <p className="ui-foot">
            <CsvButton fileName={`${figure}-${part}.csv`} rows={() => csvOf(rows, words, me.seesNames)} />
          </p>
        </>
      )}
    </>
  );

  function groupsOf() {
    return lists.pages
      .filter((page) => page.count !== 0)
      .map((page) => ({
        id: page.part,
        head: capitalised(partWord(page.part, words)),
        note: (
          <>
            {isShown(page.count) ? say('count', { count: number(page.count), number: page.count }) : number(page.count)}{' '}
            {page.part === 'not_enrolled' && mayEnrol ? (
              <TextLink href={href({ part: page.part })}>{say('chooseTakeIn')}</TextLink>
            ) : page.next === null ? null : (
              <TextLink href={href({ part: page.part })}>
                {isShown(page.count) ? say('showAll', { count: number(page.count) }) : say('showRest')}
              </TextLink>
            )}
          </>
        ),
        rows: page.benefits,
      }));
  }
}

function dated<Name extends string>(name: Name, value: string | null): Partial<Record<Name, string>> {
  return value === null ? {} : ({ [name]: value } as Record<Name, string>);
}
