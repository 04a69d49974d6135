import { type Code, CodedError, codes } from '@edgewright/schemas/codes.js';
import { nearest } from '@edgewright/schemas/nearest.js';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';
import { formatTable } from '../table.ts';

/** `edgewright codes [CODE]` */
export async function explainCodes(io: Io, code: string | undefined, options: { json?: boolean }): Promise<number> {
  const names = code === undefined ? (Object.keys(codes) as Code[]) : [knownCode(code)];
  const entries = names.map((name) => ({ code: name, kind: codes[name].kind, meaning: codes[name].meaning }));
  if (options.json) io.out(`${JSON.stringify(code === undefined ? entries : entries[0], null, 2)}\n`);
  else if (code !== undefined) io.out(`${entries[0].code} (${entries[0].kind}): ${entries[0].meaning}\n`);
  else {
    const columns = [{ title: 'code' }, { title: 'kind' }, { title: 'meaning', shrinks: true }];
    const rows = entries.map(({ code: name, kind, meaning }) => [name, kind, meaning]);
    io.out(formatTable(columns, rows, io.width, (text) => io.paint('strong', text)));
  }
  return exitCodes.ok;
}

function knownCode(code: string): Code {
  if (Object.hasOwn(codes, code)) return code as Code;
  const close = nearest(code, Object.keys(codes));
  throw new CodedError(
    'code-unknown',
    `There is no code "${code}".`,
    close === undefined ? '`edgewright codes` lists all.' : `Did you mean ${close}?`,
  );
}
