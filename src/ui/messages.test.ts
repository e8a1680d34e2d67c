import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { type Locale, type UiMessageId, uiMessages } from './messages.ts';

const names = 'date code count name first from last to word target parts total unit rows chosen all reason'.split(' ');
const values = {
  ...Object.fromEntries(names.map((name) => [name, name])),
  count: 2,
  rows: 2,
  b: () => 'b',
};

describe('the words of the components', () => {
  const ids = Object.keys(uiMessages.nl) as UiMessageId[];

  it.each<Locale>(['nl', 'en'])('are complete and well formed (%s)', (locale) => {
    const failures: string[] = [];
    const intl = createIntl({
      locale,
      messages: { ...uiMessages[locale] },
      onError: (error) => failures.push(error.message),
    });
    const texts = ids.map((id) => String(intl.formatMessage({ id }, values)));
    expect(failures).toEqual([]);
    expect(texts.filter((text) => text === '' || /[{}<>]/.test(text))).toEqual([]);
  });

  it('fill in the same values in both languages', () => {
    const used = (text: string) => names.filter((name) => new RegExp(`\\{${name}[,}]`).test(text));
    for (const id of ids) expect(used(uiMessages.en[id]), id).toEqual(used(uiMessages.nl[id]));
  });
});
