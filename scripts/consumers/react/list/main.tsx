import '@ess-widgets/elements/ess-member-list/define';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [chosen, choose] = useState<string | null>(null);
  return (
    <>
      <output>{chosen}</output>
      <ess-member-list src="/data/manifest.json" oness-select={({ id }) => choose(id)} />
    </>
  );
}

createRoot(document.querySelector('#app') as Element).render(<App />);
