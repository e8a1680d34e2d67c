import { Navigate, Route, Routes } from 'react-router';
import { pagesOfRoute } from '../../platform/web/page.ts';
import { firstPageOf } from '../../rooms/organisation/index.ts';
import { useMe } from '../../rooms/organisation/web/me.tsx';
import { PageHead } from '../../ui/frame/page-head.tsx';
import { routes } from './routes.tsx';
import { useWords } from './words.ts';

/** The page of the address, when the role may open it. */
export function Pages() {
  const { say } = useWords();
  const me = useMe();
  return (
    <Routes>
      <Route index element={<Navigate replace to={`/${firstPageOf(me.role) ?? 'none'}`} />} />
      {routes.map((route) => {
        const isOpen = pagesOfRoute(route).some((page) => me.pages.includes(page));
        const element = isOpen ? route.element : <NoPage title={say('closed')} text={say('closedText')} />;
        return <Route key={route.path} path={route.path} element={element} />;
      })}
      <Route path="*" element={<NoPage title={say('unknown')} text={say('unknownText')} />} />
    </Routes>
  );
}

function NoPage(props: { readonly title: string; readonly text: string }) {
  return <PageHead title={props.title} lead={<p>{props.text}</p>} />;
}
