import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { box, type CollegeMembers, read } from '../shared.ts';

use([BarChart, GridComponent, AriaComponent, SVGRenderer]);
const bars = await read<readonly CollegeMembers[]>('bars.json');
init(box()).setOption({
  animation: false,
  aria: { enabled: true },
  grid: { left: 140 },
  xAxis: { type: 'value' },
  yAxis: { type: 'category', data: bars.map(({ label }) => label) },
  series: [{ type: 'bar', data: bars.map(({ value }) => value), label: { show: true, position: 'right' } }],
});
