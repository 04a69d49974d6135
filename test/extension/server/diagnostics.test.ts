import assert from 'node:assert/strict';
import type { ChosenDevice } from '@edgewright/core/sweep/fit.js';
import { diagnosticOf, linker } from 'edgewright/server/diagnostics.js';
import { expand } from 'edgewright/server/expansion.js';
import { findInText, kept } from 'edgewright/server/findings.js';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import { annotated, offsetsOf, sourceOf, unmarked, yaml } from './fixture.ts';

const noLink = linker(undefined);

const small: ChosenDevice = {
  name: 'pi',
  runtimes: [{ name: 'ort', unavailable: 'it is not installed', fix: 'Install it.' }, { name: 'ort-web' }],
  memory: 2 ** 20,
  speeds: [],
};

describe('diagnostics', () => {
  check(
    'a key with the nearest one',
    yaml`
    edgewright: sweep/v1
    name: a
    models:
      - family: fc
        axis: { nodes: 3 }
        ^^^^ unknown-key
  `,
  );
  check(
    'a range that misses its end',
    yaml`
    edgewright: sweep/v1
    name: a
    models:
      - family: fc
        axes: { nodes: { from: 1, to: 10, times: 2 } }
                                      ^^ axis-range-misses-end
  `,
  );
  check(
    'places inside expressions of every style',
    yaml`
    edgewright: sweep/v1
    name: a
    models:
      - family: fc
        constraint:
          - nodez < 3
            ^^^^^ expression-name
          - "nodes < layerz"
                     ^^^^^^ expression-name
          - 'nodes < layerz'
                     ^^^^^^ expression-name
          - |
            nodes <
              layerz
              ^^^^^^ expression-name
          - >-
            nodes
            < layerz
              ^^^^^^ expression-name
          - nodes
            < layerz
              ^^^^^^ expression-name
          - "nodes < \u006cayerz"
                     ^^^^^^^^^^^ expression-name
  `,
  );
  check(
    'a name twice, and groups of unequal length',
    yaml`
    edgewright: sweep/v1
    name: a
    models:
      - family: fc
        name: one
        axes: { nodes: [1, 2], layers: [1, 2, 3] }
        zip: [[nodes, layers]]
                      ^^^^^^ zip-unequal
      - family: fc
        name: one
              ^^^ duplicate-name
  `,
  );
  check('a text that is not YAML', 'edgewright: sweep/v1\nname: "open\n\n^ yaml-syntax');
  check('a tab', 'edgewright: sweep/v1\nmodels:\n\t- family: fc\n^ yaml-tab\n');
  check(
    'a fleet',
    yaml`
    edgewright: fleet/v1
    devices:
      - name: a
      - name: a
              ^ duplicate-name
        adress: ws://b
        ^^^^^^ unknown-key
  `.replace(/.*duplicate-name\n/, ''),
    { name: 'fleet.yaml' },
  );

  describe('of the expansion', () => {
    check(
      'a constraint that leaves nothing',
      yaml`
      edgewright: sweep/v1
      name: a
      models:
        - family: fc
          ^^^^^^^^^^ sweep-empty
          axes: { nodes: [64, 128] }
          constraint: [nodes < 10]
    `,
    );
    check(
      'an axis of which one value is left',
      yaml`
      edgewright: sweep/v1
      name: a
      models:
        - family: fc
          axes: { nodes: [64, 128], layers: [1, 2] }
                  ^^^^^ axis-unused
          constraint: [nodes < 100]
    `,
    );
    check(
      'more points than the budget',
      yaml`
      edgewright: sweep/v1
      name: a
      models:
        - family: fc
          axes: { nodes: [64, 128] }
      budget: { points: 1 }
                        ^ over-budget
    `,
    );
    check(
      'a file that is not there',
      yaml`
      edgewright: sweep/v1
      name: a
      models:
        - family: onnx
          file: nowhere.onnx
                ^^^^^^^^^^^^ model-file
    `,
    );
  });

  describe('of the devices chosen', () => {
    check(
      'a runtime that one lacks',
      yaml`
      edgewright: sweep/v1
      name: a
      models: [{ family: fc }]
      execution:
        runtime: [ort, ort-web]
                  ^^^ runtime-missing
    `,
      { devices: [small] },
    );
    check(
      'points that need more memory',
      yaml`
      edgewright: sweep/v1
      name: a
      models:
        - family: fc
          ^^^^^^^^^^ memory-exceeded
          axes: { nodes: [64, 4096] }
      execution: { runtime: ort-web }
    `,
      { devices: [small] },
    );
    check(
      'a budget that is spent before the end',
      yaml`
      edgewright: sweep/v1
      name: a
      models:
        - family: fc
          axes: { nodes: [64, 128] }
      budget:
        time: 1s
              ^^ budget-exceeded
    `,
      { devices: [{ ...small, runtimes: [{ name: 'ort' }] }] },
    );
  });

  it('carry severity, tags, related places and a link', () => {
    const source = sourceOf(
      'edgewright: sweep/v1\nname: a\nmodels:\n  - family: fc\n    name: m\n  - family: fc\n    name: m\norder: { by: [runtime] }\n',
    );
    const told = findInText(source, []).diagnostics.map((found) => diagnosticOf(source, found, linker('x:{code}')));
    const [twice, unused] = told;
    assert.equal(twice?.severity, DiagnosticSeverity.Error);
    assert.deepEqual(twice?.codeDescription, { href: 'x:duplicate-name' });
    assert.deepEqual(
      twice?.relatedInformation?.map(({ location }) => location.range.start.line),
      [4],
    );
    assert.equal(unused?.severity, DiagnosticSeverity.Warning);
    assert.deepEqual(unused?.tags, [DiagnosticTag.Unnecessary]);
    assert.equal(diagnosticOf(source, findInText(source, []).diagnostics[0]!, noLink).codeDescription, undefined);
  });

  it('of an earlier text stay where their place is still there', () => {
    const found = [
      { code: 'model-empty', severity: 'warning', path: ['models', 1], message: 'A.', fix: 'B.' },
      { code: 'model-empty', severity: 'warning', path: ['models', 5], message: 'A.', fix: 'B.' },
    ] as const;
    const source = sourceOf('edgewright: sweep/v1\n\n\nmodels:\n  - family: fc\n  - family: cnn\n');
    assert.deepEqual(
      kept(source, found).map(({ place }) => place?.line),
      [6],
    );
  });

  /** The marks are what text and expansion find together. */
  function check(
    title: string,
    marked: string,
    { name, devices = [] }: { name?: string; devices?: readonly ChosenDevice[] } = {},
  ): void {
    it(title, async () => {
      const text = unmarked(marked);
      const source = sourceOf(text, name);
      const { diagnostics, sweep } = findInText(source, devices);
      const expansion = sweep && (await expand({ text, file: '/work/test.sweep.yaml', devices }));
      const marks = [...diagnostics, ...(expansion?.diagnostics ?? [])].map((found) => {
        const told = diagnosticOf(source, found, noLink);
        return { ...offsetsOf(source, told.range), note: found.code };
      });
      assert.equal(annotated(text, marks), marked);
    });
  }
});
