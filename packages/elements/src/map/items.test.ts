import { createItems, mapScale } from '@ess-widgets/core/charts';
import { createPlane } from '@ess-widgets/core/geo';
import { expect } from '@open-wc/testing';
import type { LonLatBox, MapPoint } from './types.ts';

const BRITTANY: LonLatBox = [-5.5, 47, -0.8, 49];
const plane = createPlane(BRITTANY);
const [[left], [right]] = plane.box;
/** A map 600 px wide. */
const home = 600 / (right - left);
/** Six doublings. */
const scale = mapScale(plane, home, 64 * home);

const point = (id: string, lon: number, lat: number): MapPoint =>
  ({ id, lon, lat, name: id, detail: '', shape: 'circle', tone: '', hollow: false }) as unknown as MapPoint;
const BREST = [point('a', -4.486, 48.39), point('b', -4.48, 48.392), point('c', -4.5, 48.4)];
const RENNES = point('r', -1.68, 48.11);
const itemsOf = (...points: readonly MapPoint[]) => createItems(points, scale);

/** Points spread over Brittany by a fixed rule. */
const spread = [...new Array<number>(500).keys()].map((i) =>
  point(`p${i}`, -5 + ((i * 37) % 400) / 100, 47.4 + ((i * 53) % 150) / 100),
);

describe('the items of a map', () => {
  it('draw near points as one and let far ones stand alone, by their earliest place in the list', () => {
    const { at, idsIn } = itemsOf(BREST[0]!, RENNES, ...BREST.slice(1));
    const items = at(BRITTANY, 0);
    expect(items.map(({ first, count }) => [first, count])).to.deep.equal([
      [0, 3],
      [1, 1],
    ]);
    expect(idsIn(items[0]!)).to.deep.equal(['a', 'b', 'c']);
  });

  it('give only what is inside the box', () => {
    const [item, ...others] = itemsOf(...BREST, RENNES).at([-2, 48, -1, 49], 0);
    expect([item?.key, item?.lon, item?.lat, others.length]).to.deep.equal(['p:r', -1.68, 48.11, 0]);
  });

  it('lose no point at any level', () => {
    const { at } = itemsOf(...spread);
    for (let level = 0; level <= scale.levels; level += 1)
      expect(at(BRITTANY, level).reduce((sum, { count }) => sum + count, 0)).to.equal(500);
  });

  it('tell the level at which a cluster falls apart', () => {
    const { at, splitLevel } = itemsOf(...BREST);
    const level = splitLevel(at(BRITTANY, 0)[0]!)!;
    expect(at(BRITTANY, level - 1)).to.have.length(1);
    expect(at(BRITTANY, level).length).to.be.greaterThan(1);
  });

  it('say that no level takes one position apart, and stand exactly there', () => {
    const { at, splitLevel } = itemsOf(...['x', 'y', 'z'].map((id) => point(id, -2.7574, 48.5136)));
    const [item, ...others] = at(BRITTANY, scale.levels);
    expect([item?.count, item?.lon, item?.lat, others.length]).to.deep.equal([3, -2.7574, 48.5136, 0]);
    expect(splitLevel(item!)).to.equal(null);
  });

  it('do not call a cluster one place when one of its points is elsewhere, whichever comes first', () => {
    const twice = ['x', 'y'].map((id) => point(id, -4.486, 48.39));
    for (const points of [
      [...twice, BREST[1]!],
      [BREST[1]!, ...twice],
    ]) {
      const { at, splitLevel } = itemsOf(...points);
      expect(splitLevel(at(BRITTANY, 0)[0]!)).not.to.equal(null);
    }
  });

  it('are of one commune at the closest view, however near two communes are', () => {
    const at = (id: string, commune?: string) => ({ ...point(id, -4.486, 48.39), commune });
    const items = itemsOf(at('a', 'commune-29019'), at('b', 'commune-29075'), at('c'), at('d', 'commune-29019'));
    const counts = (level: number) => items.at(BRITTANY, level).map(({ count }) => count);
    expect([counts(scale.levels - 1), counts(scale.levels)]).to.deep.equal([[4], [3, 1]]);
    const [whole] = items.at(BRITTANY, 0);
    const [one] = items.at(BRITTANY, scale.levels);
    expect([items.splitLevel(whole!), items.splitLevel(one!)]).to.deep.equal([scale.levels, null]);
  });

  it('are none of no point', () => {
    expect(itemsOf().at(BRITTANY, 0)).to.deep.equal([]);
  });
});
