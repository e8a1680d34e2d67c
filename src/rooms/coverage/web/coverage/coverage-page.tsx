import { useCallback, useState } from 'react';
import { useRead } from '../../../../platform/web/query.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { SelectField } from '../../../../ui/forms/choice-field.tsx';
import { PageHead } from '../../../../ui/frame/page-head.tsx';
import { Section } from '../../../../ui/frame/section.tsx';
import { FiltersBar } from '../../../../ui/lists/filters-bar.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { ErrorState, LoadingBlock } from '../../../../ui/notices/states.tsx';
import { isShown, useShownNumbers } from '../../../../ui/shown-number.ts';
import { listUnits } from '../../../organisation/index.ts';
import { useMe } from '../../../organisation/web/me.tsx';
import { showCoverage } from '../../index.ts';
import type { Coverage } from './answer.ts';
import { Cohorts } from './cohorts.tsx';
import { InclusionBlock } from './inclusion-block.tsx';
import { benefitsHref } from './list-link.ts';
import { NormBlock } from './norm-block.tsx';
import { computeOneIn } from './one-in.ts';
import { PartsTable } from './parts-table.tsx';
import { Readings } from './readings.tsx';
import { nation, readDistrict } from './unit-asked.ts';
import { useUnitName } from './unit-name.ts';
import { useCoverageWords } from './words.ts';

/** Who is not in view and where: the norms of the nation or a district, its parts, and how entry quarters fared. */
export function CoveragePage() {
  const { say } = useCoverageWords();
  const me = useMe();
  const { get, getDate } = useUrlState();
  const unitName = useUnitName();
  const districtId = readDistrict(get('district'), me);
  const dates = { at: getDate('at'), known: getDate('known') };
  const read = useRead(showCoverage, {
    ...(dates.at === null ? {} : { at: dates.at }),
    ...(dates.known === null ? {} : { known: dates.known }),
    ...(districtId === null ? {} : { districtId }),
  });
  const districts = useOwnDistricts();
  const { data } = read;
  const norms = data?.norms.filter((norm) => norm.readingOf === null) ?? [];
  return (
    <>
      <PageHead
        title={say('title')}
        lead={data && !read.isError ? <Lead data={data} dates={dates} /> : undefined}
        controls={<AreaField districts={districts.own} />}
      />
      {read.isError ? (
        <ErrorState title={say('failed')} code={read.error.code} onRetry={() => void read.refetch()}>
          {read.error.title}
        </ErrorState>
      ) : data === undefined ? (
        <LoadingBlock lines={8} />
      ) : (
        <>
          <Section title={say('perNorm', { unit: unitName(data.of) })}>
            <Blocks
              // another unit has other trends: none of the old ones stays on the screen
              key={`${data.of.id} ${data.at}`}
              data={data}
              dates={dates}
              hasNormsPage={me.pages.includes('norms')}
            />
          </Section>
          <Readings readings={data.norms.filter((norm) => norm.readingOf !== null)} data={data} />
          <PartsTable
            data={data}
            norms={norms.filter((norm) => norm.weight === 'must')}
            dates={dates}
            isWhole={districts.isWhole}
          />
          <Cohorts data={data} />
        </>
      )}
    </>
  );
}

type Dates = { readonly at: string | null; readonly known: string | null };

function Blocks(props: { readonly data: Coverage; readonly dates: Dates; readonly hasNormsPage: boolean }) {
  const { data, dates } = props;
  const [turn, setTurn] = useState(0);
  const next = useCallback((index: number) => setTurn((now) => Math.max(now, index + 1)), []);
  const norms = data.norms.filter((norm) => norm.readingOf === null);
  return (
    <>
      {norms.map((norm, index) => (
        <InTurn key={norm.id} index={index} next={next}>
          {(onTrend) => (
            <NormBlock
              norm={norm}
              data={data}
              dates={dates}
              fetchesTrend={index <= turn}
              onTrend={onTrend}
              normHref={props.hasNormsPage ? `/norms#${norm.id}` : undefined}
            />
          )}
        </InTurn>
      ))}
      <InclusionBlock data={data} dates={dates} />
    </>
  );
}

function InTurn(props: {
  readonly index: number;
  readonly next: (index: number) => void;
  readonly children: (onTrend: () => void) => React.ReactNode;
}) {
  const { index, next } = props;
  return props.children(useCallback(() => next(index), [index, next]));
}

/** The sentence of what stands out; a number that can be listed opens its list. */
function Lead(props: { readonly data: Coverage; readonly dates: Dates }) {
  const { say, show, locale } = useCoverageWords();
  const { data, dates } = props;
  const { standsOut, of } = data;
  const { number } = useShownNumbers();
  if (of.closure.population === 0) return <p>{say('leadEmpty')}</p>;
  if (standsOut === null) return <p>{say('leadNone', { population: number(of.closure.population) })}</p>;
  const { notInView, population, overdue, notEnrolled, worst } = standsOut;
  const rateOf = (part: number, whole: number) => {
    const one = computeOneIn(part, whole, locale);
    return one === null ? null : say(one.how === 'even' ? 'oneIn' : `oneIn.${one.how}`, { n: one.n });
  };
  const worstRate = worst === null ? null : rateOf(worst.notInView, worst.population);
  const isCounted = isShown(notInView) && isShown(population);
  const wholeRate = isCounted ? rateOf(notInView, population) : null;
  return (
    <p>
      {isCounted
        ? show('lead', {
            count: (
              <TextLink key="count" href={benefitsHref({ figure: 'closure', part: 'missing', unit: of, ...dates })}>
                {number(notInView)}
              </TextLink>
            ),
            population: number(population),
            overdue: number(overdue),
            notEnrolled: number(notEnrolled),
          })
        : standsOut.sentence[locale]}{' '}
      {worst === null || !isCounted
        ? null
        : say(worstRate === null || wholeRate === null ? 'leadWorst' : 'leadWorstRate', {
            name: worst.name,
            count: number(worst.notInView),
            population: number(worst.population),
            rate: worstRate ?? '',
            whole: say(of.level === 'nation' ? 'whole.nation' : 'whole.district'),
            wholeRate: wholeRate ?? '',
          })}
    </p>
  );
}

function AreaField(props: { readonly districts: readonly { readonly id: string; readonly name: string }[] }) {
  const { say } = useCoverageWords();
  const { get, set } = useUrlState();
  const me = useMe();
  const asked = readDistrict(get('district'), me) ?? nation;
  const [chosen, setChosen] = useState<string | null>(null);
  if (props.districts.length === 0) return null;
  return (
    <FiltersBar
      label={say('filters')}
      onApply={() => {
        const unit = chosen ?? asked;
        set({ district: unit === nation && me.reach !== 'district' ? null : unit, open: null });
        setChosen(null);
      }}
    >
      <SelectField
        label={say('area')}
        name="district"
        value={chosen ?? asked}
        onChange={setChosen}
        options={[
          { value: nation, word: say('nation') },
          ...props.districts.map((district) => ({ value: district.id, word: district.name })),
        ]}
      />
    </FiltersBar>
  );
}

/** Districts of which every office is within reach: only their figures may be asked. */
function useOwnDistricts() {
  const me = useMe();
  const units = useRead(listUnits, {});
  const all = units.data?.districts ?? [];
  const own = all.filter((district) => {
    const mine = me.districts.find((each) => each.id === district.id);
    return me.reach === 'nation' || (mine !== undefined && mine.offices.length === district.offices.length);
  });
  return { own, isWhole: me.reach === 'nation' || (all.length > 0 && own.length === all.length) };
}
