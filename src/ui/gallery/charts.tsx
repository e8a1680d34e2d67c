import { BarBlock } from '../charts/bar-block.tsx';
import { ClosureBar, SmallClosureBar } from '../charts/closure-bar.tsx';
import { Figure, Figures } from '../charts/figure.tsx';
import { ValueBar } from '../charts/value-bar.tsx';
import { formatMonth, formatPercent } from '../format.ts';
import { PageHead } from '../frame/page-head.tsx';
import { Section } from '../frame/section.tsx';
import { TextLink } from '../navigation.tsx';
import { DataTable } from '../tables/data-table.tsx';
import { Signatures } from './signatures.tsx';
import { groups, segmentsOf, signs } from './signs.ts';

const shares = [0.821, 0.83, 0.842, 0.851, 0.86, 0.869, 0.874, 0.883, 0.889, 0.892, 0.896, 0.901, 0.904];
const points = shares.map((value, index) => ({
  value,
  label:
    index === 12
      ? '15 september 2019'
      : formatMonth(`${index < 4 ? 2018 : 2019}-${String(((index + 8) % 12) + 1).padStart(2, '0')}`, 'nl'),
}));
const trend = { points, target: 0.9, format: (value: number) => formatPercent(value, 'nl', { decimals: 1 }) };

const wia = segmentsOf({
  overdue: 41,
  overduePlanned: 12,
  notEnrolled: 27,
  due: 58,
  duePlanned: 39,
  inView: 1276,
  declined: 19,
  unreachable: 14,
});

const districts = [
  { name: 'Limburg', segments: segmentsOf({ overdue: 13, notEnrolled: 4, due: 6, inView: 66, declined: 5 }) },
  { name: 'Haaglanden en Rijnmond', segments: segmentsOf({ overdue: 7, notEnrolled: 4, duePlanned: 9, inView: 201 }) },
];

const counted = {
  definition: 'Klanten met minstens één gesprek in de laatste 12 maanden. Een poging telt niet.',
  numerator: '1.344 klanten',
  denominator: '1.486 klanten',
  norm: '90%, versie 1',
  asOf: '15 september 2019, bekend op dezelfde dag',
};

/** The signatures: bars, figures, lines. */
export function Charts() {
  return (
    <>
      <PageHead
        title="Grafieken"
        lead={
          <p>
            <TextLink href="#80">80</TextLink> van de 1.486 uitkeringen zijn niet in beeld.
          </p>
        }
      />
      <Section title="Per norm">
        <BarBlock
          title="WIA: minimaal 1 gesprek per jaar"
          note="afspraak 8a"
          says="53 van 1.486 zijn te laat, 21 langer dan een maand; de meeste in Limburg (13)."
          bar={<ClosureBar segments={wia} groups={groups} unit="uitkeringen" />}
          figure={
            <Figure
              name="Laatste 12 maanden gesproken"
              value="90,4"
              unit="%"
              href="#lijst"
              verdict={{ ...signs.met, word: 'boven de norm van 90%' }}
              facts={[
                { term: 'Dit jaar tot nu', detail: '75,8%, 1.127 van 1.486' },
                { term: 'Nog te spreken dit jaar', detail: <TextLink href="#359">359</TextLink> },
              ]}
              trend={trend}
              counted={counted}
              countedOpen
            />
          }
        />
        <BarBlock
          title="Wajong: minimaal 1 keer per jaar contact"
          says="0 uitkeringen."
          bar={
            <ClosureBar
              segments={segmentsOf({})}
              groups={groups}
              unit="uitkeringen"
              empty="Vestiging Gorinchem heeft geen Wajonguitkeringen met arbeidsvermogen."
            />
          }
        />
        <BarBlock
          title="Iedereen in beeld"
          says="De enige keer dat er geen gat is."
          bar={
            <ClosureBar
              segments={segmentsOf({ inView: 37, declined: 2 })}
              groups={groups}
              unit="uitkeringen"
              showZero={['overdue', 'notEnrolled']}
            />
          }
        />
      </Section>
      <Section title="Drie cijfers" titleHidden>
        <Figures>
          <Figure
            name="Op tijd vastgelegd"
            value="85,1"
            unit="%"
            trend={{ ...trend, target: undefined }}
            verdict={{ word: 'geen norm afgesproken', shape: 'circle-outlined', colour: 'slate' }}
          />
          <Figure
            name="Nog vast te leggen"
            value="89"
            href="#89"
            verdict={{ ...signs.due, word: 'dag voorbij, geen uitkomst' }}
          />
          <Figure
            name="Op tijd vastgelegd, WIA-IVA"
            value=""
            withheld
            facts={[{ term: 'Gevoerd', detail: '33 contacten' }]}
          />
        </Figures>
      </Section>
      <Section title="Per district" lead="De lengte van de staaf is het aantal uitkeringen.">
        <DataTable
          caption="Stand per district"
          captionHidden
          narrow="lines"
          align="middle"
          rows={districts}
          rowKey={(row) => row.name}
          columns={[
            { id: 'name', head: 'District', cell: (row) => <TextLink href={`#${row.name}`}>{row.name}</TextLink> },
            {
              id: 'bar',
              head: 'Stand van alle uitkeringen',
              width: '40%',
              narrow: 'wide',
              cell: (row) => <SmallClosureBar segments={row.segments} scale={221} />,
            },
            { id: 'late', head: 'Te laat', numeric: true, cell: (row) => row.segments[0]?.value },
            {
              id: 'value',
              head: 'Deel',
              width: '20%',
              narrow: 'hidden',
              cell: (row) => <ValueBar value={row.segments[0]?.value ?? 0} scale={13} colour="amber" />,
            },
          ]}
        />
      </Section>
      <Signatures />
    </>
  );
}
