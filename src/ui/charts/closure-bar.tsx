import type { Fill, Sign } from '../marks/look.ts';
import { Mark } from '../marks/state-mark.tsx';
import { BareLink } from '../navigation.tsx';
import { isShown, type ShownNumber, useShownNumbers } from '../shown-number.ts';
import { useWords } from '../use-words.tsx';

/** One state of the population. Segments stand in the order given: what is missing first. */
export interface Segment extends Sign {
  readonly id: string;
  readonly value: ShownNumber;
  readonly fill: Fill;
  /** The list of these people. */
  readonly href?: string | undefined;
  /** Id of the group of the key it belongs to. */
  readonly group: string;
}

export interface KeyGroup {
  readonly id: string;
  readonly word: string;
}

export interface ClosureBarProps {
  readonly segments: readonly Segment[];
  /** "Niet in beeld", "In beeld", "Met reden niet". */
  readonly groups: readonly KeyGroup[];
  /** The whole population, where not every segment may be shown; otherwise the segments add up to it. */
  readonly population?: ShownNumber | undefined;
  /** What is counted, in the plural: "uitkeringen". */
  readonly unit: string;
  /** Says why there is nobody, for an empty population. */
  readonly empty?: string | undefined;
  /** States with nobody that are worth showing in the key. */
  readonly showZero?: readonly string[] | undefined;
}

/**
 * One population and its states. The bar is for the eye and the mouse; the key holds the same links for everyone,
 * in groups that add up in words to the population.
 */
export function ClosureBar(props: ClosureBarProps) {
  const { say, show } = useWords();
  const { number, tooSmall } = useShownNumbers();
  const added = sum(props.segments);
  const total = isShown(added) ? added : (props.population ?? added);
  if (total === 0) {
    return (
      <>
        <div className="ui-bar" data-empty="" aria-hidden="true" />
        <p className="ui-foot">{props.empty ?? say('ui.barEmpty')}</p>
      </>
    );
  }
  const groups = props.groups.map((group) => {
    const members = props.segments.filter((segment) => segment.group === group.id);
    return {
      ...group,
      sum: sum(members),
      shown: members.filter((segment) => segment.value !== 0 || props.showZero?.includes(segment.id)),
    };
  });
  return (
    <>
      <div className="ui-bar" data-empty={isShown(total) ? undefined : ''} aria-hidden="true">
        {isShown(total)
          ? props.segments.map((segment) => (
              <BarSegment key={segment.id} segment={segment} title={`${segment.word}: ${number(segment.value)}`} />
            ))
          : null}
        {isShown(total) ? <WithheldSegment count={total - sumShown(props.segments)} title={tooSmall} /> : null}
      </div>
      <div className="ui-bar-key">
        {groups.map((group) => (
          <div key={group.id}>
            <p className="ui-bar-key-head">
              <span>{group.word}</span> <b>{number(group.sum)}</b>
            </p>
            <ul>
              {group.shown.map((segment) => (
                <KeyLine key={segment.id} segment={segment} count={number(segment.value)} />
              ))}
            </ul>
          </div>
        ))}
        <p className="ui-bar-key-sum">
          {groups.every((group) => isShown(group.sum))
            ? show('ui.barSum', {
                parts: groups.map((group) => number(group.sum)).join(' + '),
                total: number(total),
                unit: props.unit,
              })
            : show(isShown(total) ? 'ui.barTotal' : 'ui.barWithheld', { total: number(total), unit: props.unit })}
        </p>
      </div>
    </>
  );
}

function KeyLine(props: { readonly segment: Segment; readonly count: string }) {
  const { segment, count } = props;
  const words = (
    <>
      <Mark shape={segment.shape} colour={segment.colour} />
      <span>{segment.word}</span> <span className={segment.href ? 'ui-n ui-bar-key-n' : 'ui-bar-key-n'}>{count}</span>
    </>
  );
  return <li>{segment.href ? <BareLink href={segment.href}>{words}</BareLink> : <span>{words}</span>}</li>;
}

function BarSegment(props: { readonly segment: Segment; readonly title: string }) {
  const { segment } = props;
  if (segment.value === 0 || !isShown(segment.value)) return null;
  const shared = {
    className: 'ui-seg',
    style: { flexGrow: segment.value },
    title: props.title,
    'data-colour': segment.colour,
    'data-fill': segment.fill,
  };
  return segment.href ? <BareLink {...shared} href={segment.href} tabIndex={-1} /> : <span {...shared} />;
}

/** What stands for the segments that are too small to show, together. */
function WithheldSegment(props: { readonly count: number; readonly title: string }) {
  if (props.count <= 0) return null;
  return (
    <span
      className="ui-seg"
      style={{ flexGrow: props.count }}
      title={props.title}
      data-colour="slate"
      data-fill="dashed"
    />
  );
}

/** A bar in a table cell. All bars of the table share `scale`: the size of the largest population. */
export function SmallClosureBar(props: { readonly segments: readonly Segment[]; readonly scale: number }) {
  const total = sumShown(props.segments);
  const width = `${props.scale > 0 ? Math.max(1, (100 * total) / props.scale) : 0}%`;
  if (total === 0) return null;
  return (
    <div className="ui-bar" data-small="" style={{ width }} aria-hidden="true">
      {props.segments.map((segment) => (
        <BarSegment key={segment.id} segment={{ ...segment, href: undefined }} title={segment.word} />
      ))}
    </div>
  );
}

/** How a state looks in a bar, for an explanation of the states. */
export function Swatch(props: { readonly colour: Segment['colour']; readonly fill: Fill }) {
  return (
    <span className="ui-swatch" aria-hidden="true">
      <span className="ui-seg" data-colour={props.colour} data-fill={props.fill} />
    </span>
  );
}

function sum(segments: readonly Segment[]): ShownNumber {
  return segments.every((segment) => isShown(segment.value)) ? sumShown(segments) : 'too_small';
}

function sumShown(segments: readonly Segment[]): number {
  return segments.reduce((total, { value }) => total + (isShown(value) ? value : 0), 0);
}
