import '@ess-widgets/elements/ess-member-map/define';

const map = document.createElement('ess-member-map');
map.src = new URLSearchParams(location.search).get('src') ?? '/data/manifest.json';
map.addEventListener('ess-error', ({ code }) => console.error(code));
document.querySelector('#app')?.append(map);
