import { expect } from '@open-wc/testing';
import { br } from './br.ts';
import { fr } from './fr.ts';
import { loadMessages, localize, type Message } from './messages.ts';

const texts = (messages: Readonly<Record<string, Message>>): readonly (readonly [string, string])[] =>
  Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string'
      ? [[key, message] as const]
      : Object.values(message).map((text) => [key, text] as const),
  );
describe('the texts of the interface', () => {
  it('keep French typography: narrow no-break spaces before : ; ! ? » and after «, curly apostrophes', () => {
    const wrong = [...texts(fr), ...texts(br)].filter(([, text]) => / [:;!?»%]|« |\w'\w/.test(text));
    expect(wrong).to.deep.equal([]);
  });

  it('choose the plural of their own language: Breton has five', async () => {
    const m = localize(
      'br',
      { issues: { one: 'unan', two: 'daou', few: 'un nebeud', many: 'milion', other: 'all' } },
      {},
    );
    expect([1, 2, 3, 1_000_000, 10].map((n) => m.text('issues', { n }))).to.deep.equal([
      'unan',
      'daou',
      'un nebeud',
      'milion',
      'all',
    ]);
  });

  it('fall back to French and say so', async () => {
    const m = localize('br', {}, { retry: 'Réessayer' });
    expect(m.text('retry')).to.equal('Réessayer');
    expect(JSON.stringify(m.content('retry'))).to.contain('lang=\\"fr\\"');
  });

  it('are French for a language that they do not have', async () => {
    expect((await loadMessages('de-CH')).lang).to.equal('fr');
    expect((await loadMessages('en-GB')).lang).to.equal('en');
  });
});
