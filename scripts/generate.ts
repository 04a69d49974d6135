// Writes what is generated from the schemas and the catalogue of codes: types, validators and the reference in docs. A test holds the
// files current.
import { readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';
import { generateReference } from './reference.ts';
import { generateValidators } from './validators.ts';

const banner = '// Generated from the schema of the same name by `npm run generate`. Do not edit.';

/** All generated files by path below the repository's root, with their text. */
export async function generateAll(): Promise<Map<string, string>> {
  return new Map([...(await generateTypes()), ...(await generateValidators()), ...(await generateReference())]);
}

/** The types, as `generateAll`. */
export async function generateTypes(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of ['sweep', 'fleet', 'task', 'record']) {
    const source = new URL(`../schemas/${name}.schema.json`, import.meta.url);
    const schema = JSON.parse(await readFile(source, 'utf8'));
    const text = await compile(schema, schema.title, {
      bannerComment: banner,
      additionalProperties: false,
      unreachableDefinitions: true,
      ignoreMinAndMaxItems: true,
      style: { singleQuote: true, printWidth: 120 },
    });
    files.set(`schemas/generated/${name}.ts`, text);
  }
  return files;
}

if (import.meta.main) {
  for (const [path, text] of await generateAll()) await writeFile(new URL(`../${path}`, import.meta.url), text);
}
