import { useState } from 'react';
import { ActionButton } from '../actions/action-button.tsx';
import { TextLink } from '../navigation.tsx';
import { NumberLink, Sub, Value, Withheld } from '../tables/cell.tsx';
import { PickBar } from '../tables/choosing.tsx';
import { CsvButton, CsvLink } from '../tables/csv-download.tsx';
import { DataTable } from '../tables/data-table.tsx';
import { Pager } from '../tables/pager.tsx';

export function OfficesTable() {
  return (
    <DataTable
      caption="WIA, te laat per vestiging"
      rows={[
        { name: 'Zuid-Limburg', late: 11, all: 50 },
        { name: 'Noord-Limburg', late: undefined, all: 24 },
        { name: 'Drenthe', late: 0, all: 31 },
      ]}
      rowKey={(row) => row.name}
      totals={{ name: 'Samen', all: 105 }}
      columns={[
        { id: 'name', head: 'Vestiging', cell: (row) => row.name },
        { id: 'late', head: 'Te laat', numeric: true, cell: (row) => row.late ?? <Withheld /> },
        { id: 'all', head: 'Klanten', numeric: true, cell: (row) => row.all },
      ]}
    />
  );
}

export function PickTable() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['Ayaan Warsame']));
  const rows = ['Ayaan Warsame', 'Dirk-Jan Polderman', 'Selma Hadžić'];
  return (
    <>
      <DataTable
        caption="Niet opgenomen, vestiging Noord-Limburg"
        narrow="lines"
        rows={rows}
        rowKey={(row) => row}
        choosing={{ chosen, onChange: setChosen, nameOf: (row) => row }}
        columns={[
          { id: 'client', head: 'Klant', cell: (row) => <TextLink href={`#${row}`}>{row}</TextLink> },
          { id: 'since', head: 'Recht sinds', narrow: 'bare', cell: () => '2 juli 2019' },
          { id: 'why', head: 'Waarom in de lijst', narrow: 'wide', cell: () => 'Uitkering begon, nog niet opgenomen' },
          { id: 'adviser', head: 'Adviseur', narrow: 'labelled', cell: () => 'geen' },
        ]}
      />
      <PickBar chosen={chosen.size} all={rows.length} effect="Na opnemen: niet opgenomen 3 wordt 2.">
        <ActionButton kind="first">Opnemen in de dienstverlening</ActionButton>
        <ActionButton>Toewijzen</ActionButton>
      </PickBar>
      <Pager from={1} to={3} total={1203} nextHref="?after=3" />
      <p className="ui-foot">
        <CsvButton fileName="lijst.csv" rows={() => [['Klant'], ...rows.map((row) => [row])]} />{' '}
        <CsvLink href="/lijst.csv" fileName="lijst.csv" />
      </p>
    </>
  );
}

interface Agreement {
  readonly id: string;
  readonly text: string;
  readonly now: string;
  readonly detail: string;
  readonly year: string;
  readonly todo: string;
}

const inner: readonly Agreement[] = [
  { id: '9-1', text: 'Uitkering eindigde', now: '−2', detail: '3 klanten', year: '', todo: '' },
];

const personal: readonly Agreement[] = [
  { id: '6', text: '100 nieuwe medewerkers.', now: '', detail: 'Staat niet in het register.', year: '', todo: '' },
  {
    id: '8',
    text: 'Voor WIA-klanten die sinds 2017 zijn ingestroomd, per jaar.',
    now: '',
    detail: '',
    year: '',
    todo: '',
  },
  {
    id: '8a',
    text: 'Met minimaal 90% voeren we minimaal 1 gesprek.',
    now: '75,8%',
    detail: '1.127 van 1.486',
    year: '90,4%',
    todo: '359',
  },
  {
    id: '9',
    text: 'Minimaal 1 keer per jaar contact.',
    now: '91,2%',
    detail: '1.083 van 1.187',
    year: '',
    todo: '104',
  },
];

export function ChangedTable() {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['9']));
  return (
    <DataTable
      caption="Afspraken met wat is gerealiseerd en wat nog moet"
      narrow="to-list"
      align="top"
      groups={[
        { id: 'wia', head: 'Persoonlijke dienstverlening', note: '2 afspraken', sums: { todo: '463' }, rows: personal },
      ]}
      rowKey={(row) => row.id}
      joined={(row) => row.id === '8'}
      totals={{ text: 'Samen', todo: '463' }}
      opening={{
        open,
        canOpen: (row) => row.id === '9',
        innerRows: () => inner,
        detail: () => <p>Van 90,0% (1.064 van 1.182) naar 90,4% (1.066 van 1.179).</p>,
        onToggle: (key) => setOpen(new Set(open.has(key) ? [] : [key])),
      }}
      columns={[
        {
          id: 'text',
          head: 'Afgesproken',
          width: '40%',
          span: (row) => (row.id === '8' ? 4 : 1),
          cell: (row) => row.text,
        },
        {
          id: 'now',
          head: 'Dit jaar tot nu',
          numeric: true,
          span: (row) => (row.id === '6' ? 3 : 1),
          cell: (row) => (
            <div>
              {row.now ? <Value>{row.now}</Value> : null}
              <Sub>{row.detail}</Sub>
            </div>
          ),
        },
        {
          id: 'year',
          head: 'Laatste 12 maanden',
          numeric: true,
          notApplicable: (row) => row.year === '',
          cell: (row) => <Value>{row.year}</Value>,
        },
        {
          id: 'todo',
          head: 'Nog te doen',
          numeric: true,
          notApplicable: (row) => row.todo === '',
          cell: (row) => <NumberLink href={`#${row.id}`}>{row.todo}</NumberLink>,
        },
      ]}
    />
  );
}
