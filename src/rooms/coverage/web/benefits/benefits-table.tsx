import type { ReactNode } from 'react';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { formatDate } from '../../../../ui/format.ts';
import { StateMark } from '../../../../ui/marks/state-mark.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import type { Choosing } from '../../../../ui/tables/choosing.tsx';
import type { Column } from '../../../../ui/tables/column.ts';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { clientHref } from '../../../registry/web/client-href.ts';
import { type NormState, normStates } from '../../index.ts';
import { signOf } from '../signs.ts';
import type { FigureBenefit } from './take-in.ts';
import { type BenefitWords, useBenefitWords } from './words.ts';

export interface BenefitGroup {
  readonly id: string;
  readonly head: ReactNode;
  readonly note?: ReactNode | undefined;
  readonly rows: readonly FigureBenefit[];
}

/** One line per benefit; names and links by role. */
export function BenefitsTable(props: {
  readonly caption: string;
  readonly rows?: readonly FigureBenefit[] | undefined;
  readonly groups?: readonly BenefitGroup[] | undefined;
  readonly loadingRows?: number | undefined;
  readonly choosing?: Choosing<FigureBenefit> | undefined;
  /** A figure of norms has due dates and last contacts; inclusion has neither. */
  readonly withDates: boolean;
}) {
  const { say, locale } = useBenefitWords();
  const me = useMe();
  const { href } = useUrlState();
  const opens = me.pages.includes('clients');
  const date = (value: string | null) => (value === null ? say('none') : formatDate(value, locale));
  const dueColumn: Column<FigureBenefit> = {
    id: 'due',
    head: say('due'),
    narrow: 'labelled',
    notApplicable: (of) => of.dueDate === null,
    cell: (of) => date(of.dueDate),
  };
  const lastColumn: Column<FigureBenefit> = {
    id: 'last',
    head: say('last'),
    narrow: 'labelled',
    cell: (of) => date(of.lastDate),
  };
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      narrow="lines"
      {...(props.groups === undefined ? { rows: props.rows ?? [] } : { groups: props.groups })}
      rowKey={(of) => of.benefitId}
      loadingRows={props.loadingRows}
      choosing={props.choosing}
      columns={[
        {
          id: 'client',
          head: me.seesNames ? say('client') : say('clientId'),
          cell: (of) => {
            const word = of.name ?? of.clientId;
            return opens ? (
              <TextLink href={clientHref(of.clientId, `/coverage/benefits${href({})}`)}>{word}</TextLink>
            ) : (
              word
            );
          },
        },
        { id: 'scheme', head: say('scheme'), narrow: 'bare', cell: (of) => schemeWord(of.scheme, say) },
        { id: 'since', head: say('since'), narrow: 'labelled', cell: (of) => formatDate(of.startDate, locale) },
        { id: 'state', head: say('state'), narrow: 'bare', cell: (of) => <State state={of.state} /> },
        ...(props.withDates ? [dueColumn, lastColumn] : []),
        { id: 'office', head: say('office'), narrow: 'labelled', cell: (of) => of.office.name },
      ]}
    />
  );
}

function State(props: { readonly state: string }) {
  const { say, locale } = useBenefitWords();
  const { state } = props;
  return isNormState(state) ? <StateMark sign={signOf(state, locale)} /> : stateWord(state, say);
}

const isNormState = (state: string): state is NormState => (normStates as readonly string[]).includes(state);

/** The state in words, without its mark. */
export function stateText(state: string, { say, locale }: BenefitWords): string {
  return isNormState(state) ? signOf(state, locale).word : stateWord(state, say);
}

function stateWord(state: string, say: BenefitWords['say']): string {
  if (state === 'enrolled' || state === 'capacity_unknown') return say(`part.${state}`);
  return say('ended');
}

export function schemeWord(scheme: string, say: BenefitWords['say']): string {
  return say(`scheme.${scheme as 'WW' | 'WIA_WGA' | 'WIA_IVA' | 'WAJONG'}`);
}
