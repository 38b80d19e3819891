import type { CommandText } from './language.ts';

/** Error of a command that cannot do what was asked. Its user reads the reason in their language, without a stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly text: CommandText;

  constructor(text: CommandText) {
    super(text.en);
    this.text = text;
  }
}
