import { ActionButton } from '../actions/action-button.tsx';
import { ActionLink } from '../actions/action-link.tsx';
import { type CsvValue, writeCsv } from '../csv.ts';
import { useWords } from '../use-words.tsx';

/** A CSV that the server makes. */
export function CsvLink(props: {
  readonly href: string;
  readonly fileName: string;
  readonly children?: string | undefined;
}) {
  const { say } = useWords();
  return (
    <ActionLink href={props.href} download={props.fileName} slim>
      {props.children ?? say('ui.csv')}
    </ActionLink>
  );
}

/** A CSV of what is on the screen, made when pressed; first row is the head. */
export function CsvButton(props: {
  readonly fileName: string;
  readonly rows: () => readonly (readonly CsvValue[])[];
  readonly children?: string | undefined;
}) {
  const { say } = useWords();
  return (
    <ActionButton slim onClick={() => save(props.fileName, writeCsv(props.rows()))}>
      {props.children ?? say('ui.csv')}
    </ActionButton>
  );
}

function save(fileName: string, text: string): void {
  // the byte order mark makes spreadsheets read the letters with accents
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
