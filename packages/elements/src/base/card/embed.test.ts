import { expect } from '@open-wc/testing';
import { pageDefaults } from '../defaults.ts';
import { type Embedded, scriptLine, snippet } from '../snippet.ts';
import { loaderAddress } from './embedded.ts';

const HOSTILE = `"><img src=x onerror=alert(1)> & 'l’eau' &amp; </a></div><script>1</script>`;
const embed = (more: Partial<Embedded>): Embedded => ({
  tag: 'ess-indicator',
  attributes: [],
  src: 'data.json',
  link: null,
  ...more,
});

/** Returns the elements that a browser makes of a snippet. */
function parsed(code: string): readonly Element[] {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: code });
  return [...content.querySelectorAll('*')];
}

describe('the code to embed a widget', () => {
  it('has each value as it is, whatever signs it holds', () => {
    const code = snippet(embed({ attributes: [['heading', HOSTILE]], src: `a.json?x=1&y="2"` }));
    const [block, ...others] = parsed(code);
    expect(others).to.deep.equal([]);
    expect(block?.getAttributeNames()).to.deep.equal(['data-ess', 'data-ess-src', 'data-ess-heading', 'style']);
    expect(block?.getAttribute('data-ess')).to.equal('indicator');
    expect(block?.getAttribute('data-ess-heading')).to.equal(HOSTILE);
    expect(block?.getAttribute('data-ess-src')).to.equal('a.json?x=1&y="2"');
    expect(block?.textContent).to.equal('');
  });

  it('escapes every sign that HTML reads, the ampersand first', () => {
    const code = snippet(embed({ attributes: [['heading', `& " < > &lt;`]], link: null }));
    expect(code).to.contain('data-ess-heading="&amp; &quot; &lt; &gt; &amp;lt;"');
  });

  it('has a link with its words as text', () => {
    const href = 'https://cress.example/?a="1"&b=<2>';
    const [, link, ...others] = parsed(snippet(embed({ link: { href, text: HOSTILE } })));
    expect(others).to.deep.equal([]);
    expect(link?.getAttributeNames()).to.deep.equal(['href']);
    expect([link?.getAttribute('href'), link?.textContent]).to.deep.equal([href, HOSTILE]);
  });

  it('loads the loader of the page by an address that cannot leave its attribute', () => {
    const before = pageDefaults.loader;
    try {
      Object.assign(pageDefaults, { loader: 'https://a.example/"><b>&amp;/ess.js?x=1#y' });
      const [script, ...others] = parsed(scriptLine(loaderAddress()));
      expect(others).to.deep.equal([]);
      expect(script?.getAttribute('src')).to.match(/^https:\/\/a\.example\/"><b>&amp;\/ess\.js\?v=\d+\.\d+\.\d+$/);
    } finally {
      Object.assign(pageDefaults, { loader: before });
    }
  });
});
