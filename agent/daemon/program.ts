// What the agent calls itself.
import manifest from '../package.json' with { type: 'json' };

export const version: string = manifest.version;

/** As in the hello and in every run record. */
export const program = `edgewright-agent ${version}`;
