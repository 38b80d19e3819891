import type { Said } from './language.ts';

/** Error of a command that cannot do what was asked. Its user reads the reason in their language, without a stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly text: Said;

  constructor(text: Said) {
    super(text.en);
    this.text = text;
  }
}
