// What the visitor has clicked counts twice, what was shown once; the model ranks the candidates of the refresh.
const length = 16;

export function prepare(firing) {
  const looked = firing.window.filter(({ event }) => event === 'exposure' || event === 'click');
  const history = looked.map(({ fields }) => fields.item).slice(-length);
  while (history.length < length) history.unshift(0);
  return {
    history: { shape: [length], data: history },
    candidates: { shape: [8], data: candidatesOf(firing) },
  };
}

export function run(firing, outputs) {
  const ranked = candidatesOf(firing)
    .map((item, at) => ({ item, score: outputs.scores.data[at] }))
    .sort((a, b) => b.score - a.score);
  return { items: ranked.slice(0, 3).map(({ item }) => item), best: ranked[0].score };
}

function candidatesOf(firing) {
  const refresh = firing.events[firing.events.length - 1];
  return refresh.fields.candidates.split(' ').map(Number);
}
