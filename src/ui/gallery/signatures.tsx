import { BarList } from '../charts/bar-list.tsx';
import { Bridge } from '../charts/bridge.tsx';
import { CohortLines } from '../charts/cohort-lines.tsx';
import { Timeline } from '../charts/timeline.tsx';
import { formatNumber, formatPercent } from '../format.ts';
import { Section } from '../frame/section.tsx';
import { isShown } from '../shown-number.ts';

const decimals = (value: number) => formatNumber(value, 'nl', { decimals: 2 });

/** Bridge, cohort lines, bars and timeline, with invented values. */
export function Signatures() {
  return (
    <>
      <Section title="Van 5,3 naar 5,1 uur per klant" lead="Meer klanten met dezelfde uren zou 4,74 uur geven.">
        <Bridge
          title="Van 5,3 naar 5,1 uur per klant"
          description="5,30 uur bij de begrote instroom; 0,56 eraf; 0,36 erbij; 5,10 uur bij de verhoogde instroom."
          format={decimals}
          formatChange={(value) => formatNumber(value, 'nl', { decimals: 2, signed: true })}
          band={{ from: 5, to: 5.5, word: 'afgesproken 5,0–5,5' }}
          steps={[
            { id: 'before', word: '5,3 uur bij 254.200 klanten', kind: 'total', value: 5.3 },
            { id: 'more', word: 'dezelfde uren voor meer klanten', kind: 'change', value: -0.56 },
            { id: 'extra', word: 'uren die de extra klanten zelf krijgen', kind: 'change', value: 0.36 },
            { id: 'after', word: '5,1 uur bij 284.050 klanten', kind: 'total', value: 5.1 },
          ]}
        />
      </Section>
      <Section
        title="Per instroomkwartaal, WIA"
        lead="Wie in het eerste kwartaal van 2019 instroomde, had in 71% van de gevallen binnen 3 maanden een eerste gesprek."
      >
        <CohortLines
          title="WIA-klanten met een eerste gesprek, per instroomkwartaal"
          description="Na 3 maanden had 38% van de instroom uit het eerste kwartaal van 2018 een eerste gesprek; van 2019 is dat 71%."
          axisWord="maanden na instroom"
          cohortWord="Instroom"
          periods={12}
          moment={{ at: 3, word: 'termijn eerste gesprek' }}
          format={(share) => formatPercent(share, 'nl')}
          lines={[
            cohort('2018 kw 1', [0, 0.09, 0.21, 0.38, 0.5, 0.59, 0.66, 0.71, 0.75, 0.78, 0.8, 0.82, 0.84]),
            cohort('2018 kw 2', [0, 0.11, 0.26, 0.45, 0.57, 0.66, 0.72, 0.77, 0.8, 0.83, 0.85, 0.86, 0.88]),
            cohort('2018 kw 3', [0, 0.14, 0.33, 0.54, 0.66, 0.74, 0.79, 0.83, 0.86, 0.88, 0.89, 0.9]),
            cohort('2018 kw 4', [0, 0.18, 0.4, 0.63, 0.74, 0.81, 0.85, 0.88, 0.9]),
            { ...cohort('2019 kw 1', [0, 0.22, 0.47, 0.71, 0.81, 0.86]), strong: true },
            { ...cohort('2019 kw 2', [0, 0.27, 0.55]), strong: true },
          ]}
        />
      </Section>
      <Section title="Hoeveel dagen later" lead="Bijna de helft wordt op de dag zelf vastgelegd.">
        <BarList
          title="Contacten naar het aantal dagen tot vastleggen"
          description="4.871 op dezelfde dag, 2.136 na 1 dag, 227 na meer dan 30 dagen."
          format={(value) => (isShown(value) ? formatNumber(value, 'nl') : 'te klein om te tonen')}
          divideAfter="1"
          bars={[
            { id: '0', word: 'zelfde dag', value: 4871, colour: 'petrol' },
            { id: '1', word: '1 dag', value: 2136, colour: 'petrol' },
            { id: '31', word: 'meer dan 30 dagen', value: 227, colour: 'amber' },
          ]}
          meanings={[
            { colour: 'petrol', word: 'op tijd: 7.007' },
            { colour: 'amber', word: 'te laat vastgelegd: 227' },
          ]}
        />
      </Section>
      <Section title="Tijdlijn">
        <Timeline
          title="Tijdlijn van Berhane Tewelde"
          description="Uitkering sinds 15 mei 2017, opgenomen met een onderbreking begin 2018. Laatste gesprek op 14 maart 2018."
          today="2019-09-15"
          lanes={[
            { id: 'benefit', word: 'Uitkering', bars: [bar('2017-05-15', undefined, 'WIA-WGA, publiek verzekerd')] },
            {
              id: 'service',
              word: 'Dienstverlening',
              bars: [
                bar('2017-05-29', '2017-12-01', 'opgenomen'),
                { ...bar('2017-12-01', '2018-03-01', 'zag af'), look: 'quiet' },
                bar('2018-03-01', undefined, 'opgenomen'),
              ],
            },
            {
              id: 'adviser',
              word: 'Adviseur',
              bars: [
                { ...bar('2017-05-29', '2019-06-03', 'Pien Claessens'), look: 'outlined' },
                { ...bar('2019-06-03', undefined, 'Imke Daniëls'), look: 'outlined' },
              ],
            },
            { id: 'work', word: 'Werk', bars: [bar('2018-11-05', '2019-04-01', '16 uur, magazijn')] },
          ]}
          marks={{
            word: 'Contacten',
            items: [
              { id: '1', on: '2017-06-12', look: 'full', word: '60 min' },
              { id: '2', on: '2017-10-04', look: 'full', word: '30 min' },
              { id: '3', on: '2018-03-14', look: 'full', word: '45 min' },
              { id: '4', on: '2018-09-19', look: 'cross' },
              { id: '5', on: '2018-12-03', look: 'tinted', word: '120 min' },
              { id: '6', on: '2019-01-22', look: 'struck', word: '30 min, gecorrigeerd', joinedTo: '7' },
              { id: '7', on: '2019-01-22', look: 'cross' },
              { id: '8', on: '2019-04-11', look: 'cross' },
            ],
          }}
          due={{
            word: 'Uiterlijk',
            items: [
              { id: '1', on: '2019-03-14', word: 'gesprek', look: 'passed' },
              { id: '2', on: '2019-06-03', word: 'contact (advies)', look: 'passed' },
              { id: '3', on: '2019-11-01', word: 'profiel', look: 'ahead' },
              { id: '4', on: '2019-12-31', word: '1 gesprek in 2019', look: 'ahead' },
            ],
          }}
          keys={[
            { look: 'full', word: 'gesprek' },
            { look: 'tinted', word: 'ander contact' },
            { look: 'cross', word: 'poging, telt niet' },
            { look: 'struck', word: 'gecorrigeerd, verbonden met de nieuwe regel' },
            { look: 'passed', word: 'uiterste datum voorbij' },
            { look: 'ahead', word: 'komt nog' },
          ]}
          rows={[
            { id: '1', on: '2017-05-15', lane: 'Uitkering', what: 'WIA-WGA begint' },
            {
              id: '2',
              on: '2019-01-22',
              lane: 'Contact',
              what: (
                <>
                  <s>voortgang per telefoon, 30 minuten</s>, gecorrigeerd op 4 februari 2019
                </>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}

function cohort(word: string, shares: readonly number[]) {
  return { id: word, word, shares };
}

function bar(from: string, to: string | undefined, word: string) {
  return { id: from, from, to, word, look: 'filled' as const };
}
