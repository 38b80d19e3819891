import '@ess-widgets/elements/define';

for (const widget of document.querySelectorAll('ess-indicator, ess-member-map')) {
  widget.setAttribute('src', new URLSearchParams(location.search).get('src') ?? '/data/manifest.json');
}
