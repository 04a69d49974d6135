import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { analyse } from '@edgewright/core/analysis/analyse.js';
import { relativeLuminance } from '@edgewright/core/analysis/charts/colour.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import { renderComparison } from '@edgewright/workbench/report/comparison.js';
import { collectEvidence } from '@edgewright/workbench/report/evidence.js';
import { html, scriptJson } from '@edgewright/workbench/report/html.js';
import { renderReport } from '@edgewright/workbench/report/report.js';
import { pageScripts } from '@edgewright/workbench/report/script.js';
import { themes } from '@edgewright/workbench/report/style.js';
import { withAblation } from '../../fixtures/ablation.ts';
import { makeRecords } from '../../fixtures/records.ts';

const records = makeRecords({ count: 300, latencies: 20 });
const data = analyse(tableOf(records), undefined);
const report = renderReport(data, { records });
/** The page without ECharts, whose licence names addresses. */
const own = report.replace(pageScripts()[0].source, '');

describe('a report', () => {
  it('holds a picture, a caption and a table for every chart', () => {
    const count = (pattern: RegExp): number => own.match(pattern)?.length ?? 0;
    const charts = count(/data-chart="figure-\d+"/g);
    assert.ok(charts >= 10, `${charts} charts`);
    assert.equal(count(/<svg /g), charts);
    assert.equal(count(/<figcaption /g), charts);
    assert.equal(count(/<summary>Show as table<\/summary>/g), charts);
  });

  it('draws its marks in the pictures, in colours of the theme', () => {
    const pictures = own.match(/<svg .*?<\/svg>/gs) ?? [];
    const heatmap = pictures.find((picture) => picture.includes('>nodes<') && picture.includes('>batch<')) ?? '';
    assert.ok((heatmap.match(/<path /g)?.length ?? 0) >= 8 * 7, 'a mark a cell');
    const roofline = pictures.find((picture) => picture.includes('FLOP per byte')) ?? '';
    assert.match(roofline, /ridge 8\.18 FLOP\/B/);
    assert.match(roofline, /var\(--ink\)/);
  });

  it('says what each optimisation brings, where the run ablated something', () => {
    const ablated = withAblation(makeRecords({ count: 60, latencies: 5 }));
    const page = renderReport(analyse(tableOf(ablated), undefined), { records: ablated });
    const [, section = ''] = /<section id="optimisations"(.*?)<\/section>/s.exec(page) ?? [];
    assert.match(section, /Without fusion, models take 1\.500/);
    assert.equal(section.match(/data-chart=/g)?.length, 3);
    assert.match(section, /<td[^>]*>fuse<\/td>/);
    assert.doesNotMatch(own, /id="optimisations"/);
  });

  it('names each element once', () => {
    const ids = [...own.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
  });

  it('asks the network for nothing', () => {
    assert.doesNotMatch(own, /(src|href|action|data)="?(https?:)?\/\//i);
    assert.doesNotMatch(own, /@import|url\(\s*["']?(?!#)/i);
    assert.doesNotMatch(own, /https?:\/\/(?!www\.w3\.org\/)/);
  });

  it('allows its own scripts alone', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(report)?.[1] ?? '';
    assert.match(policy, /^default-src 'none'; script-src 'sha256-/);
    assert.doesNotMatch(policy, /script-src[^;]*unsafe/);
    const scripts = [...report.matchAll(/<script>(.*?)<\/script>/gs)].map((match) => match[1]);
    assert.equal(scripts.length, 2);
    for (const script of scripts) {
      assert.ok(policy.includes(createHash('sha256').update(script).digest('base64')));
      assert.doesNotThrow(() => new Script(script));
    }
    assert.doesNotMatch(scripts[1], /\beval\(|new Function/);
  });

  it('shows what a user wrote as text', () => {
    const hostile = '<script>alert(1)</script>"\'&';
    const named = makeRecords({ count: 60, latencies: 5, model: hostile, devices: [hostile] });
    const page = renderReport(
      { ...analyse(tableOf(named), undefined), title: hostile, description: hostile },
      { records: named },
    );
    assert.equal(page.includes('<script>alert'), false);
    assert.ok(page.includes('<h1>&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;</h1>'));
    assert.equal([...page.matchAll(/<script>/g)].length, 2);
  });

  it('says why an analysis is missing', () => {
    const refusal = {
      kind: 'refusal',
      analysis: 'heatmap',
      model: 'fc',
      reason: 'One axis varies.',
      fix: 'Vary two.',
    } as const;
    const models = data.models.map((model) => ({ ...model, heatmaps: [refusal] }));
    assert.match(renderReport({ ...data, models }), /No heat map\.<\/strong> One axis varies\. Vary two\./);
  });

  it('can do without records', () => {
    assert.match(renderReport(data), /The records were not at hand/);
  });

  it('of 20,000 records stays below 8 MB where no raw latencies are embedded', () => {
    const many = makeRecords({ count: 20_000, latencies: 20 });
    const page = renderReport(analyse(tableOf(many), undefined), { records: many, rawBudget: 0 });
    assert.ok(page.length < 8e6, `${page.length} characters`);
    assert.match(page, /The still picture holds [\d,]+ representative points of [\d,]+; the live chart holds all/);
  }).timeout(30_000);
});

describe('the packed evidence', () => {
  it('is the evidence', () => {
    const packed = /<script type="application\/gzip" id="evidence">([^<]*)<\/script>/.exec(
      renderReport(data, { records }),
    );
    const text = gunzipSync(Buffer.from(packed?.[1] ?? '', 'base64')).toString();
    assert.deepEqual(JSON.parse(text), collectEvidence(records, { rawBudget: 400_000 }));
  });
});

describe('a comparison', () => {
  it('is a document of its own', () => {
    const page = renderComparison(data, { records });
    assert.match(page, /jetson against pi-5, latency/);
    assert.match(page, /Under which condition/);
  });
});

describe('collectEvidence', () => {
  it('keeps raw latencies up to the budget and nine quantiles past it', () => {
    const few = makeRecords({ count: 10, latencies: 20, devices: ['one'] });
    const evidence = collectEvidence(few, { rawBudget: 60 });
    const lengths = evidence.latencies.map((values) => values.length).filter((length) => length > 0);
    assert.deepEqual(lengths.slice(0, 4), [20, 20, 20, 9]);
    assert.equal(evidence.rawOmitted, lengths.length - 3);
    for (const values of evidence.latencies.slice(evidence.raw)) {
      assert.deepEqual(
        values,
        [...values].sort((a, b) => a - b),
      );
    }
  });
});

describe('html', () => {
  it('escapes text and attributes, and not markup', () => {
    assert.equal(
      html`<p title="${'"'}">${'<b>'}${html`<i>${'&'}</i>`}</p>`.markup,
      '<p title="&quot;">&lt;b&gt;<i>&amp;</i></p>',
    );
  });

  it('cannot be left through JSON', () => {
    const { markup } = scriptJson({ text: '</script><!--' });
    assert.equal(markup.includes('<'), false);
    assert.deepEqual(JSON.parse(markup), { text: '</script><!--' });
  });
});

describe('both themes', () => {
  const contrast = (one: string, other: string): number => {
    const [a, b] = [relativeLuminance(one), relativeLuminance(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  for (const [name, theme] of Object.entries(themes)) {
    it(`have text that meets WCAG AA: ${name}`, () => {
      for (const text of ['ink', 'muted', 'accent', 'good', 'bad', 'warn'] as const) {
        for (const ground of ['ground', 'surface'] as const) {
          const ratio = contrast(theme[text], theme[ground]);
          assert.ok(ratio >= 4.5, `${text} on ${ground}: ${ratio.toFixed(2)}`);
        }
      }
      assert.ok(contrast(theme.ink, theme['hatch-ground']) >= 4.5);
    });

    it(`have marks that stand out: ${name}`, () => {
      for (let i = 1; i <= 8; i += 1) {
        const ratio = contrast(theme[`series-${i}` as 'series-1'], theme.surface);
        assert.ok(ratio >= 3, `series-${i}: ${ratio.toFixed(2)}`);
        assert.ok(contrast(theme[`series-${i}` as 'series-1'], theme['on-colour']) >= 4.5);
      }
    });
  }
});
