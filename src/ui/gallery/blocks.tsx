import { useState } from 'react';
import { ActionButton } from '../actions/action-button.tsx';
import { ActionLink, Actions } from '../actions/action-link.tsx';
import { TabLinks } from '../actions/tab-links.tsx';
import { Swatch } from '../charts/closure-bar.tsx';
import { CheckboxField, SelectField } from '../forms/choice-field.tsx';
import { Form } from '../forms/form.tsx';
import { TextField } from '../forms/text-field.tsx';
import { NumberField } from '../forms/typed-field.tsx';
import { PageHead } from '../frame/page-head.tsx';
import { Card, Cards, Facts } from '../frame/section.tsx';
import { FiltersBar } from '../lists/filters-bar.tsx';
import { DueList } from '../lists/reason-line.tsx';
import { StateMark } from '../marks/state-mark.tsx';
import { TextLink } from '../navigation.tsx';
import { Notice, SavedLine } from '../notices/notice.tsx';
import { EmptyState, ErrorState, LoadingBlock, LoadingSentence } from '../notices/states.tsx';
import { DataTable } from '../tables/data-table.tsx';
import { fills, meanings, type SignId, signs } from './signs.ts';
import { Spec } from './spec.tsx';
import { ChangedTable, OfficesTable, PickTable } from './tables.tsx';

/** Everything that is not a chart or a work list. */
export function Blocks() {
  return (
    <>
      <PageHead
        title="Bouwstenen en hun standen"
        lead={
          <p>
            <TextLink href="#stand">Zo</TextLink> ziet elk onderdeel eruit als er niets is, als er iets misgaat en als
            er iets te doen is.
          </p>
        }
        reasons="De woorden, vormen en kleuren van een stand komen als gegevens binnen."
        basis={[
          <>
            Stand op <b>15 september 2019</b>, zoals bekend op dezelfde dag
          </>,
          <TextLink key="changed" href="#veranderd">
            Wat is er veranderd?
          </TextLink>,
        ]}
        controls={<Filters />}
      />
      <div className="gallery-specs">
        <Spec title="Standen: woord, vorm en kleur" wide>
          <DataTable
            caption="De tien standen"
            captionHidden
            narrow="lines"
            align="middle"
            rows={Object.keys(signs) as SignId[]}
            rowKey={(id) => id}
            columns={[
              { id: 'state', head: 'Stand', cell: (id) => <StateMark sign={signs[id]} /> },
              { id: 'bar', head: 'In de staaf', cell: (id) => <Swatch colour={signs[id].colour} fill={fills[id]} /> },
              { id: 'meaning', head: 'Betekenis', narrow: 'wide', cell: (id) => meanings[id] },
            ]}
          />
        </Spec>
        <Spec title="Lege lijst" note="Zegt waarom de lijst leeg is en wat de volgende stap is.">
          <EmptyState title="Niemand is te laat." actions={<ActionLink href="#12">Bekijk Binnen 4 weken</ActionLink>}>
            Binnen 4 weken zijn 12 klanten aan de beurt.
          </EmptyState>
        </Spec>
        <Spec title="Laden" note="De kop en de kolommen staan er meteen. Na 2 seconden volgt de zin.">
          <DataTable
            caption="Werklijst, wordt opgehaald"
            captionHidden
            loadingRows={3}
            rowKey={(row: string) => row}
            columns={[
              { id: 'client', head: 'Klant', cell: (row) => row },
              { id: 'why', head: 'Waarom nu', cell: (row) => row },
            ]}
          />
          <LoadingSentence>De lijst wordt opgehaald.</LoadingSentence>
          <LoadingBlock lines={2} />
        </Spec>
        <Spec title="Fout" note="Zegt wat er gebeurde, waarom, en wat te doen. De code staat erbij.">
          <ErrorState title="Niet opgehaald" code="register-niet-bereikbaar" onRetry={() => undefined}>
            De lijst is niet opgehaald: het register antwoordde niet. Probeer het opnieuw; lukt het na een paar minuten
            niet, meld dan de code.
          </ErrorState>
        </Spec>
        <Spec title="Na het opslaan" note="De regel blijft tot de volgende handeling, met de weg terug.">
          <SavedLine onUndo={() => undefined}>Gesprek met Berhane Tewelde vastgelegd. Te laat: 7 wordt 6.</SavedLine>
        </Spec>
        <Spec title="Fouten in een formulier" note="Bij het veld, met de oplossing. Alle fouten komen tegelijk.">
          <ErrorForm />
        </Spec>
        <Spec title="Waarschuwing en mededeling">
          <Notice
            kind="warning"
            title="Mogelijk dubbel"
            actions={
              <>
                <ActionLink href="#dat" slim>
                  Open dat gesprek
                </ActionLink>
                <ActionButton slim>Toch vastleggen</ActionButton>
              </>
            }
          >
            Op 13 september 2019 om 10.00 uur staat al een voortgangsgesprek met Berhane Tewelde, 30 minuten.
          </Notice>
          <Notice kind="info">
            Stand op <b>31 augustus 2019</b>, zoals bekend op <b>2 september 2019</b>.{' '}
            <TextLink href="#nu">Naar wat nu bekend is</TextLink>
          </Notice>
        </Spec>
        <Spec title="Knoppen" note="Wat nu niet kan, blijft bereikbaar; de reden staat ernaast.">
          <Actions>
            <ActionButton kind="first">Vastleggen</ActionButton>
            <ActionButton>Annuleren</ActionButton>
            <ActionButton slim>Kies</ActionButton>
            <ActionButton kind="plain">Ongedaan maken</ActionButton>
            <ActionButton busy>Bezig</ActionButton>
          </Actions>
          <Actions>
            <ActionButton unavailable="Overdragen kan pas als het gesprek van 12 september 2019 is vastgelegd.">
              Overdragen
            </ActionButton>
          </Actions>
        </Spec>
        <Spec title="Te klein om te tonen" note="Geen aantal van 1 tot en met 9, en het lijkt nooit op nul.">
          <OfficesTable />
        </Spec>
        <Spec title="Tabs en wat nu moet" wide>
          <TabLinks
            label="Norm"
            tabs={[
              { word: 'WIA-gesprek', count: '80', href: '#wia', current: true },
              { word: 'Wajong-contact', count: '74', href: '#wajong' },
              { word: 'WW-gesprek', count: '406', href: '#ww' },
            ]}
          />
          <DueList
            items={[
              {
                id: '1',
                sign: signs.overdue,
                reason: 'Gesprek: 12 maanden na het laatste gesprek, uiterlijk 14 maart 2019, 26 weken te laat.',
                link: <TextLink href="#norm">WIA-gesprek, versie 1</TextLink>,
              },
              { id: '2', sign: { ...signs.inView, word: 'geldig' }, reason: 'Profiel: geldig tot 1 november 2019.' },
            ]}
          />
          <Cards>
            <Card title="Uitkering">
              <Facts
                facts={[
                  { term: 'Regeling', detail: 'WIA-WGA, publiek verzekerd' },
                  { term: 'Begin', detail: '15 mei 2017' },
                ]}
              />
            </Card>
            <Card title="Dienstverlening">
              <Facts facts={[{ term: 'Opgenomen', detail: 'sinds 1 maart 2018' }]} />
            </Card>
          </Cards>
        </Spec>
        <Spec title="Lijst achter een getal" wide>
          <PickTable />
        </Spec>
        <Spec title="Groepen, sommen en wat opent" wide>
          <ChangedTable />
        </Spec>
      </div>
    </>
  );
}

function Filters() {
  const [area, setArea] = useState('nl');
  const [name, setName] = useState('');
  return (
    <FiltersBar label="Filters" onApply={() => undefined} clearHref="#wis">
      <SelectField
        label="Gebied"
        name="area"
        value={area}
        onChange={setArea}
        options={[
          { value: 'nl', word: 'Nederland' },
          { value: 'lb', word: 'Limburg' },
          { value: 'gld', word: 'Overijssel en Gelderland-Noord' },
        ]}
      />
      <TextField label="Naam" name="name" value={name} onChange={setName} />
    </FiltersBar>
  );
}

function ErrorForm() {
  const [minutes, setMinutes] = useState('');
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(0);
  const text = 'Vul de duur in, van 1 tot 480 minuten.';
  return (
    <Form
      key={tried}
      submitWord="Vastleggen"
      onSubmit={() => setTried(tried + 1)}
      errors={tried > 0 ? [{ field: 'error-minutes', text }] : []}
    >
      <NumberField label="Minuten" name="error-minutes" value={minutes} onChange={setMinutes} error={text} short />
      <CheckboxField label="Ook voor de Wajong" name="error-also" checked={sure} onChange={setSure} />
    </Form>
  );
}
