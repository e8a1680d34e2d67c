/** One delivery in the exchange format, ready to be written. */
export interface Delivery {
  readonly name: string;
  readonly manifest: Readonly<Record<string, string | number>>;
  readonly files: readonly DeliveryFile[];
}

export interface DeliveryFile {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
