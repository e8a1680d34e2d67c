import { type ReactNode, useEffect, useState } from 'react';
import { ActionButton } from '../actions/action-button.tsx';
import { useWords } from '../use-words.tsx';
import { Notice } from './notice.tsx';

/** An empty list: why it is empty, and the next step. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ReactNode | undefined;
  readonly actions?: ReactNode | undefined;
}) {
  return (
    <div className="ui-blank">
      <p>
        <strong>{props.title}</strong>
      </p>
      {props.children ? <p>{props.children}</p> : null}
      {props.actions ? <div className="ui-actions">{props.actions}</div> : null}
    </div>
  );
}

/** The sentence under what is being fetched: after 2 seconds, another after 10. */
export function LoadingSentence(props: { readonly children?: string | undefined }) {
  const { say } = useWords();
  const [step, setStep] = useState(0);
  useEffect(() => {
    const timers = [setTimeout(() => setStep(1), 2_000), setTimeout(() => setStep(2), 10_000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <p className="ui-small ui-quiet" role="status">
      {step === 0 ? null : step === 1 ? (props.children ?? say('ui.loading')) : say('ui.stillLoading')}
    </p>
  );
}

/** Grey bars for content that is not a table; a table has `loadingRows`. */
export function LoadingBlock(props: { readonly lines?: number | undefined; readonly children?: string | undefined }) {
  const widths = [62, 88, 74, 80];
  return (
    <div aria-busy="true">
      {Array.from({ length: props.lines ?? 3 }, (_, line) => (
        <span key={line} className="ui-bone ui-bone-line" style={{ width: `${widths[line % widths.length]}%` }} />
      ))}
      <LoadingSentence>{props.children}</LoadingSentence>
    </div>
  );
}

/** Something was not fetched or not saved: what, why, what to do, what is kept, the code. */
export function ErrorState(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly code?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
}) {
  const { say } = useWords();
  const retry = props.onRetry ? <ActionButton onClick={props.onRetry}>{say('ui.retry')}</ActionButton> : undefined;
  return (
    <Notice kind="error" title={props.title} actions={retry} {...(props.code ? { code: props.code } : {})}>
      {props.children}
    </Notice>
  );
}
