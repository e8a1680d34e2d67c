import { useRead } from '../../../../platform/web/query.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { ActionLink } from '../../../../ui/actions/action-link.tsx';
import { TabLinks } from '../../../../ui/actions/tab-links.tsx';
import { SmallClosureBar } from '../../../../ui/charts/closure-bar.tsx';
import { Section } from '../../../../ui/frame/section.tsx';
import { EmptyState, ErrorState, LoadingBlock } from '../../../../ui/notices/states.tsx';
import { useShownNumbers } from '../../../../ui/shown-number.ts';
import { NumberLink } from '../../../../ui/tables/cell.tsx';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { type NormShown, showCoverage, type UnitFigures } from '../../index.ts';
import type { Coverage } from './answer.ts';
import { benefitsHref } from './list-link.ts';
import { countsOf } from './norm-value.ts';
import { computeNotInView, segmentsOf } from './segments.ts';
import { useUnitName } from './unit-name.ts';
import { useCoverageWords } from './words.ts';

type Dates = { readonly at: string | null; readonly known: string | null };

/** The districts of the nation, or the offices of a district, for one must norm; what is missing most on top. */
export function PartsTable(props: {
  readonly data: Coverage;
  readonly norms: readonly NormShown[];
  readonly dates: Dates;
  /** Whether every district of the nation is within reach. */
  readonly isWhole: boolean;
}) {
  const { say, locale } = useCoverageWords();
  const { get, set, href } = useUrlState();
  const unitName = useUnitName();
  const me = useMe();
  const { data, norms, dates } = props;
  const norm = norms.find((each) => each.id === get('norm')) ?? norms[0];
  const ofNation = data.of.level === 'nation';
  const openId = ofNation ? get('open') : null;
  const asked = {
    ...(dates.at === null ? {} : { at: dates.at }),
    ...(dates.known === null ? {} : { known: dates.known }),
  };
  const opened = useRead(showCoverage, openId === null ? null : { ...asked, districtId: openId });
  const offices = opened.data?.parts;
  const { number } = useShownNumbers();
  if (norm === undefined) return null;
  const numbers = (unit: UnitFigures) => {
    const figure = unit.norms[norm.id];
    return figure === undefined ? { late: 0, notEnrolled: 0, all: 0 } : computeNotInView(figure.states);
  };
  const sorted = (units: readonly UnitFigures[]) => units.toSorted((a, b) => numbers(b).all - numbers(a).all);
  const shown = sorted(data.parts);
  const scale = Math.max(1, ...data.parts.map((unit) => unit.norms[norm.id]?.population ?? 0));
  const list = (unit: UnitFigures, part: string) => benefitsHref({ figure: norm.id, part, unit, ...dates });
  const linked = (unit: UnitFigures, of: { readonly count: number; readonly part: string; readonly label: string }) =>
    of.count === 0 ? (
      '0'
    ) : (
      <NumberLink href={list(unit, of.part)} label={of.label}>
        {number(of.count)}
      </NumberLink>
    );
  const title = ofNation ? say('perDistrict') : say('perOffice', { unit: unitName(data.of) });
  if (shown.length === 0) {
    return (
      <Section title={title}>
        <EmptyState
          title={say('noParts')}
          actions={
            me.reach === 'office' && me.unit ? (
              <ActionLink
                href={benefitsHref({
                  figure: 'closure',
                  part: 'missing',
                  unit: { level: 'office', id: me.unit.id },
                  ...dates,
                })}
              >
                {say('ownOffice', { name: me.unit.name })}
              </ActionLink>
            ) : undefined
          }
        >
          {say('noPartsText', { unit: unitName(data.of) })}
        </EmptyState>
      </Section>
    );
  }
  const wholeFigure = data.of.norms[norm.id];
  const whole = wholeFigure === undefined ? { late: 0, notEnrolled: 0, all: 0 } : computeNotInView(wholeFigure.states);
  return (
    <Section
      id="parts"
      title={title}
      lead={`${say(ofNation ? 'perDistrictLead' : 'perOfficeLead')}${ofNation && !props.isWhole ? ` ${say('outsideReach')}` : ''}`}
    >
      <TabLinks
        label={say('normTabs')}
        tabs={norms.map((each) => {
          const states = data.of.norms[each.id]?.states;
          return {
            word: shortName(each, say),
            href: href({ norm: each.id }),
            current: each.id === norm.id,
            ...(states === undefined ? {} : { count: number(computeNotInView(states).all) }),
          };
        })}
      />
      <DataTable
        caption={say('tableCaption', { norm: norm.title[locale] })}
        captionHidden
        narrow="lines"
        align="middle"
        rows={shown}
        rowKey={(unit) => `${unit.level}-${unit.id}`}
        opening={
          ofNation
            ? {
                open: new Set(openId === null ? [] : [`district-${openId}`]),
                onToggle: (key) => {
                  const id = key.slice('district-'.length);
                  set({ open: openId === id ? null : id });
                },
                innerRows: () => (offices === undefined ? [] : sorted(offices)),
                detail: () =>
                  opened.isError ? (
                    <ErrorState
                      title={say('officesFailed')}
                      code={opened.error.code}
                      onRetry={() => void opened.refetch()}
                    >
                      {opened.error.title}
                    </ErrorState>
                  ) : offices === undefined ? (
                    <LoadingBlock lines={2} />
                  ) : undefined,
              }
            : undefined
        }
        totals={{
          name: unitName(data.of),
          late: number(whole.late),
          notEnrolled: number(whole.notEnrolled),
          notInView: number(whole.all),
          population: number(wholeFigure?.population ?? 0),
        }}
        columns={[
          { id: 'name', head: ofNation ? say('district') : say('office'), width: '26%', cell: (unit) => unit.name },
          {
            id: 'bar',
            head: say('standing'),
            width: '38%',
            narrow: 'wide',
            cell: (unit) => {
              const states = unit.norms[norm.id]?.states;
              return states === undefined ? null : (
                <SmallClosureBar
                  segments={segmentsOf(states, { locale, hrefOf: (state) => list(unit, state) })}
                  scale={scale}
                />
              );
            },
          },
          {
            id: 'late',
            head: say('late'),
            numeric: true,
            cell: (unit) => {
              const { late: count } = numbers(unit);
              return linked(unit, {
                count,
                part: 'late',
                label: say('lateIn', { name: unit.name, count: number(count) }),
              });
            },
          },
          {
            id: 'notEnrolled',
            head: say('notEnrolled'),
            numeric: true,
            cell: (unit) => {
              const { notEnrolled: count } = numbers(unit);
              const label = say('notEnrolledIn', { name: unit.name, count: number(count) });
              return linked(unit, { count, part: 'not_enrolled', label });
            },
          },
          {
            id: 'notInView',
            head: say('notInView'),
            numeric: true,
            cell: (unit) => <b>{number(numbers(unit).all)}</b>,
          },
          {
            id: 'population',
            head: say('population'),
            numeric: true,
            className: 'ui-quiet',
            cell: (unit) => number(unit.norms[norm.id]?.population ?? 0),
          },
        ]}
      />
    </Section>
  );
}

function shortName(norm: NormShown, say: ReturnType<typeof useCoverageWords>['say']): string {
  const scheme = norm.scheme as 'WW' | 'WIA_WGA' | 'WIA_IVA' | 'WAJONG';
  return say(`short.${countsOf(norm)}`, { scheme: say(`scheme.${scheme}`) });
}
