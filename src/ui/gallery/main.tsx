import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { PageFrame } from '../frame/page-frame.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { Locale } from '../messages.ts';
import { TextLink } from '../navigation.tsx';
import { KeyHints } from '../tables/row-list.tsx';
import '../ui.css';
import { Blocks } from './blocks.tsx';
import { Charts } from './charts.tsx';
import './gallery.css';
import { Worklist } from './worklist.tsx';

/** `?page=blocks|charts|worklist|sheet` shows one page of the gallery. */
const page = new URLSearchParams(window.location.search).get('page') ?? 'blocks';

const rail = [
  { id: 'first', entries: [{ word: 'Afspraken', href: '?page=agreements' }] },
  {
    id: 'deliver',
    word: 'Leveren',
    entries: [
      { word: 'Vandaag', href: '?page=worklist' },
      { word: 'Vandaag met blad', href: '?page=sheet' },
      { word: 'Bouwstenen', href: '?page=blocks' },
      { word: 'Grafieken', href: '?page=charts' },
    ],
  },
];

function Gallery() {
  const [locale, setLocale] = useState<Locale>('nl');
  const isList = page === 'worklist' || page === 'sheet';
  return (
    <IntlProvider locale={locale}>
      <PageFrame
        brand={{ word: 'Sluitend', href: '?page=blocks' }}
        rail={rail}
        currentHref={`?page=${page}`}
        place={{ name: 'Eigen klanten', detail: 'vestiging Zuid-Limburg' }}
        asOf="2019-09-15"
        asKnown={page === 'charts' ? '2019-09-02' : undefined}
        toNow={page === 'charts' ? <TextLink href="#nu">Naar wat nu bekend is</TextLink> : undefined}
        person={<p>Imke Daniëls, adviseur WIA en Wajong</p>}
        onLanguage={setLocale}
        banner={{
          kind: 'demo',
          text: 'Personen en cijfers zijn verzonnen, op een schaal van 1 op 40. Vandaag staat vast op 15 september 2019.',
        }}
        wide={isList}
      >
        {isList ? (
          <>
            <PageHead
              title="Vandaag"
              lead="7 klanten zijn te laat. Met 2 van hen staat al een afspraak."
              aside={<KeyHints open="klant openen" />}
            />
            <Worklist sheetOpen={page === 'sheet'} />
          </>
        ) : page === 'charts' ? (
          <Charts />
        ) : (
          <Blocks />
        )}
      </PageFrame>
    </IntlProvider>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}
