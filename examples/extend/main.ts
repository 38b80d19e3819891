import '@ess-widgets/elements/ess-indicator/define';
import '@ess-widgets/elements/ess-provider/define';
import '@ess-widgets/elements/ess-report/define';
import './block.ts';
import './element.ts';
import './indicator.ts';
import './language.ts';
import './source.ts';
