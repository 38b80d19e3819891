// Peers that come without types.
declare module 'leaflet/dist/leaflet-src.esm.js';
declare module '*.css';
