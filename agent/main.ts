// The command line of the agent. bin/edgewright-agent.mjs has checked the version of Node before this is loaded.
import { X509Certificate } from 'node:crypto';
import { hostname, networkInterfaces } from 'node:os';
import { formatPairingLink } from '@edgewright/core/link/pairing.js';
import { fingerprintOf } from '@edgewright/core/link/signature.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { Command, InvalidArgumentError } from 'commander';
import { type AgentOptions, readPem, startAgent } from './daemon/agent.ts';
import { defaultDataPath, openDataFolder } from './daemon/data.ts';
import { createLog, type Log } from './daemon/log.ts';
import { program, version } from './daemon/program.ts';
import { checkToken, readOrMakeToken, readToken } from './daemon/token.ts';
import { distrustKey, noKeys, readTrusted, trustKey } from './daemon/trust.ts';

/** Of the agent, unless --port says otherwise. Not registered by anybody at IANA. */
const defaultPort = 7317;

/** Exit codes: 0 done, 1 a failure that has a code, 2 a wrong command line. */
const exitCodes = { failed: 1, usage: 2 } as const;

interface Shared {
  readonly data: string;
  readonly json?: true;
}

interface ShowToken extends Shared {
  readonly link?: true;
  readonly host?: string;
  readonly port: number;
  readonly name: string;
  readonly tlsCert?: string;
}

interface Start extends Shared {
  readonly dial?: string;
  readonly host?: string;
  readonly port: number;
  readonly name: string;
  readonly tokenFile?: string;
  readonly ortPath?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly tlsCa?: string;
  readonly allowOrigin: readonly string[];
  readonly storeLimit?: number;
  readonly artifactLimit?: number;
  readonly deviceData?: string;
}

const command = new Command('edgewright-agent')
  .description('Measures sweeps on this device and serves them to workbenches.')
  .version(version, '-V, --version', 'show the version')
  .helpOption('-h, --help', 'show help')
  .helpCommand('help [command]', 'Show help for a command')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : exitCodes.usage));

shared(command.command('start', { isDefault: true }))
  .description('Start the agent (the default command): it listens, or dials with --dial')
  .option('--dial <url>', 'dial a workbench at ws://HOST:PORT instead of listening, and again when the link ends')
  .option('--host <address>', 'address to listen on (default: every address of this machine)')
  .option('--port <number>', 'port to listen on, 0 for any that is free', parsePort, defaultPort)
  .option('--name <name>', 'name of this device for people', hostname())
  .option(
    '--token-file <path>',
    'file with the pairing token (default: EDGEWRIGHT_TOKEN, else one made at the first start)',
  )
  .option('--ort-path <path>', 'folder of an onnxruntime-node of your own, as for the GPU of a Jetson')
  .option('--tls-cert <path>', 'certificate (PEM), to listen on wss://')
  .option('--tls-key <path>', 'key of the certificate (PEM)')
  .option('--tls-ca <path>', 'certificate (PEM) that the workbench of --dial must have')
  .option('--allow-origin <origin>', 'web page that may link, as https://HOST (default: none)', collect, [])
  .option('--store-limit <bytes>', 'bytes that the journal may take (default: 2 GiB)', parseBytes)
  .option('--device-data <folder>', 'folder of what was measured of this device (default: in that of --data)')
  .option('--artifact-limit <bytes>', 'bytes that the models of users may take (default: 32 GiB)', parseBytes)
  .action((options: Start) => guard(options, (log) => start(options, log)));

shared(command.command('token'))
  .description('Show the pairing token of this device')
  .option('--link', 'show it with address and certificate as one link a line, for `edgewright pair`')
  .option('--host <address>', 'of the link: address that the agent listens on (default: those of this machine)')
  .option('--port <number>', 'of the link: port that the agent listens on', parsePort, defaultPort)
  .option('--name <name>', 'of the link: name of this device for people', hostname())
  .option('--tls-cert <path>', 'of the link: certificate (PEM) of an agent that listens on wss://')
  .action((options: ShowToken) =>
    guard(options, () => {
      const { token } = readOrMakeToken(openDataFolder(options.data).token);
      const links = options.link ? linksOf(options, options.port, token) : undefined;
      console.log(options.json ? JSON.stringify({ token, ...(links && { links }) }) : (links?.join('\n') ?? token));
    }),
  );

shared(command.command('trust'))
  .description('List the keys whose tasks may have the rights of the agent, add one, or remove one')
  .argument('[key]', 'public key as `edgewright key` shows it; with --remove its fingerprint will do')
  .option('--remove', 'trust it no longer: within seconds its tasks with such rights end and wait')
  .option('--name <name>', 'whose it is, for people', '')
  .action((key: string | undefined, options: Shared & { readonly remove?: true; readonly name: string }) =>
    guard(options, () => {
      const { trusted } = openDataFolder(options.data);
      if (key === undefined && options.remove) {
        throw new CodedError('agent-option', '--remove needs a key.', '`edgewright-agent trust` lists them.');
      }
      if (key !== undefined && options.remove) distrustKey(trusted, key);
      else if (key !== undefined) trustKey(trusted, key, options.name);
      const keys = readTrusted(trusted).map((one) => ({ ...one, fingerprint: fingerprintOf(one.key) }));
      const lines = keys.map(({ fingerprint, key: of, name }) => `${fingerprint}  ${of}  ${name}`.trimEnd());
      if (options.json) console.log(JSON.stringify(keys));
      else console.log(lines.length > 0 ? lines.join('\n') : noKeys(trusted));
    }),
  );

shared(command.command('doctor'))
  .description('Say which runtimes, sensors and stores this device has, and what is missing')
  .option('--ort-path <path>', 'folder of an onnxruntime-node of your own')
  .action((options: Shared & { readonly ortPath?: string }) =>
    guard(options, async () => {
      const { examine, findingLine } = await import('./daemon/doctor.ts');
      const findings = await examine(openDataFolder(options.data), options.ortPath);
      console.log(options.json ? JSON.stringify(findings) : findings.map(findingLine).join('\n'));
    }),
  );

await command.parseAsync();

function shared(part: Command): Command {
  return part
    .option('--data <folder>', 'folder of the journal, the token and the artifacts', defaultDataPath(process.env))
    .helpOption('-h, --help', 'show help')
    .option('--json', 'write log lines and output as JSON')
    .configureOutput({ writeErr: (text) => process.stderr.write(text) });
}

async function start(options: Start, log: Log): Promise<void> {
  const folder = openDataFolder(options.data);
  const data = { ...folder, device: options.deviceData ?? folder.device };
  const token = chooseToken(options, data.token, log);
  const agent = await startAgent({
    data,
    token,
    name: options.name,
    log,
    link: linkOf(options),
    ortPath: options.ortPath,
    storeBytes: options.storeLimit,
    ...(options.artifactLimit !== undefined && { limits: { artifactStoreBytes: options.artifactLimit } }),
  });
  const scheme = options.tlsCert === undefined ? 'ws' : 'wss';
  const addresses =
    agent.port === undefined ? [] : addressesOf(options.host).map((host) => `${scheme}://${host}:${agent.port}`);
  log(
    'info',
    `${program} is ready`,
    agent.port === undefined ? {} : { port: agent.port, addresses: addresses.join(' ') },
  );
  if (options.tlsCert !== undefined) log('info', 'certificate', { sha256: sha256Of(options.tlsCert) });
  // To somebody who looks on, never to a log.
  if (agent.port !== undefined && process.stderr.isTTY && !options.json) {
    const [link] = linksOf(options, agent.port, token);
    process.stderr.write(`to pair with it: edgewright pair '${link}'\n`);
  }
  let isEnding = false;
  const end = (why: string): void => {
    // The second time somebody is in a hurry; the journal bears it.
    if (isEnding) process.exit(130);
    isEnding = true;
    log('info', `ends at ${why}`);
    agent.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error, log),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(signal));
  // Of a program that started it with a channel, for as long as it runs itself.
  process.once('disconnect', () => {
    if (!isEnding) end('the end of its parent');
  });
}

function chooseToken({ tokenFile }: Start, path: string, log: Log): string {
  if (tokenFile !== undefined) return readToken(tokenFile);
  const fromEnvironment = process.env.EDGEWRIGHT_TOKEN;
  if (fromEnvironment !== undefined) return checkToken(fromEnvironment, 'the environment variable EDGEWRIGHT_TOKEN');
  const { token, isNew } = readOrMakeToken(path);
  // Once: later `edgewright-agent token` shows it, so that logs do not.
  if (isNew) log('info', `pairing token: ${token}`);
  return token;
}

function linkOf(options: Start): AgentOptions['link'] {
  const { dial, tlsCert, tlsKey, tlsCa, host, port, allowOrigin } = options;
  if (dial !== undefined) {
    if (!/^wss?:\/\/[^/]/.test(dial)) {
      throw new CodedError(
        'agent-option',
        `--dial ${dial} is not an address of a WebSocket.`,
        'Write ws://HOST:PORT or wss://HOST:PORT.',
      );
    }
    return { kind: 'dial', url: dial, authority: tlsCa };
  }
  if ((tlsCert === undefined) !== (tlsKey === undefined)) {
    throw new CodedError(
      'agent-option',
      '--tls-cert and --tls-key belong together, only one is given.',
      'Give both, or none.',
    );
  }
  const tls = tlsCert === undefined || tlsKey === undefined ? undefined : { cert: tlsCert, key: tlsKey };
  return { kind: 'listen', host, port, tls, origins: allowOrigin };
}

/** A pairing link for each address that other machines can dial; for this machine alone where there is none. */
function linksOf({ host, name, tlsCert }: Pick<Start, 'host' | 'name' | 'tlsCert'>, port: number, token: string) {
  const [own, ...outer] = addressesOf(host);
  const certificate = tlsCert === undefined ? undefined : sha256Of(tlsCert);
  const hosts = outer.length > 0 ? outer : [own];
  return hosts.map((address) => formatPairingLink({ host: `${address}:${port}`, token, certificate, name }));
}

function sha256Of(certificate: string): string {
  return new X509Certificate(readPem(certificate)).fingerprint256.replaceAll(':', '').toLowerCase();
}

/** What other machines can dial. */
function addressesOf(host: string | undefined): string[] {
  if (host !== undefined && host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  const all = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  const outer = all.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address);
  return ['127.0.0.1', ...outer];
}

async function guard(options: Shared, work: (log: Log) => void | Promise<void>): Promise<void> {
  const log = createLog(
    options.json ? 'json' : 'text',
    (line) => process.stderr.write(`${line}\n`),
    () => new Date().toISOString(),
  );
  try {
    await work(log);
  } catch (error) {
    fail(error, log);
  }
}

function fail(error: unknown, log: Log): never {
  if (!(error instanceof CodedError)) throw error;
  log('error', `${error.message} ${error.fix}`, { code: error.code });
  process.exit(exitCodes.failed);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

function parseBytes(text: string): number {
  const bytes = Number(text);
  if (!/^\d+$/.test(text) || bytes < 2 ** 20) throw new InvalidArgumentError('A number of bytes, at least 1048576.');
  return bytes;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
