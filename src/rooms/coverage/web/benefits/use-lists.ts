import type { OutputOf } from '../../../../platform/contract.ts';
import type { ProblemError } from '../../../../platform/web/invoke.ts';
import { useRead } from '../../../../platform/web/query.ts';
import type { ShownNumber } from '../../../../ui/shown-number.ts';
import { addShown } from '../../../organisation/index.ts';
import { listFigureBenefits } from '../../index.ts';
import { pageSize } from '../today/list-address.ts';
import type { FigurePart } from './list-part.ts';

type Page = OutputOf<typeof listFigureBenefits>;

export interface ListsAsked {
  readonly figure: string;
  /** One to three; more than one start at their beginning. */
  readonly parts: readonly FigurePart[];
  readonly at?: string;
  readonly known?: string;
  readonly level: 'office' | 'district' | 'nation';
  readonly unitId?: string;
  readonly after: string | undefined;
}

export interface Lists {
  readonly pages: readonly (Page & { readonly part: FigurePart })[];
  readonly count: ShownNumber;
  readonly closed: ShownNumber;
  /** Of a single list. */
  readonly next: string | null;
  readonly isReady: boolean;
  readonly problem: ProblemError | null;
  readonly retry: () => void;
}

/** Reads the lists that together are a part of a figure. */
export function useLists({ parts, after, ...asked }: ListsAsked): Lists {
  const input = (index: number) => {
    const part = parts[index];
    if (part === undefined) return null;
    return { ...asked, part, limit: pageSize, ...(after === undefined || parts.length > 1 ? {} : { after }) };
  };
  const reads = [
    useRead(listFigureBenefits, input(0)),
    useRead(listFigureBenefits, input(1)),
    useRead(listFigureBenefits, input(2)),
  ].slice(0, parts.length);
  const pages = reads.flatMap((read, index) => {
    const part = parts[index];
    return read.data === undefined || part === undefined ? [] : [{ ...read.data, part }];
  });
  const failed = reads.find((read) => read.isError);
  return {
    pages,
    count: addShown(pages.map((page) => page.count)),
    closed: addShown(pages.map((page) => page.closed)),
    next: pages.length === 1 ? (pages[0]?.next ?? null) : null,
    isReady: pages.length === parts.length,
    problem: failed?.error ?? null,
    retry: () => {
      for (const read of reads) if (read.isError) void read.refetch();
    },
  };
}
