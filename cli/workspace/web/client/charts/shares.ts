/** Writes each slice's share into a pie, as Sheets does, where there is room for it. */
import type { ArcElement, Plugin } from 'chart.js';

/** Slices below this share are too thin for a number. */
const LEAST = 0.05;
const PERCENT = new Intl.NumberFormat('id-ID', { style: 'percent', maximumFractionDigits: 1 });

export const shares: Plugin<'pie'> = {
  id: 'shares',
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    const values = (chart.data.datasets[0]?.data ?? []).map(Number);
    const total = values.reduce((sum, value) => sum + value, 0);
    ctx.save();
    ctx.fillStyle = '#fff';
    ctx.font = '500 12px Roboto, Arial, sans-serif';
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    for (const [index, element] of chart.getDatasetMeta(0).data.entries()) {
      const share = (values[index] ?? 0) / total;
      if (!(share >= LEAST)) continue;
      const { x, y } = (element as unknown as ArcElement).getCenterPoint(true);
      ctx.fillText(PERCENT.format(share), x, y);
    }
    ctx.restore();
  },
};
