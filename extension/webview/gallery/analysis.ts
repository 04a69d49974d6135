// Every state of the analysis page, from made-up runs that a worker analyses.
import type { FromPreviewView, FromRunView, RunFace, ToRunView } from '../../protocol.ts';
import type { MadeRun, ToMadeAnalyst } from './analyst.ts';
import type { Played } from './played.ts';

const face: RunFace = {
  id: 'made-up-1',
  name: 'fc-width-and-depth',
  description: 'How latency of fully connected models grows with width and depth',
  started: '2026-03-02T08:00:00.000Z',
  folder: '/home/me/sweeps/runs/2026-03-02-fc-width-and-depth',
  devices: ['pi-5', 'jetson'],
  isFollowed: false,
  isOver: true,
};

function played(run: MadeRun, also: readonly ToRunView[] = []): Played {
  let worker: Worker | undefined;
  const post = (message: ToMadeAnalyst): void => worker?.postMessage(message);
  return {
    begin(send) {
      worker?.terminate();
      worker = new Worker('/analyst.js', { type: 'module' });
      worker.addEventListener('message', ({ data }) => send(data));
      post({ kind: 'make', run });
      send({ kind: 'opened', run: face, page: 'analysis' });
      for (const message of also) send(message);
    },
    answer(message: FromRunView | FromPreviewView) {
      if (message.kind === 'ask') post({ kind: 'ask', id: message.id, ask: message.ask });
    },
  };
}

/** Answers every question with the same message. */
function refusing(): Played {
  const fault = {
    code: 'run-broken',
    message: 'run.json cannot be used: it is not of kind run/v1.',
    fix: 'Restore the file from a copy; the records beside it are whole.',
  };
  return {
    begin: (send) => send({ kind: 'opened', run: face, page: 'analysis' }),
    answer(message, send) {
      if (message.kind === 'ask') send({ kind: 'refused', id: message.id, fault });
    },
  };
}

const findings = [
  {
    file: '/home/me/sweeps/runs/2026-03-02-fc-width-and-depth/records/pi-5.jsonl',
    line: 412,
    message: 'The last line is torn: it is being written, or the workbench ended while it was.',
    fix: '`edgewright resume` cuts it off and fetches the record again.',
  },
];

export const analysisStates: Readonly<Record<string, Played>> = {
  analysis: played({ records: [{ count: 700, latencies: 200 }], findings }),
  'analysis, two runs': played({
    records: [
      { count: 500, latencies: 60 },
      { count: 500, latencies: 60, seed: 2 },
      { count: 300, latencies: 60, seed: 2, model: 'wide', devices: ['pi-5'] },
    ],
    findings: [],
  }),
  'analysis, one device': played({ records: [{ count: 60, devices: ['pi-5'], runtimes: ['ort'] }], findings: [] }),
  'analysis, ablation': played({ records: [{ count: 120, latencies: 20 }], findings: [], isAblated: true }),
  'analysis, few points': played({ records: [{ count: 3, devices: ['pi-5'], runtimes: ['ort'] }], findings: [] }),
  'analysis, nothing measured': played({ records: [], findings: [] }),
  'analysis, refused': refusing(),
  'analysis, growing': played({ records: [{ count: 200 }], findings: [] }),
  'analysis, 100,000 points': played({ records: [{ count: 100_000, latencies: 5 }], findings: [] }),
};
