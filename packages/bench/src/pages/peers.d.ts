// Peers that come without types.
declare module 'leaflet/dist/leaflet-src.esm.js';
declare module 'leaflet.markercluster';
declare module '@gouvfr/dsfr-chart/BarChart';
declare module '*.css';
