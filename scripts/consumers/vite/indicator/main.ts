import '@ess-widgets/elements/ess-indicator/define';

const figure = document.createElement('ess-indicator');
figure.src = '/data/manifest.json';
figure.indicator = 'members-stock';
figure.period = '2024';
figure.addEventListener('ess-error', ({ code }) => console.error(code));
document.querySelector('#app')?.append(figure);
