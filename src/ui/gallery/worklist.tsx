import { useState } from 'react';
import { ActionButton } from '../actions/action-button.tsx';
import { ActionLink, Actions } from '../actions/action-link.tsx';
import { formatDate } from '../format.ts';
import { Beside, RadioField } from '../forms/choice-field.tsx';
import { Form } from '../forms/form.tsx';
import { TextAreaField } from '../forms/text-field.tsx';
import { DateField, NumberField, TimeField } from '../forms/typed-field.tsx';
import { Facts, Tag } from '../frame/section.tsx';
import { Counters } from '../lists/counters.tsx';
import { Desk } from '../lists/desk.tsx';
import { ReasonLine } from '../lists/reason-line.tsx';
import { SideSheet } from '../lists/side-sheet.tsx';
import { StateMark } from '../marks/state-mark.tsx';
import { TextLink } from '../navigation.tsx';
import { Notice, SavedLine } from '../notices/notice.tsx';
import { RowList } from '../tables/row-list.tsx';
import { signs } from './signs.ts';

const rows = [
  {
    id: 'K1',
    name: 'Berhane Tewelde',
    scheme: 'WIA-WGA',
    secret: true,
    reason: '12 maanden na het laatste gesprek op 14 maart 2018: uiterlijk 14 maart 2019, 26 weken te laat.',
    also: ['6 maanden na het laatste contact op 3 december 2018, uiterlijk 3 juni 2019 (advies).'],
    sign: signs.overdue,
    last: '2018-12-03',
    lastHow: 'workshop',
    planned: '',
  },
  {
    id: 'K2',
    name: 'Jurmain Martis',
    scheme: 'Wajong',
    secret: false,
    reason:
      'Contact binnen 3 maanden na het einde van werk op 31 maart 2019: uiterlijk 30 juni 2019, 11 weken te laat.',
    also: [],
    sign: signs.overdue,
    last: '2018-02-22',
    lastHow: 'telefoon',
    planned: '',
  },
  {
    id: 'K3',
    name: 'Corrie Stuifzand',
    scheme: 'WIA-WGA',
    secret: false,
    reason: '12 maanden na het laatste gesprek op 9 juli 2018: uiterlijk 9 juli 2019, 9 weken te laat.',
    also: [],
    sign: signs.overduePlanned,
    last: '2019-02-11',
    lastHow: 'workshop',
    planned: '2019-09-17',
  },
];

type Row = (typeof rows)[number];

/** The desk: counters, list, and a sheet that opens with R or with its link. */
export function Worklist(props: { readonly sheetOpen: boolean }) {
  const [open, setOpen] = useState<Row | undefined>(props.sheetOpen ? rows[0] : undefined);
  const [done, setDone] = useState<Row>();
  return (
    <Desk
      counters={
        <Counters
          title="Werklijst"
          counters={[
            { word: 'Te laat', count: '7', href: '#te-laat', current: true },
            { word: 'Binnen 4 weken', count: '12', href: '#binnen-4-weken' },
            { word: 'Zonder adviseur op mijn vestiging', count: '5', href: '#zonder-adviseur' },
          ]}
        />
      }
      list={
        <>
          <SavedLine onUndo={() => setDone(undefined)}>
            {done ? `Gesprek met ${done.name} vastgelegd. Te laat: 3 wordt 2.` : undefined}
          </SavedLine>
          <List rows={rows.filter((row) => row !== done)} onAct={setOpen} />
        </>
      }
      sheet={
        open ? (
          <Sheet
            row={open}
            onClose={() => setOpen(undefined)}
            onSave={() => {
              setDone(open);
              setOpen(undefined);
            }}
          />
        ) : undefined
      }
      glance={<Glance />}
    />
  );
}

function List(props: { readonly rows: readonly Row[]; readonly onAct: (row: Row) => void }) {
  return (
    <RowList
      caption="Te laat: 3 klanten, de vroegste verplichte datum eerst"
      captionHidden
      narrow="to-list"
      fixed
      align="top"
      rows={props.rows}
      rowKey={(row) => row.id}
      onAct={props.onAct}
      foot="Te laat telt de verplichte normen. Een advies staat er als ‘ook’ bij."
      columns={[
        {
          id: 'client',
          head: 'Klant',
          width: '9.75rem',
          className: 'ui-client',
          cell: (row) => (
            <>
              <TextLink className="ui-who" href={`#${row.id}`} data-row-focus="">
                {row.name}
              </TextLink>
              <span className="ui-sub">
                {row.scheme} {row.secret ? <Tag>Afgeschermd</Tag> : null}
              </span>
              <ActionButton kind="plain" label={`Gesprek vastleggen met ${row.name}`} onClick={() => props.onAct(row)}>
                <span className="ui-do">Vastleggen</span>
              </ActionButton>
            </>
          ),
        },
        {
          id: 'why',
          head: 'Waarom nu',
          narrow: 'wide',
          label: '',
          cell: (row) => <ReasonLine also={row.also}>{row.reason}</ReasonLine>,
        },
        {
          id: 'state',
          head: 'Stand',
          width: '6.25rem',
          narrow: 'bare',
          className: 'ui-stand',
          cell: (row) => <StateMark sign={row.sign} />,
        },
        {
          id: 'last',
          head: 'Laatste contact',
          width: '8.25rem',
          className: 'ui-when',
          cell: (row) => (
            <div>
              {formatDate(row.last, 'nl')}
              <span className="ui-sub">{row.lastHow}</span>
            </div>
          ),
        },
        {
          id: 'planned',
          head: 'Gepland',
          width: '8.25rem',
          className: 'ui-when',
          cell: (row) =>
            row.planned ? formatDate(row.planned, 'nl') : <span className="ui-quiet">niets gepland</span>,
        },
      ]}
    />
  );
}

function Sheet(props: { readonly row: Row; readonly onClose: () => void; readonly onSave: () => void }) {
  const [kind, setKind] = useState('voortgang');
  const [day, setDay] = useState('2019-09-13');
  const [time, setTime] = useState('10:30');
  const [minutes, setMinutes] = useState('30');
  const [report, setReport] = useState('Werkt sinds april niet meer. Wil opnieuw zoeken naar werk in een magazijn.');
  const [next, setNext] = useState('2020-03-18');
  return (
    <SideSheet
      title="Gesprek vastleggen"
      subtitle={
        <>
          met <TextLink href="#K1">{props.row.name}</TextLink> <Tag>Afgeschermd</Tag>
        </>
      }
      context={
        <p>
          <strong>Waarom nu:</strong> 12 maanden na het laatste gesprek op 14 maart 2018, 26 weken te laat.
        </p>
      }
      onClose={props.onClose}
    >
      <Form
        submitWord="Vastleggen"
        onSubmit={props.onSave}
        otherActions={<ActionButton onClick={props.onClose}>Annuleren</ActionButton>}
        before={
          <Notice kind="success">
            <strong>Na het vastleggen:</strong> in beeld. De klant gaat van de lijst Te laat af (7 wordt 6).
          </Notice>
        }
      >
        <RadioField
          label="Soort gesprek"
          name="kind"
          value={kind}
          onChange={setKind}
          stacked
          options={[
            { value: 'voortgang', word: 'Voortgang' },
            { value: 'evaluatie', word: 'Evaluatie' },
            { value: 'intake', word: 'Intake' },
            { value: 'monitoring', word: 'Monitoring' },
          ]}
        />
        <Beside>
          <DateField label="Datum" name="day" value={day} onChange={setDay} />
          <TimeField label="Tijd" name="time" value={time} onChange={setTime} />
          <NumberField label="Minuten" name="minutes" value={minutes} onChange={setMinutes} />
        </Beside>
        <TextAreaField
          label="Kort verslag"
          name="report"
          hint="Wat is besproken en afgesproken. Geen medische gegevens."
          value={report}
          onChange={setReport}
        />
        <DateField
          label="Volgende afspraak"
          name="next"
          optional
          value={next}
          onChange={setNext}
          warning="18 maart 2020 is 5 dagen later dan het halfjaarritme. Kies een eerdere dag, of laat het zo."
        />
      </Form>
    </SideSheet>
  );
}

function Glance() {
  return (
    <>
      <h2 className="utrecht-heading-2">
        <TextLink href="#K1">Berhane Tewelde</TextLink>
      </h2>
      <p className="ui-small ui-quiet">K0014207, WIA-WGA sinds 15 mei 2017</p>
      <Facts
        small
        facts={[
          { term: 'Doel', detail: 'Logistiek, 16 tot 20 uur per week' },
          { term: 'Laatste gesprek', detail: '14 maart 2018, vestiging, 45 minuten' },
        ]}
      />
      <Actions>
        <ActionLink href="#vastleggen" kind="first" slim>
          Vastleggen
        </ActionLink>
      </Actions>
    </>
  );
}
