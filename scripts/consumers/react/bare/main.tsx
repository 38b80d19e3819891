import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [period, setPeriod] = useState('2024');
  return (
    <button type="button" onClick={() => setPeriod('2024-12-31')}>
      {period}
    </button>
  );
}

createRoot(document.querySelector('#app') as Element).render(<App />);
