import type { ReactNode } from 'react';

export interface DeskProps {
  readonly counters: ReactNode;
  readonly list: ReactNode;
  /** A `SideSheet`; on narrow screens it takes the page. */
  readonly sheet?: ReactNode | undefined;
  /** The chosen one at a glance, right on wide screens while no sheet is open. */
  readonly glance?: ReactNode | undefined;
}

/** Counters, the list of the chosen counter, and the sheet one works in without leaving the list. */
export function Desk(props: DeskProps) {
  const withSheet = props.sheet !== undefined && props.sheet !== null && props.sheet !== false;
  const withGlance = !withSheet && props.glance !== undefined;
  return (
    <div className="ui-desk" data-sheet={withSheet ? '' : undefined} data-glance={withGlance ? '' : undefined}>
      <div>{props.counters}</div>
      <div className="ui-desk-list">{props.list}</div>
      {withSheet ? props.sheet : null}
      {withGlance ? <aside className="ui-glance">{props.glance}</aside> : null}
    </div>
  );
}
