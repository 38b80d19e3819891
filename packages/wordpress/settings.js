/** The settings page: tries a source before it is saved, and says how well a colour can be read. Plain script: the plugin is not built. */
(({ wp, essVerify, essWidgetsSettings: config }) => {
  const { texts } = config;
  /** Grounds of the widgets, light and dark, in their usual look. */
  const GROUNDS = [
    [texts.onLight, [255, 255, 255]],
    [texts.onDark, [16, 34, 42]],
  ];
  /** Contrast that texts need (WCAG 2, level AA). */
  const NEEDED = 4.5;

  /** Returns red, green and blue of any colour of CSS; null for a text that is none. */
  function channelsOf(text) {
    if (!CSS.supports('color', text)) return null;
    const context = document.createElement('canvas').getContext('2d');
    context.fillStyle = text;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }

  /** Returns the WCAG 2 contrast of two colours: from 1 to 21. */
  function contrastOf(one, other) {
    const [low, high] = [one, other]
      .map((channels) => {
        const [red, green, blue] = channels.map((value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      })
      .sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  function verdictOf(colour) {
    if (!colour) return '';
    const channels = channelsOf(colour);
    if (!channels) return texts.noColour;
    return GROUNDS.map(([ground, of]) => {
      const contrast = contrastOf(channels, of);
      // Cut, not rounded: 4.46 does not reach 4.5.
      const shown = (Math.floor(contrast * 10) / 10).toLocaleString(document.documentElement.lang || 'fr');
      return `${shown} ${contrast < NEEDED ? texts.contrastMoved : texts.contrastGood} (${ground})`;
    }).join(', ');
  }

  wp.domReady(() => {
    const find = (id) => document.getElementById(`ess-${id}`);
    for (const place of document.querySelectorAll('[data-contrast]')) {
      place.textContent = verdictOf(place.dataset.contrast);
    }
    const colour = find('colour');
    const follow = () => {
      const other = colour.closest('li');
      other.querySelector('input[type="radio"]').checked = true;
      other.querySelector('[data-contrast]').textContent = verdictOf(colour.value.trim());
    };
    colour.addEventListener('input', follow);
    // A colour may be typed before this script has come.
    if (colour.value !== colour.defaultValue) follow();

    for (const row of document.querySelectorAll('.ess-source')) {
      const [found, source, recipe] = ['.ess-found', '[inputmode="url"]', '[name$="[recipe]"]'].map((one) =>
        row.querySelector(one),
      );
      const say = (isGood, text) => {
        const notice = isGood === null ? '' : ` notice inline ${isGood ? 'notice-success' : 'notice-error'}`;
        found.className = `ess-found ess-wide${notice}`;
        found.textContent = text;
      };
      const ask = (src) => wp.apiFetch({ path: '/ess-widgets/v1/check', method: 'POST', data: { src } });
      row.querySelector('.ess-check').addEventListener('click', () => essVerify(row, ask, config, say));
      // Columns are those of one table.
      source.addEventListener('change', () => {
        if (recipe) recipe.value = '';
      });
    }
  });
})(window);
