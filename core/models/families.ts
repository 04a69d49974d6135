// Every model family that is generated from parameters.
import type { FamilyName } from '@edgewright/schemas/generated/record.js';
import { cnn } from './cnn.ts';
import type { Family } from './family.ts';
import { fc } from './fc.ts';
import { mobile } from './mobile.ts';
import { rnn } from './rnn.ts';
import { transformer } from './transformer.ts';

export const families: Readonly<Record<Exclude<FamilyName, 'onnx'>, Family>> = { fc, cnn, rnn, transformer, mobile };

/** The family of that name; `onnx` is no family but the user's own file, see onnx.ts. */
export function familyOf(name: Exclude<FamilyName, 'onnx'>): Family {
  return families[name];
}
