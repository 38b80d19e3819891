import { spawnSync } from 'node:child_process';
import type { StorybookConfig } from '@storybook/web-components-vite';

// The organisations of "Large scale" are generated here: they weigh too much to be kept with the sources.
const large = spawnSync('npx', ['tsx', '--conditions=ess-source', 'scripts/large/story.ts'], { stdio: 'inherit' });
if (large.status !== 0) throw new Error('the organisations of the story "Large scale" could not be made');

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: {
    name: '@storybook/web-components-vite',
    // Not the root's, which is the site of `npm start`.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  staticDirs: [
    { from: '../packages/bretagne/data', to: '/data' },
    { from: './dist', to: '/large' },
    { from: '../examples/pole-site', to: '/pole' },
  ],
  // The builder passes over the `build` of that file.
  viteFinal: (vite) => ({ ...vite, build: { ...vite.build, target: 'es2022', chunkSizeWarningLimit: 3000 } }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
