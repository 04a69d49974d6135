// How the figures of a report came to be, for a reader who has not read the manual.
import type { ReportData } from '@edgewright/core/analysis/analyse.js';
import { type Html, html } from './html.ts';

export function methods(data: ReportData): Html {
  return html`<div class="methods">
<p>Every measurement runs in its own process, with phases apart: generate the model, load it, the first inference, warm-up, steady. Latency is that of the steady phase; its median stands for the measurement, with an interval that counts autocorrelated samples at their effective number. Measuring stops when the interval is narrow enough and nothing changed in the last third, or at the maximum time; the verdict says which.</p>
<ul>
<li><strong>Heat map</strong>: a cell that stands for several points is their geometric mean. Hatched cells have no value, and say why.</li>
<li><strong>Regression</strong>: ParaDnn's form is least squares on z-scores of raw axes and target. The log form is least squares on the logarithm of positive numeric axes and of the target. Weights of the two answer different questions: mind the scale.</li>
<li><strong>Roofline</strong>: peak and bandwidth are measured on the device by micro-benchmarks, for each runtime, number of threads and precision. The roof that is drawn solid takes the working set that is read fastest, caches included; the dashed one the largest, which is nearest to memory. A point is judged by the bandwidth for its own working set, its weights and the activations alive at once: the best of the sets measured that are at least as large. Bytes are a model of compulsory traffic, not a count of the hardware's.</li>
<li><strong>Box plots</strong>: ParaDnn's box spans the 9th to 91st percentile and its whiskers the 2nd to 98th; Tukey's box spans the quartiles and its whiskers reach 1.5 times as far at most.</li>
<li><strong>Comparison</strong>: pairs are points measured on both sides. A pair whose interval lies within the zone of equivalence is as good; one that crosses its border is undecided.</li>
<li><strong>Optimisations</strong>: pairs are points that differ in what is ablated alone; a factor is the geometric mean of the pairs, its interval a bootstrap over models. Bytes moved are those that the kernels of the program read and write by its description, not a count of the hardware's.</li>
<li><strong>Charts</strong>: a press on a mark shows its measurements; in scatter charts Ctrl with the wheel zooms and Ctrl with a drag moves. Each chart has its figures as a table.</li>
<li><strong>Intervals</strong> hold for the levels measured, on these devices, in the state in which they were. Nothing is extrapolated.</li>
</ul>
${data.references > 0 ? html`<p>${data.references.toLocaleString('en')} measurements of the reference point show the drift of the device; they are in no other analysis.</p>` : html``}
</div>`;
}
