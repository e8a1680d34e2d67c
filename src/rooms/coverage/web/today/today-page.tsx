import { useState } from 'react';
import { addressOf } from '../../../../platform/web/address.ts';
import { problemOf } from '../../../../platform/web/invoke.ts';
import { useRead, useWrite } from '../../../../platform/web/query.ts';
import { readTrail } from '../../../../platform/web/trail.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { Disclosure } from '../../../../ui/actions/disclosure.tsx';
import { formatNumber } from '../../../../ui/format.ts';
import { PageHead } from '../../../../ui/frame/page-head.tsx';
import { Counters } from '../../../../ui/lists/counters.tsx';
import { Desk } from '../../../../ui/lists/desk.tsx';
import { Notice, SavedLine } from '../../../../ui/notices/notice.tsx';
import { ErrorState, LoadingSentence } from '../../../../ui/notices/states.tsx';
import { KeyHints } from '../../../../ui/tables/row-list.tsx';
import { mayWriteContact, undoContact } from '../../../contacts/index.ts';
import { useMe } from '../../../organisation/web/me.tsx';
import { clientHref } from '../../../registry/web/client-href.ts';
import { exportWorklist, listCounters, showWorklist, type WorklistLine } from '../../index.ts';
import { MeanwhileNotice } from '../meanwhile.tsx';
import { ClientList } from './client-list.tsx';
import { counterTitle, listPlace } from './counter-title.ts';
import { Glance } from './glance.tsx';
import { LineSheet, type OpenSheet } from './line-sheet.tsx';
import { freshList, isCounterShown, pageSize, readDates, readFilters, readList, readPlace } from './list-address.ts';
import { ListFilters } from './list-filters.tsx';
import { type Done, savedSentence } from './saved-sentence.ts';
import { TodayEmpty } from './today-empty.tsx';
import { TodayFoot } from './today-foot.tsx';
import { useIsWide } from './use-is-wide.ts';
import { useTodayWords } from './words.ts';

/** Whose turn it is today: counters, the list of the chosen one, and the sheet to register without leaving it. */
export function TodayPage() {
  const { say, locale } = useTodayWords();
  const me = useMe();
  const url = useUrlState();
  const place = readPlace(url.get, me);
  const list = readList(url.get);
  const asked = { ...readFilters(url.get), ...readDates(url.getDate) };
  const trail = readTrail(url.get('after'));
  const counters = useRead(listCounters, { ...place, ...asked });
  const counter = counters.data?.counters.find((of) => of.list === list);
  const where = listPlace(place, counter);
  const after = trail.at(-1);
  const page = useRead(showWorklist, { list, ...where, ...asked, limit: pageSize, ...(after ? { after } : {}) });
  const canReport = mayWriteContact(me, 'held');
  const isWide = useIsWide();
  const [open, setOpen] = useState<OpenSheet | null>(null);
  const [lastDone, setDone] = useState<Done | null>(null);
  const done = lastDone?.list === list ? lastDone : null;
  const [currentKey, setCurrentKey] = useState<string>();
  const [undone, setUndone] = useState(false);
  const undo = useWrite(undoContact);
  const [lastIndex, setLastIndex] = useState(0);

  const norms = counters.data?.norms ?? [];
  const number = (value: number) => formatNumber(value, locale);
  const lines = page.data?.lines;
  const found = lines?.findIndex((line) => line.clientId === currentKey) ?? -1;
  if (found >= 0 && found !== lastIndex) setLastIndex(found);
  const current = lines?.[found >= 0 ? found : Math.min(lastIndex, lines.length - 1)];
  const title = counter ? counterTitle(counter, place, { say, locale }) : '';
  const hrefOf = (line: WorklistLine) => clientHref(line.clientId, `/today${url.href({ list })}`);
  const start = (line: WorklistLine, mode: OpenSheet['mode']) => {
    setDone(null);
    setUndone(false);
    undo.reset();
    setCurrentKey(line.clientId);
    setOpen({ line, mode, before: page.data?.count ?? counter?.count ?? 0 });
  };
  const takeBack = () => {
    if (done === null) return;
    undo.mutate(
      { entryId: done.saved.entryId },
      {
        onSuccess: () => {
          setCurrentKey(done.saved.clientId);
          setDone(null);
          setUndone(true);
        },
      },
    );
  };

  if (counters.isError || page.isError) {
    const problem = problemOf(counters.error ?? page.error);
    return (
      <>
        <PageHead
          title={say('title')}
          controls={place.level === 'own' ? undefined : <ListFilters place={place} norms={norms} />}
        />
        <ErrorState
          title={say('failed')}
          code={problem.code}
          onRetry={() => void Promise.all([counters.refetch(), page.refetch()])}
        >
          {problem.title || say('failedText')}
        </ErrorState>
      </>
    );
  }
  const overdue = counters.data?.counters.find((of) => of.list === 'overdue')?.count ?? 0;
  const planned = counters.data?.overduePlanned ?? 0;
  const isFiltered = Object.keys(readFilters(url.get)).length > 0;
  return (
    <>
      <PageHead
        title={say('title')}
        lead={
          counters.data ? (
            <p>
              {say('lead', { count: overdue, number: number(overdue) })}{' '}
              {overdue === 1 && planned === 1
                ? say('leadOnePlanned')
                : say('leadPlanned', { count: planned, number: number(planned) })}
            </p>
          ) : undefined
        }
        aside={<KeyHints open={say('keyOpen')} {...(canReport ? {} : { act: say('keyPlan') })} />}
        controls={place.level === 'own' ? undefined : <ListFilters key={url.href({})} place={place} norms={norms} />}
      />
      <Desk
        counters={
          <Counters
            title={say('worklist')}
            counters={(counters.data?.counters ?? [])
              .filter((of) => isCounterShown(of.list, of.count, list))
              .map((of) => ({
                word: counterTitle(of, place, { say, locale }),
                count: number(of.count),
                href: url.href({ ...freshList, list: of.list }),
                current: of.list === list,
              }))}
          />
        }
        list={
          <>
            <SavedLine busy={undo.isPending} {...(done ? { onUndo: takeBack } : {})}>
              {done
                ? savedSentence(done, { after: counter?.count, list: title }, { say, number })
                : undone
                  ? say('undone')
                  : undefined}
            </SavedLine>
            {undo.isError ? (
              <Notice kind="error" title={say('undoFailed')} code={problemOf(undo.error).code}>
                {problemOf(undo.error).title || say('failedText')}
              </Notice>
            ) : null}
            <MeanwhileNotice acts={done?.saved.meanwhile ?? []} />
            {page.data && page.data.lines.length === 0 && page.data.closed === 0 ? (
              <TodayEmpty list={list} place={place} isFiltered={isFiltered} counters={counters.data?.counters ?? []} />
            ) : (
              <ClientList
                list={list}
                title={title}
                count={page.data?.count}
                lines={lines}
                canReport={canReport}
                hrefOf={hrefOf}
                currentKey={currentKey}
                onCurrent={(line) => setCurrentKey(line.clientId)}
                onAct={(line) => start(line, canReport ? 'report' : 'plan')}
              />
            )}
            {page.isPending ? <LoadingSentence /> : null}
            {page.data ? (
              <TodayFoot
                page={page.data}
                trail={trail}
                csvHref={addressOf(exportWorklist, { list, ...where, ...asked }, locale)}
                csvName={`${list}-${page.data.at}.csv`}
                filters={
                  place.level === 'own' ? (
                    <Disclosure summary={say('narrow')} open={isFiltered}>
                      <ListFilters key={url.href({})} place={place} norms={norms} />
                    </Disclosure>
                  ) : null
                }
              />
            ) : null}
          </>
        }
        sheet={
          open ? (
            <LineSheet
              key={`${open.mode} ${open.line.clientId}`}
              open={open}
              list={list}
              title={title}
              today={me.today}
              onClose={() => setOpen(null)}
              onSaved={(saved) => {
                setDone({ saved, list, before: open.before });
                // another sheet may have been opened while this one was saved
                setOpen((now) => (now?.line.clientId === saved.clientId ? null : now));
              }}
            />
          ) : undefined
        }
        glance={
          isWide && current ? (
            <Glance
              line={current}
              today={me.today}
              href={hrefOf(current)}
              canReport={canReport}
              onReport={() => start(current, 'report')}
              onPlan={() => start(current, 'plan')}
            />
          ) : undefined
        }
      />
    </>
  );
}
