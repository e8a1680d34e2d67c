/** One sentence in both languages of the product. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}
