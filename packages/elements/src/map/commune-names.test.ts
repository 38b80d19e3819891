import { groundLines, linePath, mapBasemap, parseBasemap, parseCommunes } from '@ess-widgets/core/geo';
import { expect, fixture, html } from '@open-wc/testing';
import { rankCommunes } from './commune-names.ts';
import { options, point } from './fixture.ts';
import { mapStyles } from './map.styles.ts';
import { createMapEngine } from './map-engine.ts';
import type { MapEngine, MapPoint } from './types.ts';

const DATA = '/packages/bretagne/data/';
const read = async (file: string): Promise<unknown> => (await fetch(`${DATA}${file}`)).json();

const basemap = mapBasemap(parseBasemap(await read('basemap.json')), 'fr');
const communes = rankCommunes(parseCommunes(await read('communes.json')));

let mounted: MapEngine | undefined;
afterEach(() => mounted?.destroy());

/** A map of Brittany of 700 × 500 px, with the names of its communes. */
async function mount(points: readonly MapPoint[] = []): Promise<MapEngine> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.style.cssText = 'width: 700px; --_map-ratio: 1.4';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { display: block; font: 16px sans-serif; } ${mapStyles.cssText}`);
  root.adoptedStyleSheets = [sheet];
  mounted = createMapEngine(root as unknown as HTMLElement, options({ basemap, points }));
  mounted.name(communes);
  return mounted;
}

/** Positions on the land of the region, by a fixed rule. */
function landPoints(engine: MapEngine, n: number): readonly (readonly [lon: number, lat: number])[] {
  const { focus } = basemap;
  const land = new Path2D(
    groundLines(basemap)
      .region.map((ring) => linePath(engine.plane, ring))
      .join(''),
  );
  const context = document.createElement('canvas').getContext('2d')!;
  const [west, south, east, north] = focus;
  const found: [number, number][] = [];
  let seed = 29;
  const next = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  while (found.length < n) {
    const [lon, lat] = [west + next() * (east - west), south + next() * (north - south)];
    if (context.isPointInPath(land, ...engine.plane.toPlane(lon, lat))) found.push([lon, lat]);
  }
  return found;
}

const shown = (engine: MapEngine) => [...engine.stage.querySelectorAll<HTMLElement>('.town-name.shown')];
const textsOf = (engine: MapEngine) => shown(engine).map(({ textContent }) => textContent);
const apart = (a: DOMRect, b: DOMRect) =>
  a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom;

describe('the names of communes', () => {
  it('are at least three in view at every allowed zoom, wherever one looks on land', async () => {
    const engine = await mount();
    const spots = landPoints(engine, 20);
    engine.look({ center: spots[0]!, zoom: 1000 });
    const closest = engine.view.zoom;
    expect(closest).to.be.within(15, 25);
    for (const center of spots) {
      for (let zoom = 1; zoom < closest * 1.2; zoom *= Math.SQRT2) {
        engine.look({ center, zoom: Math.min(zoom, closest) });
        expect(textsOf(engine), `${center} at ${zoom}`).to.have.length.of.at.least(3);
      }
    }
  });

  it('stand inside the map, apart from one another and from markers', async () => {
    const engine = await mount([point('a', -1.68, 48.11), point('b', -1.7, 48.2)]);
    engine.look({ center: [-1.68, 48.13], zoom: 8 });
    const stage = engine.stage.getBoundingClientRect();
    const boxes = shown(engine).map((node) => node.getBoundingClientRect());
    const markers = [...engine.stage.querySelectorAll('.marker .shape')].map((node) => node.getBoundingClientRect());
    expect([boxes.length > 5, markers.length]).to.deep.equal([true, 2]);
    boxes.forEach((box, at) => {
      expect(box.left >= stage.left && box.right <= stage.right).to.equal(true);
      for (const other of [...boxes.slice(at + 1), ...markers]) expect(apart(box, other)).to.equal(true);
    });
  });

  it('name the larger of two neighbours, and a town of the ground before both, once', async () => {
    const engine = await mount();
    engine.look({ center: [-1.68, 48.11], zoom: 4 });
    const names = textsOf(engine);
    expect(names[0]).to.equal('Rennes');
    expect(names.filter((name) => name === 'Rennes')).to.have.length(1);
    const two = [
      { name: 'Petit-Bourg', lon: -3.3, lat: 48.1 },
      { name: 'Grand-Bourg', lon: -3.301, lat: 48.101 },
    ];
    const near = async (list: typeof two): Promise<readonly string[]> => {
      engine.name(list);
      engine.look({ center: [-3.3, 48.1], zoom: 4 });
      return textsOf(engine).filter((name) => name.endsWith('Bourg'));
    };
    expect([await near(two), await near([...two].reverse())]).to.deep.equal([['Petit-Bourg'], ['Grand-Bourg']]);
  });

  it('are not written over the whole region, where the towns of the ground are', async () => {
    const engine = await mount();
    const known = new Set(basemap.places.map(({ name }) => name));
    expect(textsOf(engine).filter((name) => !known.has(name))).to.deep.equal([]);
  });

  it('are no nodes before they are written: a pan moves those in view alone', async () => {
    const engine = await mount();
    const before = engine.stage.querySelectorAll('.town-name').length;
    expect(before).to.be.at.most(basemap.places.length + 1);
    engine.look({ center: [-3, 48.1], zoom: 8 });
    expect(engine.stage.querySelectorAll('.town-name').length).to.be.at.most(before + shown(engine).length);
  });
});
