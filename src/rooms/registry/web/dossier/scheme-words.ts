import { useLocale } from '../../../../platform/web/words.tsx';

const labels: Readonly<Record<string, string>> = {
  WW: 'WW',
  WIA_WGA: 'WIA-WGA',
  WIA_IVA: 'WIA-IVA',
  WAJONG: 'Wajong',
};
const variants: Readonly<Record<string, string>> = {
  owajong: 'oWajong',
  wajong2010: 'Wajong 2010',
  wajong2015: 'Wajong 2015',
};
const insurers = {
  public: { nl: 'publiek verzekerd', en: 'publicly insured' },
  own_risk: { nl: 'eigenrisicodrager', en: 'employer bears the risk' },
} as const;

/** Names of schemes, their variants and insurers as people in the field write them. */
export function useSchemeWords() {
  const locale = useLocale();
  const label = (scheme: string) => labels[scheme] ?? scheme;
  return {
    label,
    /** "WIA-WGA, publiek verzekerd", "Wajong 2010". */
    full: (benefit: { readonly scheme: string; readonly variant: string | null; readonly insurer: string | null }) => {
      const name = benefit.variant === null ? label(benefit.scheme) : (variants[benefit.variant] ?? benefit.variant);
      const insurer = benefit.scheme === 'WIA_WGA' ? insurers[benefit.insurer as 'public'] : undefined;
      return insurer === undefined ? name : `${name}, ${insurer[locale]}`;
    },
  };
}
