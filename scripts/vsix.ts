// `npm run package`: writes the extension as one file that VS Code installs, dist/edgewright-<version>.vsix. A VSIX is
// a zip: the extension below extension/, a manifest of the gallery beside it, and the media types of what is inside
// [Open Packaging Conventions, ECMA-376 part 2]. The same sources give the same bytes.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { bundleExtension } from './bundle.ts';

const root = new URL('..', import.meta.url).pathname;
const limit = 5 * 2 ** 20;

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly displayName: string;
  readonly description: string;
  readonly version: string;
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly extensionKind: readonly string[];
}

/** What only the repository needs of the manifest. */
const ofTheRepository = new Set(['dependencies', 'devDependencies', 'scripts', 'exports', 'private']);

const mediaTypes: Readonly<Record<string, string>> = {
  '.cjs': 'application/javascript',
  '.css': 'text/css',
  '.js': 'application/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain',
  '.vsixmanifest': 'text/xml',
  '.wasm': 'application/wasm',
  '.yaml': 'text/yaml',
};

const manifest: Manifest = JSON.parse(await readFile(`${root}extension/package.json`, 'utf8'));
const target = `dist/${manifest.name}-${manifest.version}.vsix`;
const files = await collect();
const bytes = pack(files);
await mkdir(`${root}dist`, { recursive: true });
await writeFile(`${root}${target}`, bytes);
print();
if (bytes.length > limit) {
  console.error(`${target} has ${inMegabytes(bytes.length)} and may have ${inMegabytes(limit)}: see above what grew`);
  process.exitCode = 1;
}

/** Everything below extension/ in the package, by path, in order. */
async function collect(): Promise<Map<string, Uint8Array>> {
  const out = `${root}dist/edgewright-extension`;
  await bundleExtension({ out, isMinified: true });
  const shipped = Object.fromEntries(Object.entries(manifest).filter(([key]) => !ofTheRepository.has(key)));
  const found = new Map<string, Uint8Array>([
    ['package.json', new TextEncoder().encode(`${JSON.stringify(shipped, null, 2)}\n`)],
    ...(await folder(out, 'dist')),
    ...(await folder(`${root}extension/media`, 'media')),
  ]);
  for (const [path, source] of [
    ['README.md', 'extension/README.md'],
    ['CHANGELOG.md', 'CHANGELOG.md'],
    ['LICENSE.txt', 'LICENSE'],
    ['schemas/sweep.schema.json', 'schemas/sweep.schema.json'],
    ['schemas/fleet.schema.json', 'schemas/fleet.schema.json'],
    ['schemas/task.schema.json', 'schemas/task.schema.json'],
  ] as const) {
    found.set(path, await readFile(`${root}${source}`));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function folder(from: string, to: string): Promise<[string, Uint8Array][]> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry): Promise<[string, Uint8Array]> => {
        const path = `${entry.parentPath}/${entry.name}`;
        return [`${to}${path.slice(from.length)}`, await readFile(path)];
      }),
  );
}

function pack(contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const zip: Zippable = {
    '[Content_Types].xml': new TextEncoder().encode(contentTypes(contents.keys())),
    'extension.vsixmanifest': new TextEncoder().encode(galleryManifest(contents)),
  };
  for (const [path, content] of contents) zip[`extension/${path}`] = content;
  // The first moment that a zip can tell, in the local time that it tells it in.
  return zipSync(zip, { level: 9, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o644 << 16 });
}

function contentTypes(paths: Iterable<string>): string {
  const endings = new Set(['.vsixmanifest', ...[...paths].map((path) => extname(path))]);
  const rows = [...endings].sort().map((ending) => {
    const type = mediaTypes[ending];
    if (type === undefined) throw new Error(`no media type is known for "${ending}": add it to scripts/vsix.ts`);
    return `<Default Extension="${ending}" ContentType="${type}"/>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${rows.join('')}</Types>\n`;
}

/** What the gallery and VS Code's installer read of the package. */
function galleryManifest(contents: ReadonlyMap<string, Uint8Array>): string {
  const properties = {
    Engine: manifest.engines.vscode,
    ExtensionKind: manifest.extensionKind.join(','),
    ExecutesCode: 'true',
  };
  const assets = {
    'Microsoft.VisualStudio.Code.Manifest': 'package.json',
    'Microsoft.VisualStudio.Services.Content.Details': 'README.md',
    'Microsoft.VisualStudio.Services.Content.Changelog': 'CHANGELOG.md',
    'Microsoft.VisualStudio.Services.Content.License': 'LICENSE.txt',
    'Microsoft.VisualStudio.Services.Icons.Default': manifest.icon,
  };
  for (const path of Object.values(assets)) {
    if (!contents.has(path)) throw new Error(`the package would lack ${path}, which its manifest names`);
  }
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${manifest.name}" Version="${manifest.version}" Publisher="${manifest.publisher}"/>
    <DisplayName>${escaped(manifest.displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(manifest.description)}</Description>
    <Tags>${escaped(manifest.keywords.join(','))}</Tags>
    <Categories>${escaped(manifest.categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
${Object.entries(properties)
  .map(([name, value]) => `      <Property Id="Microsoft.VisualStudio.Code.${name}" Value="${escaped(value)}"/>`)
  .join('\n')}
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/${manifest.icon}</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
${Object.entries(assets)
  .map(([type, path]) => `    <Asset Type="${type}" Path="extension/${path}" Addressable="true"/>`)
  .join('\n')}
  </Assets>
</PackageManifest>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function print(): void {
  for (const [path, content] of files) console.log(`${String(content.length).padStart(9)}  extension/${path}`);
  console.log(`${target}: ${files.size} files, ${inMegabytes(bytes.length)} packed`);
}

function inMegabytes(size: number): string {
  return `${(size / 2 ** 20).toFixed(2)} MB`;
}
