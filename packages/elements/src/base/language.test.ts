import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { waitUntil } from '../testing/testing.ts';
import { type Localized, localize } from '../texts/texts.ts';
import { LanguageController } from './language.ts';

/** The answer that a request for texts waits for. */
interface Asked {
  readonly answer: (texts: Localized) => void;
  readonly fail: (error: Error) => void;
}

const asked: Asked[] = [];
/** Texts that come, or fail to, when the test says so. */
const late = (): Promise<Localized> => new Promise((answer, fail) => asked.push({ answer, fail }));

class TestSpeaker extends LitElement {
  readonly language = new LanguageController(this, [], late);
}
customElements.define('test-speaker', TestSpeaker);

describe('the language of an element', () => {
  const { warn } = console;
  afterEach(() => {
    console.warn = warn;
  });

  it('stays that of the page when the texts of the one before fail after all', async () => {
    const said: string[] = [];
    console.warn = (line: string) => said.push(line);
    const page = await fixture<HTMLElement>(html`<div lang="br"><test-speaker></test-speaker></div>`);
    const speaker = page.querySelector<TestSpeaker>('test-speaker');
    await waitUntil(() => asked.length === 1);
    page.lang = 'en';
    await waitUntil(() => asked.length === 2);
    asked[1]?.answer(localize('en', {}));
    await waitUntil(() => speaker?.language.messages?.lang === 'en');
    asked[0]?.fail(new Error('no such file'));
    await waitUntil(() => said.some((line) => line.includes('no such file')));
    await aTimeout(0);
    // French, which stands in for texts that do not come, was not asked for.
    expect(asked.length).to.equal(2);
    expect(speaker?.language.messages?.lang).to.equal('en');
  });
});
