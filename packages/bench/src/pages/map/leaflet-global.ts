/** markercluster adds itself to a global `L` that it may write to: a module's exports are not. */
import * as L from 'leaflet/dist/leaflet-src.esm.js';

const writable = { ...L };
Object.assign(globalThis, { L: writable });

export { writable };
