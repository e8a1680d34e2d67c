import { formatNumber } from '../format.ts';
import { TextLink } from '../navigation.tsx';
import { useWords } from '../use-words.tsx';

export interface PagerProps {
  /** First and last row on this page, counted from 1; 0 when there are none. */
  readonly from: number;
  readonly to: number;
  /** Left out where it may not be shown. */
  readonly total?: number | undefined;
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
}

/** From page to page of a long list, by links. */
export function Pager(props: PagerProps) {
  const { say, locale } = useWords();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <nav className="ui-pager" aria-label={say('ui.pagerLabel')}>
      <span className="ui-quiet">
        {props.total === undefined
          ? say('ui.pagerRows', { from: number(props.from), to: number(props.to) })
          : say('ui.pagerRange', { from: number(props.from), to: number(props.to), total: number(props.total) })}
      </span>
      {props.previousHref ? (
        <TextLink href={props.previousHref} rel="prev">
          {say('ui.previous')}
        </TextLink>
      ) : null}
      {props.nextHref ? (
        <TextLink href={props.nextHref} rel="next">
          {say('ui.next')}
        </TextLink>
      ) : null}
    </nav>
  );
}
