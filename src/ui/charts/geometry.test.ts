import { describe, expect, it } from 'vitest';
import { placeLabels, raiseLabels, spreadLabels } from './labels.ts';
import { monthTicks } from './month-ticks.ts';
import { linearScale, pieces } from './scale.ts';
import { spanOf } from './timeline-span.ts';

describe('scales and lines', () => {
  it('maps a domain to a range, and one value to the middle', () => {
    expect(linearScale([0, 10], [100, 200])(2.5)).toBe(125);
    expect(linearScale([5, 5], [0, 34])(5)).toBe(17);
  });

  it('breaks a line where a value is missing', () => {
    const points = [1, undefined, 3, 4].map((y, x) => ({ x, y }));
    expect(pieces(points)).toEqual(['0,1', '2,3 3,4']);
  });
});

describe('labels', () => {
  it('keeps labels at line ends apart and in order', () => {
    const room = { gap: 17, top: 10, bottom: 300 };
    expect(spreadLabels([100, 104, 30], room)).toEqual([100, 117, 30]);
    expect(spreadLabels([299, 300], room)).toEqual([283, 300]);
  });

  it('puts labels under marks in the first row with room, inside the edges, or leaves them to the table', () => {
    const room = { left: 0, right: 300, rows: 2 };
    const placed = placeLabels(
      [
        { x: 10, word: 'gesprek' },
        { x: 30, word: 'contact' },
        { x: 40, word: 'profiel' },
        { x: 295, word: 'gesprek' },
      ],
      room,
    );
    expect(placed.map((label) => label.row)).toEqual([0, 1, undefined, 0]);
    expect(placed[0]).toMatchObject({ anchor: 'start', x: 0 });
    expect(placed[3]).toMatchObject({ anchor: 'end', x: 300 });
  });

  it('raises a label that would cover another', () => {
    const raised = raiseLabels([
      { id: 'a', word: '2018 kw 3', x: 210, y: 40 },
      { id: 'b', word: '2018 kw 4', x: 170, y: 42 },
      { id: 'c', word: '2019 kw 1', x: 20, y: 40 },
    ]);
    expect(raised.get('b')?.y).toBe(42);
    expect(raised.get('a')?.y).toBe(26);
    expect(raised.get('c')?.y).toBe(40);
  });
});

describe('time', () => {
  it('ticks at as few months as fit', () => {
    expect(monthTicks('2017-05-15', '2019-12-31', 6).map((tick) => tick.date)).toEqual([
      '2017-07-01',
      '2018-01-01',
      '2018-07-01',
      '2019-01-01',
      '2019-07-01',
    ]);
    expect(monthTicks('2019-01-01', '2019-02-15', 9).map((tick) => tick.date)).toEqual(['2019-01-01', '2019-02-01']);
  });

  it('spans everything wide, the last 400 days narrow, and no right that runs for years', () => {
    const data = {
      today: '2019-09-15',
      lanes: [
        {
          id: 'b',
          word: 'Uitkering',
          bars: [{ id: '1', from: '2010-01-01', to: '2040-01-01', word: 'WIA', look: 'filled' as const }],
        },
      ],
      marks: { word: 'Contacten', items: [] },
      due: { word: 'Uiterlijk', items: [{ id: '1', on: '2019-12-31', word: 'gesprek', look: 'ahead' as const }] },
    };
    const wide = spanOf(data, false);
    expect(wide.from < '2010-01-01').toBe(true);
    expect(wide.to > '2020-12-01' && wide.to < '2022-01-01').toBe(true);
    expect(spanOf(data, true).from).toBe('2018-08-11');
  });
});
