import { expect } from '@open-wc/testing';
import { kmPerPixel, scaleLine } from './scale.ts';

describe('the scale of the map', () => {
  it('is the longest round distance that fits', () => {
    expect(scaleLine(1, 100)).to.deep.equal({ km: 100, px: 100 });
    expect(scaleLine(0.5, 100)).to.deep.equal({ km: 50, px: 100 });
    expect(scaleLine(0.3, 100)).to.deep.equal({ km: 20, px: 20 / 0.3 });
    expect(scaleLine(0.008, 100).km).to.be.closeTo(0.5, 1e-9);
    for (let kmPerPx = 0.001; kmPerPx < 50; kmPerPx *= 1.7) {
      const { km, px } = scaleLine(kmPerPx, 110);
      expect(px, `${kmPerPx}`).to.be.within(43, 110.001);
      expect(km / kmPerPx).to.be.closeTo(px, 1e-6);
    }
  });

  it('is right for its latitude: twice as long at 60° as at the equator', () => {
    expect(kmPerPixel(40_075.017, 0)).to.equal(1);
    expect(kmPerPixel(40_075.017, 60)).to.be.closeTo(0.5, 1e-9);
    // One degree of longitude at Rennes is 74.3 km.
    expect(kmPerPixel(360, 48.11)).to.be.closeTo(74.3, 0.1);
  });
});
