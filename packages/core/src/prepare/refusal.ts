/** What cannot be prepared, and where: for the page and the command line, which say it each in its way. */

/** A sentence for whoever prepares data. Where it has no Breton, its readers get French. */
export interface RefusalText {
  readonly fr: string;
  readonly en: string;
  readonly br?: string;
}

/** Something wrong at a place of a workbook. */
export interface RefusedAt {
  /** Stable name of what is wrong: `sheet-lost`. */
  readonly rule: string;
  readonly sheet: string;
  /** From 1; left out where it is about the sheet. */
  readonly line?: number;
  /** Letters of the column, where that is known. */
  readonly column?: string | undefined;
  readonly said: RefusalText;
}

/** Error of what cannot be done as it was asked. Its reader gets the reason in their language, without a stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly text: RefusalText;

  constructor(text: RefusalText) {
    super(text.en);
    this.text = text;
  }
}
