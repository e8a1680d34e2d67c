/** A fault in one field of the input: where, which code, what to do. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** An expected "no": its code is declared in the contract of the action that gives it. */
export class Refusal extends Error {
  readonly code: string;
  /** Values for the reader (never personal data): counts, dates, names of fields. */
  readonly detail: string | null;
  readonly faults: readonly FieldFault[];

  constructor(code: string, options: { readonly detail?: string; readonly faults?: readonly FieldFault[] } = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.detail = options.detail ?? null;
    this.faults = options.faults ?? [];
  }
}
