import type { Said } from './language.ts';

/** Why a command cannot do what was asked: told to its user in their language, without a stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly text: Said;

  constructor(text: Said) {
    super(text.en);
    this.text = text;
  }
}
