import { createClient, createMemoryCache, essDataset, systemClock } from '@ess-widgets/core/data';
import { formatCount } from '@ess-widgets/core/format';
import { indicatorOf } from '@ess-widgets/core/indicators';

const page = { cache: createMemoryCache(), clock: systemClock, fetch, base: document.baseURI };
const { query } = createClient({ sources: [essDataset], ...page });
const { data, error } = await query({ src: 'dataset.json', need: ['memberships', 'organisations'] }).ready;
const quantity = data && indicatorOf(data, 'members-stock')?.compute(data).quantity;
const figure = document.querySelector('#figure');
if (figure) figure.textContent = quantity ? formatCount(quantity, 'fr') : String(error);
