import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../platform/contract.ts';
import { writeTrail } from '../../../../platform/web/trail.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { formatNumber } from '../../../../ui/format.ts';
import { CsvLink } from '../../../../ui/tables/csv-download.tsx';
import { Pager } from '../../../../ui/tables/pager.tsx';
import type { showWorklist } from '../../index.ts';
import { pageSize } from './list-address.ts';
import { useTodayWords } from './words.ts';

/** Under a worklist: who may not be opened here, the way through its pages, filters, and the list as a file. */
export function TodayFoot(props: {
  readonly page: OutputOf<typeof showWorklist>;
  readonly trail: readonly string[];
  readonly csvHref: string;
  readonly csvName: string;
  readonly filters: ReactNode;
}) {
  const { say, locale } = useTodayWords();
  const { href } = useUrlState();
  const { trail } = props;
  const { lines, count, closed, next } = props.page;
  return (
    <>
      {closed > 0 ? (
        <p className="ui-foot">{say('closed', { count: closed, number: formatNumber(closed, locale) })}</p>
      ) : null}
      <p className="ui-foot">{say('foot')}</p>
      {next !== null || trail.length > 0 ? (
        <Pager
          from={lines.length === 0 ? 0 : trail.length * pageSize + 1}
          to={trail.length * pageSize + lines.length}
          total={count - closed}
          previousHref={trail.length > 0 ? href({ after: writeTrail(trail.slice(0, -1)) }) : undefined}
          nextHref={next === null ? undefined : href({ after: writeTrail([...trail, next]) })}
        />
      ) : null}
      {props.filters}
      {lines.length > 0 ? <CsvLink href={props.csvHref} fileName={props.csvName} /> : null}
    </>
  );
}
