import { still } from './still.mjs';

export default (config) => {
  config.addPassthroughCopy({ 'node_modules/@ess-widgets/elements/cdn': 'ess' });
  config.addAsyncShortcode('breakdown', async (indicator, by) => {
    const { html, mark, css } = await still('ess-breakdown', { indicator, by });
    return `<style>${css}</style><div data-ess="breakdown" data-ess-indicator="${indicator}" data-ess-by="${by}" data-ess-still="${mark}">${html}</div>`;
  });
};
