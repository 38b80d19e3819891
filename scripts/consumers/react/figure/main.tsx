import '@ess-widgets/elements/ess-indicator/define';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [period, setPeriod] = useState('2024');
  return (
    <>
      <button type="button" onClick={() => setPeriod('2023-SY')}>
        {period}
      </button>
      <ess-indicator src="/data/manifest.json" indicator="members-stock" period={period} />
    </>
  );
}

createRoot(document.querySelector('#app') as Element).render(<App />);
