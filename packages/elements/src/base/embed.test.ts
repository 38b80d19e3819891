import { expect } from '@open-wc/testing';
import { type Placed, snippetFor } from './embed.ts';

const HOSTILE = `"><img src=x onerror=alert(1)> & 'l’eau' &amp; </a></div><script>1</script>`;
const placed = (more: Partial<Placed> = {}): Placed => ({
  tag: 'ess-member-map',
  src: 'https://a.example/l.csv',
  link: { href: 'https://a.example/', text: 'A' },
  attributes: [
    ['territory', 'departement-29'],
    ['theme', 'dark'],
  ],
  loader: 'https://a.example/ess/ess.js',
  source: 'adherents',
  title: 'La carte',
  frame: 'https://a.example/ess/atelier/embed.html',
  frameHeight: 640,
  page: null,
  ...more,
});
/** Returns the block of a widget without attributes. */
const snippet = (more: Partial<Placed>): string =>
  snippetFor(placed({ attributes: [], link: null, ...more }), 'wordpress', 'editor').code;

/** Returns the elements that a browser makes of a snippet. */
function parsed(code: string): readonly Element[] {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: code });
  return [...content.querySelectorAll('*')];
}

describe('the code to embed a widget', () => {
  it('has each value as it is, whatever signs it holds', () => {
    const code = snippet({ attributes: [['heading', HOSTILE]], src: `a.json?x=1&y="2"` });
    const [block, ...others] = parsed(code);
    expect(others).to.deep.equal([]);
    expect(block?.getAttributeNames()).to.deep.equal(['data-ess', 'data-ess-src', 'data-ess-heading', 'style']);
    expect(block?.getAttribute('data-ess')).to.equal('member-map');
    expect(block?.getAttribute('data-ess-heading')).to.equal(HOSTILE);
    expect(block?.getAttribute('data-ess-src')).to.equal('a.json?x=1&y="2"');
    expect(block?.textContent).to.equal('');
  });

  it('escapes every sign that HTML reads, the ampersand first', () => {
    const code = snippet({ attributes: [['heading', `& " < > &lt;`]] });
    expect(code).to.contain('data-ess-heading="&amp; &quot; &lt; &gt; &amp;lt;"');
  });

  it('has a link with its words as text', () => {
    const href = 'https://cress.example/?a="1"&b=<2>';
    const [, link, ...others] = parsed(snippet({ link: { href, text: HOSTILE } }));
    expect(others).to.deep.equal([]);
    expect(link?.getAttributeNames()).to.deep.equal(['href']);
    expect([link?.getAttribute('href'), link?.textContent]).to.deep.equal([href, HOSTILE]);
  });

  it('loads the loader by an address that cannot leave its attribute', () => {
    const loader = 'https://a.example/"><b>&amp;/ess.js?x=1#y';
    const [script, ...others] = parsed(snippetFor(placed({ loader }), 'wordpress', 'editor').once ?? '');
    expect(others).to.deep.equal([]);
    expect(script?.getAttribute('src')).to.match(/^https:\/\/a\.example\/"><b>&amp;\/ess\.js\?v=\d+\.\d+\.\d+$/);
  });
});

describe('the code for a place', () => {
  it('is a block and a shortcode of the plugin of WordPress, which names its source', () => {
    const { code, other, ask } = snippetFor(placed(), 'wordpress-plugin', 'any');
    expect(code).to.equal(
      '<!-- wp:ess/widget {"widget":"member-map","source":"adherents","territory":"departement-29","theme":"dark"} /-->',
    );
    expect(other).to.equal('[ess widget="member-map" source="adherents" territory="departement-29" theme="dark"]');
    expect(ask?.fr).to.contain('«\u202fadherents\u202f»').and.to.contain('https://a.example/l.csv');
  });

  it('names no source where the plugin has the data itself, and asks nobody', () => {
    const { code, ask } = snippetFor(placed({ source: '' }), 'wordpress-plugin', 'any');
    expect(code).not.to.contain('source');
    expect(ask).to.equal(undefined);
  });

  it('keeps a block, a shortcode and a modèle whole, whatever a value holds', () => {
    const hostile = placed({ attributes: [['heading', '--> "]|> <b>']] });
    const block = snippetFor(hostile, 'wordpress-plugin', 'any');
    expect(block.code.indexOf('-->')).to.equal(block.code.length - 3);
    expect(JSON.parse(/\{.*\}/.exec(block.code)?.[0] ?? '').heading).to.equal('--> "]|> <b>');
    expect(block.other?.match(/[\]"]/g)?.length).to.equal(7);
    expect(snippetFor(hostile, 'spip', 'plugin').code.match(/[|>]/g)?.join('')).to.equal('|||>');
  });

  it('is a modèle in the words of SPIP; without the plugin a block, and a message for the webmaster', () => {
    expect(snippetFor(placed(), 'spip', 'plugin').code).to.equal(
      '<ess|carte|source=adherents|territoire=departement-29|theme=sombre>',
    );
    const { code, ask } = snippetFor(placed(), 'spip', 'none');
    expect(code).to.match(/^<div data-ess="member-map"/);
    expect(ask?.en).to.contain('<script type="module" src="https://a.example/ess/ess.js?v=');
  });

  it('has no script and no block where these would not survive', () => {
    for (const [to, right] of [
      ['wordpress', 'author'],
      ['mail', 'any'],
    ] as const)
      expect(snippetFor(placed(), to, right)).to.deep.equal({ code: '<a href="https://a.example/">La carte</a>' });
  });

  it('is the address of the page alone on its line for who may write text alone, a link to it in a message', () => {
    const own = placed({ page: 'https://a.example/f/member-map.fr/' });
    expect(snippetFor(own, 'wordpress', 'author')).to.deep.equal({ code: 'https://a.example/f/member-map.fr/' });
    expect(snippetFor(own, 'mail', 'any').code).to.equal('<a href="https://a.example/f/member-map.fr/">La carte</a>');
  });

  it('is a frame that runs nothing outside itself, of a source that is a name', () => {
    const { code } = snippetFor(placed({ title: 'La "carte"' }), 'frame', 'frame');
    const [frame, ...others] = parsed(code);
    expect(others).to.deep.equal([]);
    expect(frame?.getAttribute('title')).to.equal('La "carte"');
    expect(frame?.hasAttribute('data-ess-frame')).to.equal(true);
    expect(frame?.getAttribute('sandbox')).to.equal('allow-scripts allow-popups allow-downloads');
    expect(frame?.getAttribute('src')).to.equal(
      'https://a.example/ess/atelier/embed.html?widget=member-map&source=adherents&territory=departement-29&theme=dark',
    );
    expect(snippetFor(placed(), 'notion', 'link').code).to.equal(frame?.getAttribute('src'));
  });

  it('has the colour of its author, and the height of its preview', () => {
    const { code } = snippetFor(placed({ accent: '#006b5e', height: '20rem' }), 'html', 'ftp');
    expect(code).to.contain('style="min-height:20rem;--ess-accent:#006b5e"');
  });
});
