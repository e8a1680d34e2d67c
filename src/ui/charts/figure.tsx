import { type ReactNode, useId } from 'react';
import { type Counted, HowCounted } from '../actions/disclosure.tsx';
import type { Fact } from '../frame/section.tsx';
import type { Sign } from '../marks/look.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { TextLink } from '../navigation.tsx';
import { useWords } from '../use-words.tsx';
import { Twin } from './chart.tsx';
import { Sparkline, type Trend, useTrendTwin } from './sparkline.tsx';

export interface FigureProps {
  readonly name: string;
  /** The number in words of the screen's language, without its unit. */
  readonly value: ReactNode;
  readonly unit?: string | undefined;
  /** The list behind it. */
  readonly href?: string | undefined;
  /** Against the target: tick, triangle, or an open circle when there is no verdict (yet). */
  readonly verdict?: Sign | undefined;
  /** What stands beside the number. */
  readonly facts?: readonly Fact[] | undefined;
  readonly trend?: Trend | undefined;
  readonly counted?: Counted | undefined;
  readonly countedOpen?: boolean | undefined;
  /** Not to be shown to this reader: the reason takes the place of number and trend. */
  readonly withheld?: boolean | undefined;
}

/** One number: name, number, verdict, what stands beside it, how it is counted, its trend as a table. */
export function Figure(props: FigureProps) {
  const { say } = useWords();
  const id = useId();
  const { trend } = props;
  return (
    <section className="ui-figure" aria-labelledby={id}>
      <h3 className="ui-figure-name" id={id}>
        {props.name}
      </h3>
      {props.withheld ? (
        <p className="ui-figure-withheld">{say('ui.tooSmall')}</p>
      ) : (
        <div className="ui-figure-main">
          <p className="ui-figure-value">
            {props.href ? <TextLink href={props.href}>{number(props)}</TextLink> : number(props)}
          </p>
          {trend ? <Sparkline name={props.name} trend={trend} /> : null}
        </div>
      )}
      {props.verdict ? <StateMark sign={props.verdict} /> : null}
      {props.facts ? (
        <dl className="ui-figure-more">
          {props.facts.map((fact) => (
            <div key={fact.term} style={{ display: 'contents' }}>
              <dt>{fact.term}</dt>
              <dd>{fact.detail}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="ui-figure-folds">
        {props.counted ? (
          <HowCounted about={props.name} counted={props.counted} open={props.countedOpen ?? false} />
        ) : null}
        {trend && !props.withheld ? <TrendTable name={props.name} trend={trend} /> : null}
      </div>
    </section>
  );
}

function number(props: FigureProps): ReactNode {
  return (
    <>
      {props.value}
      {props.unit ? <span className="ui-unit">{props.unit}</span> : null}
    </>
  );
}

function TrendTable(props: { readonly name: string; readonly trend: Trend }) {
  const { say } = useWords();
  return <Twin twin={useTrendTwin(props.name, props.trend)} summary={say('ui.trendAsTable')} about={props.name} />;
}

/** Three figures beside each other, each under an ink line. */
export function Figures(props: { readonly children: ReactNode }) {
  return <div className="ui-figures">{props.children}</div>;
}
