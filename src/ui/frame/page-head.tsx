import { type ReactNode, useRef } from 'react';
import { useOpenedPage } from './opened-page.tsx';

export interface PageHeadProps {
  readonly title: string;
  /** What the window is called instead, where the title is the name of a client: titles stay in the browser's history. */
  readonly documentTitle?: string | undefined;
  /** A tag beside the title, such as a protected mark. */
  readonly tag?: ReactNode | undefined;
  /** Where one came from, above the title. */
  readonly crumb?: ReactNode | undefined;
  /** The answer, at most three lines. */
  readonly lead?: ReactNode | undefined;
  /** The reasons for the answer. */
  readonly reasons?: ReactNode | undefined;
  /** As of, as known, order, source: short pieces in a row. */
  readonly basis?: readonly ReactNode[] | undefined;
  /** Buttons or key hints at the right. */
  readonly aside?: ReactNode | undefined;
  /** Filters and choices, last. */
  readonly controls?: ReactNode | undefined;
}

/** The head of a page: title, the answer, the reasons, then the controls. */
export function PageHead(props: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useOpenedPage(heading, props.documentTitle ?? props.title);
  return (
    <div className="ui-page-head">
      {props.crumb ? <p className="ui-crumb">{props.crumb}</p> : null}
      <div className="ui-page-head-in">
        <div>
          <div className="ui-title">
            <h1 className="utrecht-heading-1" ref={heading} tabIndex={-1}>
              {props.title}
            </h1>
            {props.tag}
          </div>
          {props.lead ? <div className="ui-lead">{props.lead}</div> : null}
          {props.reasons ? <div className="ui-reasons">{props.reasons}</div> : null}
        </div>
        {props.aside}
      </div>
      {props.basis ? (
        <div className="ui-basis">
          {props.basis.map((piece, index) => (
            <p key={index}>{piece}</p>
          ))}
        </div>
      ) : null}
      {props.controls ? <div className="ui-controls">{props.controls}</div> : null}
    </div>
  );
}
