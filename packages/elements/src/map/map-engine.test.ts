import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../testing/testing.ts';
import { mapCardStyles } from './card.styles.ts';
import { Card } from './card.ts';
import { basemap, messages, options, point, points, texts } from './fixture.ts';
import { mapStyles } from './map.styles.ts';
import { createMapEngine } from './map-engine.ts';
import type { MapEngine, MapEngineOptions, MapPoint } from './types.ts';

interface Mounted {
  readonly engine: MapEngine;
  readonly root: ShadowRoot;
  readonly box: HTMLElement;
}

let mounted: Mounted | undefined;

/** A map 700 px wide in a shadow root, as an element would hold it. */
async function mount(more: Partial<MapEngineOptions> = {}, width = 700, look = ''): Promise<Mounted> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.style.cssText = `width: ${width}px; ${look}`;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { display: block; font: 16px sans-serif; } ${mapStyles.cssText} ${mapCardStyles.cssText}`);
  root.adoptedStyleSheets = [sheet];
  const box = document.createElement('div');
  root.append(box);
  const engine = createMapEngine(box, options(more));
  engine.label(new Card());
  mounted = { engine, root, box };
  return mounted;
}

const middleOf = (element: Element): readonly [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

const all = (root: ShadowRoot, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
const names = (root: ShadowRoot) => all(root, '.marker').map((node) => node.getAttribute('aria-label'));
const named = (root: ShadowRoot, start: string) =>
  all(root, '.marker').find((node) => node.getAttribute('aria-label')!.startsWith(start))!;
const viewport = (root: ShadowRoot) => root.querySelector<HTMLElement>('.viewport')!;
/** Names of the markers that the controls or the attribution touch. */
function covered(root: ShadowRoot): readonly (string | null)[] {
  const over = all(root, '.controls, .attribution').map((node) => node.getBoundingClientRect());
  const isUnder = (marker: HTMLElement): boolean => {
    const { left, top, right, bottom } = marker.getBoundingClientRect();
    return over.some((box) => left < box.right && right > box.left && top < box.bottom && bottom > box.top);
  };
  return all(root, '.marker')
    .filter(isUnder)
    .map((node) => node.getAttribute('aria-label'));
}
const control = (root: ShadowRoot, label: string) => root.querySelector<HTMLElement>(`button[aria-label="${label}"]`)!;

afterEach(async () => {
  mounted?.engine.destroy();
  mounted = undefined;
});

describe('the map', () => {
  it('draws markers and clusters as buttons, in the order of the list, with their names', async () => {
    const { root } = await mount();
    expect(names(root)).to.deep.equal([
      'Organisation a, Associations',
      '2 organisations, Ville d’Est, ouvrir',
      'Organisation b, Associations',
      'Organisation c, Associations',
      '3 organisations, au large, ouvrir',
    ]);
    expect(all(root, '.marker').every((node) => node.localName === 'button')).to.equal(true);
  });

  it('gives every marker a target of 24 px or more', async () => {
    const { root } = await mount();
    for (const marker of all(root, '.marker')) {
      expect(marker.getBoundingClientRect().width).to.be.at.least(24);
      expect(marker.getBoundingClientRect().height).to.be.at.least(24);
    }
  });

  it('is drawn for the width of paper before it is printed, and for its own after that', async () => {
    const { engine, root } = await mount();
    const places = () =>
      all(root, '.marker').map((marker) => {
        const { left, right } = marker.getBoundingClientRect();
        return [left, right];
      });
    const [before, { width }] = [places(), engine.stage.getBoundingClientRect()];
    expect(width).to.be.above(600);
    dispatchEvent(new Event('beforeprint'));
    const paper = engine.stage.getBoundingClientRect();
    expect(paper.width).to.equal(600);
    for (const [left = 0, right = 0] of places()) {
      expect(left).to.be.at.least(paper.left);
      expect(right).to.be.at.most(paper.right);
    }
    dispatchEvent(new Event('afterprint'));
    // Around the same centre: what its controls take is another share of it.
    for (const [at, [left = 0]] of places().entries()) expect(left).to.be.closeTo(before[at]?.[0] ?? 0, 8);
    engine.destroy();
    dispatchEvent(new Event('beforeprint'));
    expect(engine.stage.classList.contains('printed')).to.equal(false);
  });

  it('draws no shore where the land was only cut off', async () => {
    const { root } = await mount();
    const coast = root.querySelector('.coast')!.getAttribute('d')!;
    // Three sides of the square are shore; the eastern one is the edge of the basemap.
    expect(coast.match(/M/g)).to.have.length(1);
    expect(coast).to.not.contain('Z');
  });

  it('passes the accessibility checks', async () => {
    const { root } = await mount();
    await expect(root.host).to.be.accessible();
  });

  it('names towns unless a marker leaves them no room, and never over a marker', async () => {
    const { root } = await mount();
    const shown = all(root, '.labels .shown');
    expect(shown.map((node) => node.textContent)).to.include('Ville d’Ouest');
    for (const label of shown) {
      const a = label.getBoundingClientRect();
      for (const marker of all(root, '.marker')) {
        const b = marker.getBoundingClientRect();
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart, `${label.textContent} over ${marker.getAttribute('aria-label')}`).to.equal(true);
      }
    }
  });

  it('shows the attribution inside, at 11 px or more', async () => {
    const { root } = await mount();
    const node = root.querySelector<HTMLElement>('.map > .attribution')!;
    expect(node.textContent).to.equal('Fond d’essai');
    expect(Number.parseFloat(getComputedStyle(node).fontSize)).to.be.at.least(11);
  });

  it('does not draw anything through style attributes in markup, and puts text in as text', async () => {
    const { root } = await mount({ points: [{ ...points[0]!, name: '<img src=x onerror=alert(1)>' }] });
    mounted!.engine.setSelected('a');
    expect(root.querySelector('img')).to.equal(null);
    expect(root.querySelector('.label-card')!.textContent).to.contain('<img');
  });

  it('names the point whose position is none', async () => {
    const { engine } = await mount();
    expect(() => engine.setPoints([point('lost', Number.NaN, 48)])).to.throw(/"lost" has position NaN/);
  });
});

describe('selection on the map', () => {
  it('reports the chosen marker with the way it was chosen, and shows its label', async () => {
    const calls: unknown[] = [];
    const { root } = await mount({ onSelect: (...call) => calls.push(call) });
    named(root, 'Organisation b').click();
    expect(calls).to.deep.equal([['b', 'keyboard']]);
    expect(named(root, 'Organisation b').getAttribute('aria-current')).to.equal('true');
    const card = root.querySelector<HTMLElement>('.label-card')!;
    expect(card.hidden).to.equal(false);
    expect(card.textContent).to.equal('Organisation bAssociations');
  });

  it('draws the chosen marker at 28 px', async () => {
    const { engine, root } = await mount();
    engine.setSelected('b');
    expect(named(root, 'Organisation b').getBoundingClientRect().width).to.equal(28);
  });

  it('shows a chosen point inside a cluster on that cluster', async () => {
    const { engine, root } = await mount();
    engine.setSelected('e');
    expect(named(root, '2 organisations').getAttribute('aria-current')).to.equal('true');
    expect(root.querySelector('.label-card')!.textContent).to.contain('Organisation e');
  });

  it('gives the choice up when the ground is clicked', async () => {
    const calls: unknown[] = [];
    const { engine, root } = await mount({ onSelect: (...call) => calls.push(call) });
    engine.setSelected('a');
    viewport(root).click();
    expect(calls).to.deep.equal([[null, 'pointer']]);
    expect(root.querySelector('[aria-current]')).to.equal(null);
    expect(root.querySelector<HTMLElement>('.label-card')!.hidden).to.equal(true);
  });

  it('shows one place, whoever is there, with what lies around it, and several from as near as they allow', async () => {
    const { engine, root } = await mount();
    const here = { ...points[0]!, lon: -2.1, lat: 48.15 };
    engine.setPoints([here, { ...here, id: 'z' }, { ...here, id: 'y', lat: 48.2 }]);
    engine.fit(['a']);
    const { zoom } = engine.view;
    const towns = () => [...root.querySelectorAll('.town-name.shown')].map(({ textContent }) => textContent);
    expect(towns()).to.deep.equal(['Ville d’Est']);
    engine.fit(['a', 'z']);
    expect(engine.view.zoom).to.equal(zoom);
    engine.fit(['a', 'y']);
    expect(engine.view.zoom).to.be.greaterThan(2 * zoom);
    engine.showAround([-2.1, 48.15, -2.1, 48.15]);
    expect(engine.view.zoom).to.equal(zoom);
    expect(towns()).to.deep.equal(['Ville d’Est']);
  });

  it('brings a chosen point that is out of sight into view', async () => {
    const { engine } = await mount();
    engine.fit(['c']);
    engine.setSelected('b');
    const [west, south, east, north] = engine.view.bbox;
    expect(west < -2.2 && -2.2 < east && south < 48.8 && 48.8 < north).to.equal(true);
  });

  it('shows points beside what lies over a wide map, not behind it', async () => {
    const wide = [point('w', -3.2, 48.1), point('e', -1.8, 48.3)];
    const { engine, root } = await mount({ points: wide });
    engine.fit(wide.map(({ id }) => id));
    expect(engine.view.zoom).to.be.above(1);
    expect(covered(root)).to.deep.equal([]);
  });

  it('brings a chosen or focused marker out from behind its controls', async () => {
    const { engine, root } = await mount({ points: [point('a', -3.4, 48.2)] });
    engine.look({ center: [-3.4, 48.2], zoom: 4 });
    const [x, y] = middleOf(named(root, 'Organisation a'));
    const [overX, overY] = middleOf(root.querySelector('.controls')!);
    engine.pan(overX - x, overY - y);
    expect(covered(root)).to.have.length(1);
    named(root, 'Organisation a').focus();
    expect(covered(root)).to.deep.equal([]);
  });
});

describe('clusters on the map', () => {
  it('have their number in their disc, on one line, however large the letters of the page', async () => {
    const crowd = (id: string, n: number, lon: number) =>
      [...Array(n).keys()].map((at) => point(`${id}${at}`, lon, 48.1));
    const given = [...crowd('a', 12, -4), ...crowd('b', 123, -3), ...crowd('c', 1234, -2)];
    const count = (n: number) => (n > 999 ? '1 234' : String(n));
    document.documentElement.style.fontSize = '40px';
    const look = 'font-size: 40px; overflow-wrap: anywhere';
    const { root } = await mount({ points: given, messages: { ...messages, count } }, 320, look);
    const written = all(root, '.cluster-count').map((node) => {
      const text = document.createRange();
      text.selectNodeContents(node);
      const lines = new Set([...text.getClientRects()].map(({ top }) => top)).size;
      return [node.textContent, lines, text.getBoundingClientRect().width < node.parentElement!.clientWidth];
    });
    document.documentElement.style.fontSize = '';
    expect(written).to.deep.equal([
      ['12', 1, true],
      ['123', 1, true],
      ['1 234', 1, true],
    ]);
  });

  it('comes closer until the cluster falls apart', async () => {
    const { engine, root } = await mount();
    named(root, '2 organisations').click();
    expect(engine.view.zoom).to.be.greaterThan(1);
    expect(names(root)).to.include.members(['Organisation d, Associations', 'Organisation e, Associations']);
  });

  it('hands over the points of a cluster that no zoom takes apart, in the order of the list', async () => {
    const opened: unknown[] = [];
    const ids = [...'abcdefghi'];
    const { engine, root } = await mount({
      points: ids.map((id) => point(id, -2.6, 48)),
      onOpenCluster: (open) => opened.push(open),
    });
    expect(names(root)).to.deep.equal(['9 organisations, au large, lister']);
    named(root, '9 organisations').click();
    expect(opened).to.deep.equal([ids]);
    expect(engine.view.zoom).to.be.closeTo(1, 1e-6);
  });

  describe('of up to eight points at one place', () => {
    const atOnePlace = [...'abcdefgh'].map((id) => point(id, -2.6, 48));
    const spots = (root: ShadowRoot) => all(root, '.marker').map(middleOf);

    it('fan them out, each a target of its own, and close as a cluster', async () => {
      const { root } = await mount({ points: atOnePlace });
      const [cluster] = all(root, '.marker');
      const [x, y] = middleOf(cluster!);
      cluster!.click();
      const around = spots(root);
      expect(around).to.have.length(8);
      around.forEach(([left, top], at) => {
        expect(Math.hypot(left - x, top - y)).to.be.within(18, 60);
        for (const [right, bottom] of around.slice(at + 1))
          expect(Math.hypot(left - right, top - bottom)).to.be.at.least(24);
      });
      expect(all(root, '.legs path')).to.have.length(8);
      viewport(root).click();
      expect(names(root)).to.deep.equal(['8 organisations, au large, ouvrir']);
      expect(all(root, '.legs path')).to.have.length(0);
    });

    it('are opened with Enter, moved through with arrows, chosen, and closed with Escape', async () => {
      const chosen: unknown[] = [];
      const { root } = await mount({ points: atOnePlace, onSelect: (id) => chosen.push(id) });
      all(root, '.marker')[0]!.focus();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'ArrowRight' });
      expect((root.activeElement as HTMLElement).getAttribute('aria-label')).to.equal('Organisation b, Associations');
      await sendKeys({ press: 'Enter' });
      expect(chosen).to.deep.equal(['b']);
      await sendKeys({ press: 'Escape' });
      expect((root.activeElement as HTMLElement).getAttribute('aria-label')).to.equal(
        '8 organisations, au large, ouvrir',
      );
    });

    it('are a cluster again as soon as the scale changes', async () => {
      const { engine, root } = await mount({ points: [...atOnePlace, point('z', -3.6, 48.7)] });
      named(root, '8 organisations').click();
      expect(all(root, '.marker')).to.have.length(9);
      engine.look({ center: [-2.6, 48], zoom: 4 });
      expect(names(root)).to.deep.equal(['8 organisations, au large, ouvrir']);
    });
  });

  it('are rings whose parts are as long as the shares of what they hold', async () => {
    const kind = (id: string, tone: string, shape: MapPoint['shape']) => ({ ...point(id, -2.6, 48), tone, shape });
    const { root } = await mount({
      points: [kind('a', '--a', 'disc'), kind('b', '--b', 'star'), kind('c', '--b', 'star'), kind('d', '--b', 'star')],
    });
    const parts = [...root.querySelectorAll<SVGPathElement>('.ring path:not(.grain)')];
    expect(parts.map(({ style }) => style.stroke)).to.deep.equal(['var(--b)', 'var(--a)']);
    const [most = 0, least = 1] = parts.map((path) => path.getTotalLength());
    expect(most / least).to.be.within(2.9, 3.3);
    // Colour is not all that tells them apart.
    const grains = [...root.querySelectorAll('.grain')].map((grain) => getComputedStyle(grain).strokeDasharray);
    expect(new Set(grains).size).to.equal(2);
    expect(root.querySelector('.cluster')!.textContent).to.equal('4');
  });

  it('keeps only what is in view in the document', async () => {
    const many = [...Array(10_000).keys()].map((i) =>
      point(`p${i}`, -3.9 + (i % 100) * 0.028, 47.6 + Math.floor(i / 100) * 0.013),
    );
    const { engine, root } = await mount({ points: many });
    expect(all(root, '.marker').length).to.be.lessThan(400);
    engine.zoomIn();
    engine.zoomIn();
    expect(all(root, '.marker').length).to.be.lessThan(400);
  });
});

describe('the keyboard on the map', () => {
  it('has two stops before the controls: the viewport, then one marker', async () => {
    const { root } = await mount();
    const stops = [...root.querySelectorAll<HTMLElement>('[tabindex="0"], button:not([tabindex="-1"])')];
    expect(stops.slice(0, 2).map((node) => node.classList[0])).to.deep.equal(['viewport', 'marker']);
    expect(stops.slice(2).every((node) => node.classList.contains('control'))).to.equal(true);
  });

  it('names the viewport and says how to move in it', async () => {
    const { root } = await mount();
    const node = viewport(root);
    expect(node.getAttribute('role')).to.equal('application');
    expect(node.getAttribute('aria-label')).to.equal('Carte');
    expect(root.getElementById(node.getAttribute('aria-describedby')!)!.textContent).to.equal(texts.instructions);
  });

  it('is the only application, and says its instructions once: as its description', async () => {
    const { root } = await mount();
    expect(root.querySelectorAll('[role="application"]').length).to.equal(1);
    expect(viewport(root).innerText).to.equal('');
  });

  it('offers in words what goes on where the map ends, on the button that zooms in', async () => {
    const { engine, root } = await mount();
    let accepted = 0;
    engine.setBeyond({ name: 'Plan de rue', accept: () => (accepted += 1) });
    const button = root.querySelector<HTMLButtonElement>('.control.zoomIn')!;
    expect(button.textContent).to.equal('');
    for (let zoom = 0; zoom < 12 && !button.textContent; zoom++) engine.zoomIn();
    expect([button.textContent, button.getAttribute('aria-label')]).to.deep.equal(['Plan de rue', 'Plan de rue']);
    button.click();
    expect(accepted).to.equal(1);
    engine.setBeyond(null);
    expect(button.textContent).to.equal('');
  });

  it('pans with arrows, zooms with + and −, returns with Home and 0', async () => {
    const { engine, root } = await mount();
    viewport(root).focus();
    const start = engine.view;
    await sendKeys({ press: '+' });
    expect(engine.view.zoom).to.be.closeTo(2, 1e-6);
    const before = engine.view.center;
    await sendKeys({ press: 'ArrowRight' });
    expect(engine.view.center[0]).to.be.greaterThan(before[0]);
    await sendKeys({ press: 'ArrowDown' });
    expect(engine.view.center[1]).to.be.lessThan(before[1]);
    await sendKeys({ press: '-' });
    expect(engine.view.zoom).to.be.closeTo(1, 1e-6);
    await sendKeys({ press: '+' });
    await sendKeys({ press: 'Home' });
    expect(engine.view.center[0]).to.be.closeTo(start.center[0], 1e-6);
    await sendKeys({ press: '+' });
    await sendKeys({ press: '0' });
    expect(engine.view.zoom).to.be.closeTo(1, 1e-6);
  });

  it('moves between markers in the order of the list, with Home and End', async () => {
    const { root } = await mount();
    all(root, '.marker')[0]!.focus();
    const focused = () => (root.activeElement as HTMLElement).getAttribute('aria-label');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused()).to.equal('2 organisations, Ville d’Est, ouvrir');
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused()).to.equal('3 organisations, au large, ouvrir');
    await sendKeys({ press: 'Home' });
    expect(focused()).to.equal('Organisation a, Associations');
    await sendKeys({ press: 'End' });
    expect(focused()).to.equal('3 organisations, au large, ouvrir');
    expect(all(root, '.marker[tabindex="0"]')).to.deep.equal([root.activeElement]);
  });

  it('chooses with Enter and goes back to the viewport with Escape', async () => {
    const calls: unknown[] = [];
    const { root } = await mount({ onSelect: (...call) => calls.push(call) });
    named(root, 'Organisation c').focus();
    await sendKeys({ press: 'Enter' });
    expect(calls).to.deep.equal([['c', 'keyboard']]);
    await sendKeys({ press: 'Escape' });
    expect(root.activeElement === viewport(root)).to.equal(true);
  });

  it('leaves a dialog open around it when Escape goes back to the viewport', async () => {
    const { root } = await mount();
    const dialog = document.createElement('dialog');
    root.host.replaceWith(dialog);
    dialog.append(root.host);
    dialog.showModal();
    named(root, 'Organisation c').focus();
    await sendKeys({ press: 'Escape' });
    expect(dialog.open).to.equal(true);
    expect(root.activeElement === viewport(root)).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(dialog.open).to.equal(false);
    dialog.remove();
  });

  it('shows the label of the focused marker', async () => {
    const { root } = await mount();
    named(root, 'Organisation b').focus();
    expect(root.querySelector('.label-card')!.textContent).to.contain('Organisation b');
  });

  it('hands the focus of an opened cluster to its first point', async () => {
    const { root } = await mount();
    named(root, '2 organisations').focus();
    await sendKeys({ press: 'Enter' });
    expect(root.activeElement === named(root, 'Organisation d')).to.equal(true);
  });

  it('goes back to where it was left', async () => {
    const { engine } = await mount();
    engine.zoomIn();
    engine.pan(60, 40);
    const { center, zoom } = engine.view;
    engine.fit();
    expect(engine.view.zoom).to.equal(1);
    engine.look({ center, zoom });
    expect(engine.view.zoom).to.be.closeTo(zoom, 1e-9);
    expect(engine.view.center[0]).to.be.closeTo(center[0], 1e-9);
    expect(engine.view.center[1]).to.be.closeTo(center[1], 1e-9);
  });

  it('shows the whole region in place of what lies beyond its ground', async () => {
    const { engine } = await mount();
    const { center } = engine.view;
    engine.look({ center: [100, 10], zoom: 5 });
    expect(engine.view.zoom).to.equal(1);
    expect(engine.view.center).to.deep.equal(center);
  });

  it('hands the focus of a marker that disappears to the cluster that takes it', async () => {
    const { engine, root } = await mount();
    engine.fit(['d', 'e']);
    named(root, 'Organisation e').focus();
    engine.fit();
    expect(root.activeElement === named(root, '2 organisations')).to.equal(true);
  });

  it('keeps the focus on a marker that stays when the points change', async () => {
    const { engine, root } = await mount();
    const before = named(root, 'Organisation c');
    before.focus();
    engine.setPoints([...points].reverse());
    expect(root.activeElement === before).to.equal(true);
  });

  it('leaves the markers that stay where they are, and puts others between them in the order of the list', async () => {
    const { engine, root } = await mount();
    const group = root.querySelector('.markers')!;
    const seen = new MutationObserver(() => undefined);
    seen.observe(group, { childList: true });
    engine.refresh();
    expect(seen.takeRecords()).to.have.length(0);
    const before = [...group.children];
    engine.setPoints(points.filter(({ id }) => id !== 'a'));
    expect(seen.takeRecords().map(({ removedNodes }) => removedNodes.length)).to.deep.equal([1]);
    engine.setPoints(points);
    const after = [...group.children];
    expect(after.map((node) => node.ariaLabel)).to.deep.equal(before.map((node) => node.ariaLabel));
    expect(after.filter((node) => before.includes(node))).to.have.length(before.length - 1);
    seen.disconnect();
  });

  it('keeps the picture of a marker whose name comes after it', async () => {
    const { engine, root } = await mount();
    const picture = named(root, 'Organisation c').firstElementChild;
    engine.setPoints(points.map((point) => (point.id === 'c' ? { ...point, name: 'Organisation C' } : point)));
    expect(named(root, 'Organisation C').firstElementChild === picture).to.equal(true);
    engine.setPoints(points.map((point) => (point.id === 'c' ? { ...point, hollow: !point.hollow } : point)));
    expect(named(root, 'Organisation c').firstElementChild === picture).to.equal(false);
  });

  it('gives the focus to the viewport when the focused marker is filtered away', async () => {
    const { engine, root } = await mount();
    named(root, 'Organisation c').focus();
    engine.setPoints(points.filter(({ id }) => id !== 'c'));
    expect(root.activeElement === viewport(root)).to.equal(true);
  });

  it('has buttons for everything that a drag does', async () => {
    const { engine, root } = await mount();
    engine.zoomIn();
    const move = control(root, 'Déplacer');
    const west = control(root, 'Vers l’ouest');
    expect(west.checkVisibility()).to.equal(false);
    move.click();
    expect(move.getAttribute('aria-expanded')).to.equal('true');
    expect(west.checkVisibility()).to.equal(true);
    const before = engine.view.center[0];
    west.click();
    expect(engine.view.center[0]).to.be.lessThan(before);
  });

  it('says where zooming ends without taking the focus away', async () => {
    const { root } = await mount();
    expect(control(root, 'Dézoomer').getAttribute('aria-disabled')).to.equal('true');
    control(root, 'Zoomer').click();
    expect(control(root, 'Dézoomer').getAttribute('aria-disabled')).to.equal('false');
    for (let i = 0; i < 8; i++) control(root, 'Zoomer').click();
    expect(control(root, 'Zoomer').getAttribute('aria-disabled')).to.equal('true');
    expect(mounted!.engine.view.zoom).to.be.closeTo(64, 0.1);
  });
});

describe('the pointer on the map', () => {
  const wheel = (root: ShadowRoot, more: WheelEventInit = {}) => {
    const { left, top } = viewport(root).getBoundingClientRect();
    const init = {
      deltaY: -100,
      clientX: left + 100,
      clientY: top + 100,
      bubbles: true,
      composed: true,
      cancelable: true,
    };
    const event = new WheelEvent('wheel', { ...init, ...more });
    viewport(root).dispatchEvent(event);
    return event;
  };
  /** Turns the wheel over a marker, which has to stay there. */
  const staysUnderWheel = async (root: ShadowRoot, marker: Element): Promise<void> => {
    const [x, y] = middleOf(marker);
    wheel(root, { ctrlKey: true, clientX: x, clientY: y, deltaY: -40 });
    await nextFrame();
    expect(middleOf(marker)[0]).to.be.closeTo(x, 1);
    expect(middleOf(marker)[1]).to.be.closeTo(y, 1);
  };

  it('lets the page scroll: the wheel alone does not zoom', async () => {
    const { engine, root } = await mount();
    const event = wheel(root);
    expect(event.defaultPrevented).to.equal(false);
    expect(engine.view.zoom).to.be.closeTo(1, 1e-6);
  });

  it('zooms with Ctrl and the wheel', async () => {
    const { engine, root } = await mount();
    expect(wheel(root, { ctrlKey: true }).defaultPrevented).to.equal(true);
    expect(engine.view.zoom).to.be.greaterThan(1);
  });

  it('zooms with the wheel after a click in the map, until the pointer leaves', async () => {
    const { engine, root } = await mount();
    viewport(root).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(wheel(root).defaultPrevented).to.equal(true);
    const zoom = engine.view.zoom;
    root.querySelector('.stage')!.dispatchEvent(new PointerEvent('pointerleave'));
    expect(wheel(root).defaultPrevented, 'after leaving').to.equal(false);
    expect(zoom).to.be.greaterThan(1);
    expect(engine.view.zoom).to.equal(zoom);
  });

  it('leaves one finger to the page', async () => {
    const { root } = await mount();
    expect(getComputedStyle(root.querySelector('.stage')!).touchAction).to.equal('pan-y');
  });

  it('pans with a drag and does not take the drag for a click', async () => {
    const calls: unknown[] = [];
    const { engine, root } = await mount({ onSelect: (...call) => calls.push(call) });
    engine.zoomIn();
    engine.setSelected('a');
    engine.fit(['x']);
    const { left, top, width, height } = viewport(root).getBoundingClientRect();
    const at: [number, number] = [Math.round(left + width / 4), Math.round(top + height / 4)];
    const before = engine.view.center[0];
    await sendMouse({ type: 'move', position: at });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [at[0] + 60, at[1]] });
    await sendMouse({ type: 'up' });
    expect(engine.view.center[0]).to.be.lessThan(before);
    expect(calls).to.deep.equal([]);
  });

  it('zooms and moves with two fingers, and only then keeps the page still', async () => {
    const { engine, root } = await mount();
    const node = viewport(root);
    const { left, top } = node.getBoundingClientRect();
    const touch = (type: string, points: readonly (readonly [number, number])[]) => {
      const touches = points.map(
        ([x, y], identifier) => new Touch({ identifier, target: node, clientX: left + x, clientY: top + y }),
      );
      const event = new TouchEvent(type, {
        touches,
        changedTouches: touches,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      node.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const one = [touch('touchstart', [[100, 100]]), touch('touchmove', [[100, 160]]), touch('touchend', [])];
    expect(one).to.deep.equal([false, false, false]);
    expect(engine.view.zoom).to.be.closeTo(1, 1e-6);
    const two = [
      touch('touchstart', [
        [200, 200],
        [300, 200],
      ]),
      touch('touchmove', [
        [150, 200],
        [350, 200],
      ]),
      touch('touchend', []),
    ];
    expect(two).to.deep.equal([true, true, false]);
    expect(engine.view.zoom).to.be.closeTo(2, 1e-6);
    const before = engine.view.center[0];
    touch('touchstart', [
      [200, 200],
      [300, 200],
    ]);
    touch('touchmove', [
      [260, 200],
      [360, 200],
    ]);
    touch('touchend', []);
    expect(engine.view.center[0]).to.be.lessThan(before);
    expect(engine.view.zoom).to.be.closeTo(2, 1e-6);
  });

  it('keeps what is under the pointer under it while the wheel zooms', async () => {
    const { engine, root } = await mount();
    engine.fit(['b']);
    engine.zoomOut();
    await staysUnderWheel(root, named(root, 'Organisation b'));
  });

  for (const look of ['zoom: 1.5', 'transform: scale(0.8)']) {
    it(`shows the region beside its controls where the host page has ${look}`, async () => {
      const ends = [point('w', -3.9, 48.3), point('e', -1.4, 48.7)];
      const { engine, root } = await mount({ points: ends }, 700, look);
      expect(covered(root)).to.deep.equal([]);
      const { transform } = named(root, 'Organisation e').style;
      engine.destroy();
      const { root: plain } = await mount({ points: ends });
      expect(named(plain, 'Organisation e').style.transform).to.equal(transform);
    });

    it(`keeps what is under the pointer under it where the host page has ${look}`, async () => {
      const { root } = await mount({}, 700, look);
      await staysUnderWheel(root, named(root, 'Organisation a'));
    });
  }

  it('lets the page scroll on where the scale ends', async () => {
    const { root } = await mount();
    expect(wheel(root, { ctrlKey: true, deltaY: 100 }).defaultPrevented).to.equal(false);
  });

  it('shows the label of the marker under the pointer', async () => {
    const { root } = await mount();
    named(root, 'Organisation c').dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
    expect(root.querySelector('.label-card')!.textContent).to.contain('Organisation c');
    named(root, 'Organisation c').dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    expect(root.querySelector<HTMLElement>('.label-card')!.hidden).to.equal(true);
  });

  it('takes that label away with Escape, wherever the focus is; what is chosen keeps its own', async () => {
    const { engine, root } = await mount();
    const card = root.querySelector<HTMLElement>('.label-card')!;
    const point = (name: string) =>
      named(root, name).dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
    /** @returns whether the key may do something else too */
    const escape = () =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    point('Organisation c');
    expect([escape(), card.hidden]).to.deep.equal([false, true]);
    expect(escape(), 'nothing to take away').to.equal(true);
    engine.setSelected('a');
    point('Organisation c');
    expect(escape()).to.equal(false);
    expect(card.textContent).to.contain('Organisation a');
    expect([escape(), card.hidden]).to.deep.equal([true, false]);
  });

  it('zooms with a double click', async () => {
    const { engine, root } = await mount();
    viewport(root).dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true, cancelable: true }));
    expect(engine.view.zoom).to.be.closeTo(2, 1e-6);
  });
});

describe('the view of the map', () => {
  it('shows the whole focus of the basemap first', async () => {
    const { engine } = await mount();
    const [west, south, east, north] = engine.view.bbox;
    const [w, s, e, n] = basemap.focus;
    expect(west <= w && south <= s && east >= e && north >= n).to.equal(true);
  });

  it('keeps its centre and its zoom when its size changes', async () => {
    const { engine, root } = await mount();
    engine.fit(['x']);
    const before = engine.view;
    (root.host as HTMLElement).style.width = '500px';
    await nextFrame();
    await nextFrame();
    expect(engine.view.center[0]).to.be.closeTo(before.center[0], 0.01);
    expect(engine.view.center[1]).to.be.closeTo(before.center[1], 0.01);
    expect(engine.view.zoom).to.be.closeTo(before.zoom, 0.01);
  });

  it('does not leave the basemap', async () => {
    const { engine } = await mount();
    engine.fit(['x']);
    engine.pan(-100_000, 100_000);
    const [west, south, east, north] = engine.view.bbox;
    const [w, s, e, n] = basemap.bbox;
    expect(west >= w - 1e-6 && south >= s - 1e-6 && east <= e + 1e-6 && north <= n + 1e-6).to.equal(true);
  });

  it('tells when it came to rest elsewhere', async () => {
    const moves: number[] = [];
    const { engine } = await mount({ onMove: ({ zoom }) => moves.push(Math.round(zoom)) });
    moves.length = 0;
    engine.zoomIn();
    expect(moves).to.deep.equal([2]);
  });

  it('flies there in several frames unless the visitor prefers less motion', async () => {
    const moves: number[] = [];
    const { engine } = await mount({ reducedMotion: () => false, onMove: ({ zoom }) => moves.push(Math.round(zoom)) });
    moves.length = 0;
    engine.zoomIn();
    expect(engine.view.zoom).to.be.closeTo(1, 1e-6);
    await waitUntil(() => moves.length > 0);
    expect(moves).to.deep.equal([2]);
  });

  it('reads the visitor’s preference where none is given', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const { reducedMotion: _, ...rest } = options();
    const engine = createMapEngine(host, rest);
    engine.zoomIn();
    const zoom = engine.view.zoom;
    engine.destroy();
    await emulateMedia({ reducedMotion: 'no-preference' });
    expect(zoom).to.be.closeTo(2, 1e-6);
  });

  it('puts its controls over a wide map and in a row below a narrow one', async () => {
    const wide = await mount();
    const inside = () => {
      const stage = mounted!.root.querySelector('.stage')!.getBoundingClientRect();
      return mounted!.root.querySelector('.bar')!.getBoundingClientRect().top < stage.bottom - 10;
    };
    expect(inside()).to.equal(true);
    wide.engine.destroy();
    const { root } = await mount({}, 360);
    expect(inside()).to.equal(false);
    for (const node of all(root, '.bar .control')) expect(node.getBoundingClientRect().height).to.equal(44);
  });

  it('is as large above that row whatever fraction of a px its height is', async () => {
    for (const width of [340.2, 340.4, 340.6, 340.8]) {
      const { root, engine } = await mount({ points: [point('w', -3.5, 48.2), point('e', -1.5, 48.2)] }, width);
      const [west, east] = all(root, '.marker').map((marker) => marker.getBoundingClientRect().left);
      expect(east! - west!, `${width}`).to.be.above(width / 2);
      engine.destroy();
    }
  });

  it('changes the language of its controls and names', async () => {
    const { engine, root } = await mount();
    const english: Partial<typeof texts> = { zoomIn: 'Zoom in', viewport: 'Map' };
    engine.setMessages({ ...messages, text: (of) => english[of] ?? of, marker: ({ name }) => `${name} (member)` });
    expect(control(root, 'Zoom in')).to.not.equal(null);
    expect(viewport(root).getAttribute('aria-label')).to.equal('Map');
    expect(names(root)[0]).to.equal('Organisation a (member)');
  });
});

describe('the end of a map', () => {
  it('leaves nothing in its container and nothing running', async () => {
    const moves: unknown[] = [];
    const { engine, box } = await mount({ reducedMotion: () => false, onMove: (view) => moves.push(view) });
    moves.length = 0;
    engine.zoomIn();
    engine.destroy();
    expect(box.childNodes).to.have.length(0);
    await nextFrame();
    await nextFrame();
    box.parentElement?.dispatchEvent(new Event('resize'));
    await aTimeout(0);
    expect(moves).to.deep.equal([]);
  });

  it('can be made and ended a hundred times', async () => {
    const { engine, box } = await mount();
    engine.destroy();
    for (let i = 0; i < 100; i++) createMapEngine(box, options()).destroy();
    expect(box.childNodes).to.have.length(0);
  });

  it('starts to draw when its container gets a size', async () => {
    const { root, engine } = await mount({}, 0);
    expect(all(root, '.marker')).to.have.length(0);
    (root.host as HTMLElement).style.width = '600px';
    await waitUntil(() => all(root, '.marker').length > 0);
    expect(engine.view.zoom).to.be.closeTo(1, 1e-6);
  });
});

describe('forced colours', () => {
  it('keep markers visible in the system’s colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    await setViewport({ width: 1024, height: 768 });
    const { root } = await mount();
    const cluster = named(root, '2 organisations');
    const { backgroundColor, color } = getComputedStyle(cluster);
    expect(getComputedStyle(cluster).forcedColorAdjust).to.equal('none');
    await emulateMedia({ forcedColors: 'none' });
    expect(backgroundColor).to.not.equal(color);
  });
});

describe('a browser without ResizeObserver', () => {
  const { ResizeObserver } = globalThis;
  before(() => void Reflect.deleteProperty(globalThis, 'ResizeObserver'));
  after(() => void Object.assign(globalThis, { ResizeObserver }));

  it('draws the map once', async () => {
    const { root } = await mount();
    await waitUntil(() => names(root).length > 0);
    expect(root.querySelector('.viewport')).to.exist;
  });
});
