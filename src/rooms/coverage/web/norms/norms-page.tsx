import { useEffect } from 'react';
import { useRead } from '../../../../platform/web/query.ts';
import { useDates } from '../../../../platform/web/url-state.ts';
import { Disclosure } from '../../../../ui/actions/disclosure.tsx';
import { formatDate } from '../../../../ui/format.ts';
import { PageHead } from '../../../../ui/frame/page-head.tsx';
import { Section } from '../../../../ui/frame/section.tsx';
import { ErrorState, LoadingBlock } from '../../../../ui/notices/states.tsx';
import { Sub } from '../../../../ui/tables/cell.tsx';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { findAgreement, listNorms, type NormShown } from '../../index.ts';
import { groupNorms, type NormWithVersions, standingOf } from './group-norms.ts';
import { NormFacts, usePeriod, withoutLabel } from './norm-facts.tsx';
import { useNormWords } from './words.ts';

/** Text to read has a line of at most 70 characters. */
const measure = { maxWidth: 'var(--ui-measure)' } as const;

/** Each norm in plain sentences made from its data, with its versions and where it comes from. */
export function NormsPage() {
  const { say, locale } = useNormWords();
  const me = useMe();
  const { at } = useDates(me.today);
  const read = useRead(listNorms, { at });
  const { data } = read;
  useAnchor(data !== undefined);
  const groups = groupNorms(data?.norms ?? []);
  const inForce = groups.filter(({ shown }) => shown.inForce);
  const others = groups.filter(({ shown }) => !shown.inForce);
  const count = (weight: NormShown['weight']) =>
    inForce.filter(({ shown }) => shown.weight === weight && shown.readingOf === null).length;
  const date = formatDate(at, locale);
  const titleOf = (id: string) => groups.find((group) => group.id === id)?.shown.title[locale] ?? id;
  return (
    <>
      <PageHead
        title={say('title')}
        lead={
          data === undefined ? undefined : (
            <p>
              {inForce.length === 0
                ? say('leadNone', { date })
                : say('lead', {
                    date,
                    must: count('must'),
                    advised: count('advised'),
                    readings: inForce.filter(({ shown }) => shown.readingOf !== null).length,
                  })}
            </p>
          )
        }
        reasons={<p>{say('about')}</p>}
      />
      {read.isError ? (
        <ErrorState title={say('failed')} code={read.error.code} onRetry={() => void read.refetch()}>
          {read.error.title}
        </ErrorState>
      ) : data === undefined ? (
        <LoadingBlock lines={8} />
      ) : (
        <>
          {inForce.map((group) => (
            <Norm key={group.id} group={group} at={at} titleOf={titleOf} />
          ))}
          {others.length === 0 ? null : (
            <Section title={say('notInForce')} lead={say('notInForceText')}>
              {others.map((group) => (
                <Versions key={group.id} group={group} at={at} />
              ))}
            </Section>
          )}
          <Section title={say('versionsTitle')}>
            <p style={measure}>{say('versionsText')}</p>
          </Section>
          <Section title={say('addTitle')}>
            <p style={measure}>{say('addText')}</p>
            <p>
              <code>bin/sluitend coverage add-norm --file norm.json</code>
            </p>
            <p style={measure}>{say('addRules')}</p>
          </Section>
        </>
      )}
    </>
  );
}

interface NormProps {
  readonly group: NormWithVersions;
  readonly at: string;
}

function Norm(props: NormProps & { readonly titleOf: (id: string) => string }) {
  const { say, locale } = useNormWords();
  const { shown, versions } = props.group;
  const weight =
    shown.readingOf === null
      ? say(`weight.${shown.weight}`)
      : say('weight.reading', { norm: props.titleOf(shown.readingOf) });
  const agreement = findAgreement(shown.id);
  const note = agreement === null ? weight : `${weight}, ${say('agreementOf', { agreement })}`;
  return (
    <Section
      id={shown.id}
      title={
        <>
          {shown.title[locale]} <span className="ui-norm-weight">{note}</span>
        </>
      }
    >
      <NormFacts norm={shown} />
      {versions.length > 1 ? (
        <Disclosure summary={say('versions', { count: versions.length })} about={shown.title[locale]}>
          <Versions {...props} />
        </Disclosure>
      ) : null}
      <Definition norm={shown} />
    </Section>
  );
}

function Versions({ group, at }: NormProps) {
  const { say, locale } = useNormWords();
  const period = usePeriod();
  const words = {
    inForce: say('inForce', { date: formatDate(at, locale) }),
    ended: say('ended'),
    coming: say('coming'),
  };
  return (
    <>
      <DataTable
        caption={say('versionsCaption', { norm: group.shown.title[locale] })}
        narrow="to-list"
        align="top"
        rows={group.versions}
        rowKey={(norm) => String(norm.version)}
        columns={[
          { id: 'version', head: say('version'), cell: (norm) => norm.version },
          { id: 'valid', head: say('valid'), cell: period },
          { id: 'state', head: say('state'), cell: (norm) => words[standingOf(norm, at)] },
          {
            id: 'target',
            head: say('target'),
            cell: (norm) => (
              <div>
                {norm.sentences.target === null ? say('noTarget') : withoutLabel(norm.sentences.target[locale])}
                <Sub>{norm.sentences.obligations[locale]}</Sub>
              </div>
            ),
          },
          { id: 'by', head: say('enteredBy'), cell: (norm) => norm.enteredBy ?? say('preset') },
        ]}
      />
      {group.versions
        .filter((norm) => norm !== group.shown || !norm.inForce)
        .map((norm) => (
          <Definition key={norm.version} norm={norm} />
        ))}
    </>
  );
}

function Definition(props: { readonly norm: NormShown }) {
  const { say } = useNormWords();
  const { norm } = props;
  return (
    <Disclosure summary={say('definition')} about={`${norm.id}, ${norm.version}`}>
      <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 }}>
        {JSON.stringify(norm.definition, null, 2)}
      </pre>
    </Disclosure>
  );
}

/** A link to one norm arrives before the norms do: go there once they stand. */
function useAnchor(isReady: boolean): void {
  useEffect(() => {
    const id = window.location.hash.slice(1);
    if (isReady && id !== '') document.getElementById(id)?.scrollIntoView();
  }, [isReady]);
}
