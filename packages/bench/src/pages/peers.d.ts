// Peers that come without types.
declare module 'd3-scale';
declare module 'd3-selection';
declare module 'd3-zoom';
declare module 'leaflet/dist/leaflet-src.esm.js';
declare module 'leaflet.markercluster';
declare module '@gouvfr/dsfr-chart/BarChart';
declare module '*.css';
