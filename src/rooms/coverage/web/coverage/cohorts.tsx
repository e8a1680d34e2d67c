import { useRead } from '../../../../platform/web/query.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { Disclosure } from '../../../../ui/actions/disclosure.tsx';
import { TabLinks } from '../../../../ui/actions/tab-links.tsx';
import { CohortLines } from '../../../../ui/charts/cohort-lines.tsx';
import { formatPercent } from '../../../../ui/format.ts';
import { Section } from '../../../../ui/frame/section.tsx';
import { ErrorState, LoadingBlock } from '../../../../ui/notices/states.tsx';
import { isShown, useShownNumbers } from '../../../../ui/shown-number.ts';
import { Sub } from '../../../../ui/tables/cell.tsx';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import { type NormShown, showCohorts } from '../../index.ts';
import type { Coverage } from './answer.ts';
import {
  compareYears,
  isLine,
  listReached,
  measuredMonths,
  pointAt,
  type Quarter,
  readQuarter,
  sharesOf,
} from './cohort.ts';
import { type CoverageWords, useCoverageWords } from './words.ts';

/** Schemes with a term for the first conversation. */
const entered = ['WIA_WGA', 'WAJONG', 'WW'] as const;

/** First conversation by quarter of entry: lines to 100 %, and the counts behind them. */
export function Cohorts(props: { readonly data: Coverage }) {
  const words = useCoverageWords();
  const numbers = useShownNumbers();
  const { say } = words;
  const { get, href } = useUrlState();
  const { data } = props;
  const scheme = entered.find((each) => each === get('entry')) ?? 'WIA_WGA';
  const read = useRead(showCohorts, {
    at: data.at,
    known: data.known,
    scheme,
    quarters: 8,
    ...(data.of.level === 'district' ? { districtId: data.of.id } : {}),
  });
  const title = say('entry', { scheme: say(`scheme.${scheme}`) });
  const reached = listReached(read.data?.quarters ?? [], 6);
  const term = firstTermOf(data.norms, scheme);
  const says = read.data === undefined ? undefined : saysOf(read.data.quarters, { term: term ?? 3, words, numbers });
  return (
    <Section id="entry" title={title} lead={says}>
      <TabLinks
        label={say('entryTabs')}
        tabs={entered.map((each) => ({
          word: say(`scheme.${each}`),
          href: href({ entry: each }),
          current: each === scheme,
        }))}
      />
      {read.isError ? (
        <ErrorState title={say('entryFailed')} code={read.error.code} onRetry={() => void read.refetch()}>
          {read.error.title}
        </ErrorState>
      ) : read.data === undefined ? (
        <LoadingBlock />
      ) : (
        <Lines quarters={reached} scheme={say(`scheme.${scheme}`)} says={says ?? ''} term={term} at={data.at} />
      )}
    </Section>
  );

  function firstTermOf(norms: readonly NormShown[], of: string): number | undefined {
    const norm = norms.find((each) => each.weight === 'must' && each.scheme === of && isSpoken(each));
    const { obligations } = (norm?.definition ?? {}) as {
      readonly obligations?: { readonly first?: { months?: number }; readonly once?: { months?: number } };
    };
    return obligations?.first?.months ?? obligations?.once?.months;
  }
}

const isSpoken = (norm: NormShown) => (norm.definition as { readonly counts: string }).counts !== 'invited';

interface LinesProps {
  readonly quarters: readonly Quarter[];
  readonly scheme: string;
  readonly says: string;
  readonly term: number | undefined;
  readonly at: string;
}

function Lines(props: LinesProps) {
  const { say, locale } = useCoverageWords();
  const numbers = useShownNumbers();
  const { quarters, scheme } = props;
  const lines = quarters.filter(isLine);
  if (quarters.length === 0) return null;
  const table = (
    <DataTable
      caption={say('entryCaption')}
      dense
      narrow="to-list"
      rows={quarters}
      rowKey={(quarter) => quarter.quarter}
      columns={[
        { id: 'quarter', head: say('entryQuarter'), cell: (quarter) => quarterWord(quarter, say) },
        ...measuredMonths.map((months) => ({
          id: String(months),
          head: say('months', { count: months }),
          numeric: true,
          notApplicable: (quarter: Quarter) => pointAt(quarter, months) === undefined,
          cell: (quarter: Quarter) => {
            const point = pointAt(quarter, months);
            if (point === undefined) return null;
            return (
              <div>
                {numbers.share(point.numerator, point.denominator)}
                {isShown(point.numerator) && isShown(point.denominator) && point.denominator >= 100 ? (
                  <Sub>
                    {say('of', {
                      numerator: numbers.number(point.numerator),
                      denominator: numbers.number(point.denominator),
                    })}
                  </Sub>
                ) : null}
              </div>
            );
          },
        })),
      ]}
    />
  );
  if (lines.length < 2) {
    return (
      <>
        <p className="ui-foot">{say('entryFew')}</p>
        {table}
      </>
    );
  }
  const year = props.at.slice(0, 4);
  return (
    <>
      <CohortLines
        title={say('entryTitle', { scheme })}
        description={say('entryDescription', { says: props.says })}
        lines={lines.map((quarter) => ({
          id: quarter.quarter,
          word: quarterWord(quarter, say),
          shares: sharesOf(quarter),
          strong: readQuarter(quarter.quarter).year === year,
        }))}
        axisWord={say('axis')}
        periods={12}
        moment={props.term === undefined || props.term > 12 ? undefined : { at: props.term, word: say('moment') }}
        format={(share) => formatPercent(share, locale)}
        cohortWord={say('entryQuarter')}
      />
      <Disclosure summary={say('entryCounts')} about={scheme}>
        {table}
      </Disclosure>
    </>
  );
}

function quarterWord(quarter: Quarter, say: CoverageWords['say']): string {
  const { year, nth } = readQuarter(quarter.quarter);
  return say('quarter', { year, quarter: nth });
}

/** What the lines say: the latest quarter that reached the term, against the same quarter a year earlier. */
function saysOf(
  quarters: readonly Quarter[],
  of: {
    readonly term: number;
    readonly words: CoverageWords;
    readonly numbers: ReturnType<typeof useShownNumbers>;
  },
): string {
  const { say, locale } = of.words;
  const month = measuredMonths.findLast((each) => each <= of.term) ?? 3;
  const found = compareYears(quarters, month) ?? compareYears(quarters, 1);
  if (found === null) return say('entryNone');
  const { year, nth } = readQuarter(found.quarter.quarter);
  const share = ({ numerator, denominator }: (typeof found)['now']) =>
    isShown(numerator) && isShown(denominator) && denominator >= 100
      ? formatPercent(numerator / denominator, locale)
      : of.numbers.share(numerator, denominator);
  const now = say('entrySays', {
    quarter: say('quarterLong', { nth: say(`nth.${nth}`), year }),
    now: share(found.now),
    months: found.now.months,
  });
  return found.before === undefined ? now : `${now} ${say('entryBefore', { before: share(found.before) })}`;
}
