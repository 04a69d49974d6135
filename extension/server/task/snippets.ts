// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of snippets are written so.
// Whole parts of task documents to start from, in the notation of snippets.
import type { Snippet } from '../snippets.ts';

export const wholeTask: Snippet = {
  label: 'A task',
  about: 'Waits for events on a device and computes features from them.',
  text: [
    'edgewright: task/v1',
    'name: ${1:my-task}',
    'description: ${2:What is it for?}',
    'events:',
    '  ${3:sound}: { ${4:score}: number }',
    'trigger:',
    '  sequence:',
    '    - { event: ${3:sound}, where: ${4:score} >= ${5:0.5}, times: ${6:3} }',
    '  within: ${7:500ms}',
    'pipeline:',
    '  features:',
    '    ${8:confidence}: { by: mean, of: ${4:score} }',
    'outputs:',
    '  - { to: log, fields: [${8:confidence}] }',
    '$0',
  ].join('\n'),
};

/** Sections of a task, by their keys. */
export const sectionSnippets: readonly (Snippet & { readonly key: string })[] = [
  {
    key: 'events',
    label: 'events with fields',
    about: 'The events that the task sees.',
    text: 'events:\n  ${1:sound}: { ${2:score}: ${3|number,string,boolean|} }$0',
  },
  {
    key: 'trigger',
    label: 'trigger by a sequence',
    about: 'Fires when events come one after another.',
    text: 'trigger:\n  sequence:\n    - { event: ${1:sound} }\n    - { event: ${2:sound} }\n  within: ${3:10s}$0',
  },
  {
    key: 'pipeline',
    label: 'pipeline with a feature',
    about: 'What is computed when the task fires.',
    text: 'pipeline:\n  features:\n    ${1:level}: { by: ${2|mean,sum,min,max,first,last,deviation|}, of: ${3:score} }$0',
  },
  {
    key: 'outputs',
    label: 'outputs to the log',
    about: 'What becomes of the features.',
    text: 'outputs:\n  - { to: log, fields: [${1:level}] }$0',
  },
  {
    key: 'tests',
    label: 'tests by a recording',
    about: 'A recording with what must come of it.',
    text: 'tests:\n  - events: ${1:recordings/events.jsonl}\n    firings:\n      - { events: ${2:1} }$0',
  },
];

/** Kinds of a trigger, by their keys. */
export const triggerSnippets: readonly (Snippet & { readonly key: string })[] = [
  {
    key: 'event',
    label: 'event that meets a condition',
    about: 'Fires at every such event.',
    text: 'event: ${1:sound}\nwhere: ${2:score} > ${3:0.5}$0',
  },
  {
    key: 'sequence',
    label: 'sequence of events',
    about: 'Fires when these come one after another.',
    text: 'sequence:\n  - { event: ${1:sound} }\n  - { event: ${2:sound} }\nwithin: ${3:10s}$0',
  },
  {
    key: 'threshold',
    label: 'threshold of a value',
    about: 'Fires when a value crosses a level.',
    text: 'threshold: { event: ${1:frame}, value: ${2:motion}, above: ${3:0.3}, rearm: ${4:0.1} }$0',
  },
  { key: 'every', label: 'every so often', about: 'Fires at whole multiples of a time.', text: 'every: ${1:10min}$0' },
  {
    key: 'cron',
    label: 'cron at a time of day',
    about: 'Fires by the time of day.',
    text: 'cron: { at: "${1:0 7 * * 1-5}", timezone: ${2:UTC} }$0',
  },
];

/** An item of the `sequence` of a trigger. */
export const stepSnippets: readonly Snippet[] = [
  {
    label: 'step with a condition',
    about: 'An event that must come.',
    text: '{ event: ${1:sound}, where: ${2:score} > ${3:0.5} }',
  },
  {
    label: 'step several times',
    about: 'As many such events as come, at least some.',
    text: '{ event: ${1:sound}, times: { from: ${2:3} } }',
  },
  { label: 'step that must not come', about: 'An event that must not come here.', text: '{ not: ${1:sound} }' },
];
