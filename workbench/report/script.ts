// The scripts of a report's page: ECharts as published, and the page's own, put together from stand-alone functions.
import { createHash } from 'node:crypto';
import { bindOption } from '@edgewright/core/analysis/charts/bind.js';
import { formatSi } from '@edgewright/core/analysis/charts/format.js';
import { chartLibrary } from './library.ts';
import { showCharts } from './live/charts.ts';
import { openDetails } from './live/details.ts';
import { startReport } from './live/start.ts';
import { showTable } from './live/table.ts';

export interface Script {
  readonly source: string;
  /** For the page's content security policy. */
  readonly hash: string;
}

/** In the order of the page. */
export function pageScripts(): readonly Script[] {
  return [chartLibrary(), ownSource()].map((source) => {
    // The end of the element must not stand in the script.
    const safe = source.replaceAll('</script', '<\\/script');
    return { source: safe, hash: `sha256-${createHash('sha256').update(safe).digest('base64')}` };
  });
}

function ownSource(): string {
  const parts = { bindOption, formatSi, showCharts, showTable, openDetails };
  const fields = Object.entries(parts).map(([name, part]) => `${name}: ${part.toString()}`);
  return `'use strict';\n(${startReport.toString()})({\n${fields.join(',\n')}\n});\n`;
}
