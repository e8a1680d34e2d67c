import { BarBlock } from '../../../../ui/charts/bar-block.tsx';
import { ClosureBar, type Segment } from '../../../../ui/charts/closure-bar.tsx';
import { Figure } from '../../../../ui/charts/figure.tsx';
import { formatDate, formatNumber } from '../../../../ui/format.ts';
import type { Sign } from '../../../../ui/marks/look.ts';
import { TextLink } from '../../../../ui/navigation.tsx';
import { isShown, type ShownNumber, useShownNumbers } from '../../../../ui/shown-number.ts';
import { stateSigns } from '../signs.ts';
import type { Coverage } from './answer.ts';
import { benefitsHref } from './list-link.ts';
import { useUnitName } from './unit-name.ts';
import { useCoverageWords } from './words.ts';

/** Wajong benefits with work capacity: who is in the service, who is not and why. */
export function InclusionBlock(props: {
  readonly data: Coverage;
  readonly dates: { readonly at: string | null; readonly known: string | null };
}) {
  const { say, locale } = useCoverageWords();
  const unitName = useUnitName();
  const { data } = props;
  const { inclusion } = data.of;
  const href = (part: string) => benefitsHref({ figure: 'wajong-inclusion', part, unit: data.of, ...props.dates });
  const { number, outOf, tooSmall } = useShownNumbers();
  const segment = (id: 'not_enrolled' | 'declined' | 'unreachable', group: string): Segment => {
    const { shape, colour, fill, [locale]: word } = stateSigns[id];
    return { id, word, shape, colour, fill, group, value: inclusion[id], href: href(id) };
  };
  const { shape, colour, fill } = stateSigns.in_view;
  const enrolled: Segment = {
    id: 'enrolled',
    word: say('enrolled'),
    shape,
    colour,
    fill,
    group: 'in',
    value: inclusion.enrolled,
    href: href('enrolled'),
  };
  const [most] = data.parts.toSorted((a, b) => b.inclusion.not_enrolled - a.inclusion.not_enrolled);
  const { population, not_enrolled: missing } = inclusion;
  const says =
    isShown(missing) && isShown(population)
      ? say('inclusionSays', { missing, missingText: number(missing), population: number(population) })
      : say('inclusionTooSmall');
  const where =
    missing === 0 || !isShown(missing) || !isShown(population)
      ? ''
      : most === undefined || most.inclusion.not_enrolled === 0
        ? '.'
        : say('inclusionWhere', { name: most.name, count: number(most.inclusion.not_enrolled) });
  const counted = isShown(inclusion.enrolled) && isShown(population);
  const share = !counted || population === 0 ? null : Number(inclusion.enrolled) / population;
  const small = counted && population < 100;
  return (
    <BarBlock
      title={say('inclusion')}
      note={say('inclusionNote')}
      says={population === 0 ? '' : `${says}${where}`}
      bar={
        <ClosureBar
          segments={[
            segment('not_enrolled', 'out'),
            enrolled,
            segment('declined', 'reason'),
            segment('unreachable', 'reason'),
          ]}
          groups={[
            { id: 'out', word: say('group.out') },
            { id: 'in', word: say('group.in') },
            { id: 'reason', word: say('group.reason') },
          ]}
          population={population}
          unit={say('unit')}
          showZero={['not_enrolled']}
          empty={say('inclusionEmpty', { unit: unitName(data.of), date: formatDate(data.at, locale) })}
        />
      }
      figure={
        <Figure
          name={say('inclusionFigure')}
          withheld={!counted}
          value={
            share === null
              ? '–'
              : small
                ? outOf(inclusion.enrolled, population)
                : formatNumber(share * 100, locale, { decimals: 1 })
          }
          unit={share === null || small ? undefined : '%'}
          href={inclusion.enrolled === 0 ? undefined : href('enrolled')}
          verdict={
            share === null || !isShown(missing)
              ? undefined
              : verdict(missing, say('verdict.closed'), say('verdict.open'))
          }
          facts={[
            { term: say('reviewPassed'), detail: listed(inclusion.review_passed, href('review_passed')) },
            { term: say('capacityUnknown'), detail: listed(inclusion.capacity_unknown, href('capacity_unknown')) },
          ]}
          counted={{
            definition: say('define.inclusion'),
            numerator: benefits(inclusion.enrolled),
            denominator: benefits(population),
            asOf: say('asOf', { date: formatDate(data.at, locale), known: formatDate(data.known, locale) }),
          }}
        />
      }
    />
  );

  function benefits(count: ShownNumber) {
    return isShown(count) ? say('benefits', { count }) : tooSmall;
  }

  function listed(count: ShownNumber, to: string) {
    return count === 0 ? '0' : <TextLink href={to}>{number(count)}</TextLink>;
  }
}

function verdict(missing: number, closed: string, open: string): Sign {
  return missing === 0
    ? { word: closed, shape: 'tick', colour: 'moss' }
    : { word: open, shape: 'triangle', colour: 'brick' };
}
