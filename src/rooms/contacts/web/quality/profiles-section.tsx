import { HowCounted } from '../../../../ui/actions/disclosure.tsx';
import { SmallClosureBar } from '../../../../ui/charts/closure-bar.tsx';
import { capitalised } from '../../../../ui/format.ts';
import { Section } from '../../../../ui/frame/section.tsx';
import { Legend } from '../../../../ui/marks/legend.tsx';
import type { Fill, Look } from '../../../../ui/marks/look.ts';
import { TextLink } from '../../../../ui/navigation.tsx';
import { isShown, useShownNumbers } from '../../../../ui/shown-number.ts';
import { NotApplicable, NumberLink, Withheld } from '../../../../ui/tables/cell.tsx';
import type { Column } from '../../../../ui/tables/column.ts';
import { CsvButton } from '../../../../ui/tables/csv-download.tsx';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { asOfText, shareText } from './quality-text.ts';
import { countEnrolled, type Dates, profilesOf, type Quality, type QualityUnit, qualityHref } from './quality-unit.ts';
import { useQualityWords } from './words.ts';

/** What is missing first, as in every bar of states. */
const parts = ['none', 'expired', 'valid'] as const;
type Part = (typeof parts)[number];

const looks: Readonly<Record<Part, Look & { readonly fill: Fill }>> = {
  none: { shape: 'square-dashed', colour: 'slate', fill: 'dashed' },
  expired: { shape: 'diamond', colour: 'amber', fill: 'solid' },
  valid: { shape: 'circle', colour: 'moss', fill: 'tinted' },
};

type Line = QualityUnit['profiles'][number];
const enrolledOf = (line: Line) => countEnrolled(line);
const sizeOf = (line: Line) => {
  const enrolled = enrolledOf(line);
  return isShown(enrolled) ? enrolled : 0;
};

/** Profiles of those enrolled per scheme: none, expired, valid; and who has none four weeks after inflow into WW. */
export function ProfilesSection(props: { readonly data: Quality; readonly unit: QualityUnit; readonly dates: Dates }) {
  const words = useQualityWords();
  const { say, show } = words;
  const { label } = useSchemeWords();
  const { data, unit, dates } = props;
  const lines = unit.profiles.filter((line) => enrolledOf(line) !== 0).toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const { number } = useShownNumbers();
  if (lines.length === 0) return null;
  const { unprofiled } = profilesOf(unit, 'WW');
  const count = (part: Part): Column<Line> => ({
    id: part,
    head: capitalised(say(`profile.${part}`)),
    numeric: true,
    cell: (line) =>
      line[part] === 0 ? (
        '0'
      ) : !isShown(line[part]) ? (
        <Withheld />
      ) : (
        <NumberLink
          href={qualityHref(unit, { profiles: part, schemes: line.scheme, dates })}
          label={say('listOf', {
            list: say(`profile.${part}`),
            count: number(line[part]),
            name: label(line.scheme),
          })}
        >
          {number(line[part])}
        </NumberLink>
      ),
  });
  return (
    <Section
      title={say('profiles')}
      lead={
        !isShown(unprofiled)
          ? undefined
          : show('profilesLead', {
              count: unprofiled,
              unprofiled:
                unprofiled === 0 ? (
                  number(unprofiled)
                ) : (
                  <TextLink key="unprofiled" href={qualityHref(unit, { profiles: 'unprofiled', schemes: 'WW', dates })}>
                    {number(unprofiled)}
                  </TextLink>
                ),
            })
      }
    >
      <DataTable
        caption={say('profilesCaption')}
        captionHidden
        narrow="lines"
        align="middle"
        rows={lines}
        rowKey={(line) => line.scheme}
        columns={[
          { id: 'scheme', head: say('scheme'), cell: (line) => label(line.scheme) },
          {
            id: 'bar',
            head: (
              <Legend
                signs={parts.map((part) => ({
                  word: say(`profile.${part}`),
                  shape: looks[part].shape,
                  colour: looks[part].colour,
                }))}
              />
            ),
            width: '36%',
            narrow: 'wide',
            label: '',
            // shares are compared here, not people: each bar is as long as the others
            cell: (line) => (
              <SmallClosureBar
                scale={sizeOf(line)}
                segments={parts.map((part) => ({
                  id: part,
                  word: say(`profile.${part}`),
                  value: line[part],
                  group: part,
                  ...looks[part],
                }))}
              />
            ),
          },
          count('none'),
          count('expired'),
          count('valid'),
          {
            id: 'share',
            head: say('shareValid'),
            numeric: true,
            notApplicable: (line) => enrolledOf(line) === 0,
            cell: (line) => (enrolledOf(line) === 0 ? <NotApplicable /> : <Share line={line} />),
          },
          {
            id: 'enrolled',
            head: say('enrolled'),
            numeric: true,
            className: 'ui-quiet',
            cell: (line) => number(enrolledOf(line)),
          },
        ]}
      />
      <HowCounted
        about={say('profiles')}
        counted={{
          definition: say('validProfile.definition'),
          numerator: say('profile.numerator'),
          denominator: say('profile.denominator'),
          norm: say('noNorm'),
          asOf: asOfText(data, words),
          more: [{ term: capitalised(say('profile.unprofiled')), detail: say('unprofiled.definition') }],
        }}
      />
      <p className="ui-foot">
        <CsvButton
          fileName="client-profiles.csv"
          rows={() => [
            [say('scheme'), ...parts.map((part) => capitalised(say(`profile.${part}`))), say('enrolled')],
            ...lines.map((line) => [
              label(line.scheme),
              ...[...parts.map((part) => line[part]), enrolledOf(line)].map((value) =>
                isShown(value) ? value : say('tooSmall'),
              ),
            ]),
          ]}
        />
      </p>
    </Section>
  );
}

function Share({ line }: { readonly line: Line }) {
  const words = useQualityWords();
  const [part, whole] = [line.valid, enrolledOf(line)];
  return isShown(part) && isShown(whole) ? <b>{shareText({ part, whole }, words)}</b> : <Withheld />;
}
