import '../../ui/ui.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app.tsx';
import { LanguageProvider } from './language.tsx';
import { makeQueries } from './session-queries.tsx';

/** What the frame knows: who is here. The pages have their own, for one person. */
const queries = makeQueries();
const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for the app');

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
