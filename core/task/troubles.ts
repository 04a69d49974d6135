// What a status says is wrong with a task. An agent tells the trouble of a source as that of its task too.
import type { TaskStatus, Trouble } from '@edgewright/schemas/deployment.js';

export interface Troubles {
  /** Of the task itself; null also where it is that of a source. */
  readonly own: Trouble | null;
  readonly ofSources: readonly { readonly source: string; readonly trouble: Trouble }[];
}

export function troublesIn({ trouble, sources }: Pick<TaskStatus, 'trouble' | 'sources'>): Troubles {
  const ofSources = sources.flatMap(({ source, trouble: of }) => (of === null ? [] : [{ source, trouble: of }]));
  const isOfSource = ofSources.some((one) => one.trouble.message === trouble?.message);
  return { own: isOfSource ? null : trouble, ofSources };
}
