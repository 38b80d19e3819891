import { still } from '../still.mjs';
import { Widgets } from './widgets.jsx';

const attributes = { indicator: 'members-stock', by: 'college' };

export default async function Page() {
  const { html, mark, css } = await still('ess-breakdown', attributes);
  return (
    <main>
      <style dangerouslySetInnerHTML={{ __html: css }} />
      <ess-breakdown
        src="/data/manifest.json"
        {...attributes}
        still={mark}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      <Widgets />
    </main>
  );
}
