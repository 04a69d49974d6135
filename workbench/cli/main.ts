// The command line. Commands are loaded when they are called, so that `--version` and `--help` cost nothing.
import { CodedError } from '@edgewright/schemas/codes.js';
import { Command, CommanderError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { durationOf } from './duration.ts';
import { exitCodes, tellFailure } from './exit.ts';
import { type Io, systemIo } from './io.ts';

/** Settles with the exit code; rejects only for a bug. `argv` without the program's name. */
export async function runCommandLine(argv: readonly string[], io: Io = systemIo()): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = buildProgram(io, (code) => {
    exitCode = code;
  });
  const isJson = argv.includes('--json');
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return tellUsage(error, argv, io, isJson);
    return tellFailure(error, io, isJson);
  }
}

/** The program with every command; `onExit` hears the exit code of the one that runs. */
export function buildProgram(io: Io, onExit: (code: number) => void): Command {
  const program = new Command('edgewright')
    .description('Measure what edge devices can do with parametrised models, and say why.')
    .version(manifest.version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'Show help for a command')
    .showSuggestionAfterError()
    // `--version` is the program's before a command, and of `deploy` after it.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: () => {}, getOutHelpWidth: () => io.width });

  /** Runs what a loaded command returns. */
  const does =
    <A extends readonly unknown[]>(load: () => Promise<(io: Io, ...rest: A) => Promise<number>>) =>
    async (...rest: unknown[]) => {
      const run = await load();
      // The last argument is the Command itself.
      onExit(await run(io, ...(rest.slice(0, -1) as unknown as A)));
    };
  const command = (usage: string, description: string) =>
    program
      .command(usage)
      .description(description)
      .helpOption('-h, --help', 'show help')
      .option('--json', 'write the result as JSON (docs/cli.md has the form)');
  const onRuns = (made: Command) => made.option('--out <folder>', 'folder that holds the runs', 'runs');
  const toDevice = (made: Command) =>
    made
      .option('--token-file <file>', 'file with the pairing token')
      .option('--certificate <sha256>', 'SHA-256 of the TLS certificate of a wss:// address, to pin it');
  const devices = (made: Command) =>
    toDevice(made)
      .option('-d, --device <address>', 'device at ws://HOST:PORT; may be repeated', collect)
      .option('-f, --fleet <file>', 'devices of a fleet file')
      .option('--on <selection>', 'only NAME or LABEL=VALUE of the fleet; may be repeated', collect);
  const tokens = (made: Command) =>
    made.option('--token-file <file>', 'file with the pairing token, instead of the one of the run');

  command('check <file...>', 'Check sweep, task and fleet documents').action(
    does(async () => (await import('./commands/check.ts')).checkFiles),
  );
  command('estimate <file>', 'List the points of a sweep with their costs, and estimate its time')
    .option('--like <run>', 'estimate the time with the ceilings measured in a run')
    .option('--out <folder>', 'folder that holds the runs', 'runs')
    .option('--all', 'list every row, not the first 20 of a model')
    .action(does(async () => (await import('./commands/estimate.ts')).estimateSweep));
  onRuns(devices(command('run <file>', 'Run a sweep on devices and collect its records')))
    .addOption(new Option('--listen <port>', 'listen on this port for agents that dial in').argParser(portOf))
    .addOption(new Option('--expect <count>', 'agents to wait for with --listen').argParser(countOf).default(1))
    .option('--detach', 'start the run on the devices and leave')
    .action(does(async () => (await import('./commands/run.ts')).runSweep));
  onRuns(tokens(command('resume <run>', 'Collect what a run has not collected yet')))
    .addOption(new Option('--listen <port>', 'listen on this port for agents that dial in').argParser(portOf))
    .action(does(async () => (await import('./commands/resume.ts')).resumeRun));
  onRuns(tokens(command('rerun <run>', 'Measure the failed points of a run again, as a run of its own')))
    .addOption(new Option('--listen <port>', 'listen on this port for agents that dial in').argParser(portOf))
    .option('--detach', 'start the run on the devices and leave')
    .action(does(async () => (await import('./commands/rerun.ts')).rerunFailures));
  onRuns(
    devices(
      command(
        'watch <name>',
        'Follow a run that goes on: collect it, or look on where another workbench does; with a device, a task there',
      ),
    ),
  )
    .addOption(new Option('--listen <port>', 'listen on this port for agents that dial in').argParser(portOf))
    .addOption(new Option('--for <duration>', 'of a task: leave after that time, as 10s').argParser(durationOf))
    .action(does(async () => (await import('./commands/watch.ts')).watch));
  for (const [verb, does_] of [
    ['pause', 'Pause a run on its devices after the current point'],
    ['continue', 'Go on with a paused run'],
    ['cancel', 'End a run on its devices; what was measured stays'],
  ] as const) {
    onRuns(tokens(command(`${verb} <run>`, does_))).action(
      does(async () => {
        const { askControl } = await import('./commands/control.ts');
        return (given: Io, run: string, options: Parameters<typeof askControl>[3]) =>
          askControl(given, verb, run, options);
      }),
    );
  }
  onRuns(command('runs', 'List the runs')).action(does(async () => (await import('./commands/runs.ts')).listRuns));
  onRuns(command('show <run>', 'Show how far a run is, its verdicts and its failures')).action(
    does(async () => (await import('./commands/show.ts')).showRun),
  );
  onRuns(command('report <run>', 'Write the report of a run as one HTML file'))
    .option('-o, --output <file>', 'file to write; without it report.html in the run folder')
    .action(does(async () => (await import('./commands/report.ts')).reportRun));
  onRuns(command('compare <run> [other]', 'Compare two runs, or two runtimes of one, and write a report of both'))
    .option('-o, --output <file>', 'file to write; without it only the sentences are shown')
    .addOption(
      new Option('--by <axis>', 'what makes the two sides').choices(['run', 'device', 'runtime']).default('run'),
    )
    .action(does(async () => (await import('./commands/compare.ts')).compareRuns));
  onRuns(command('export <run>', 'Write the records of a run as a table'))
    .addOption(new Option('--format <format>', 'form of the file').choices(['csv', 'parquet']).makeOptionMandatory())
    .requiredOption('-o, --output <file>', 'file to write')
    .action(does(async () => (await import('./commands/export.ts')).exportRun));
  devices(command('devices', 'Describe devices: what they are and which runtimes they have')).action(
    does(async () => (await import('./commands/devices.ts')).describeDevices),
  );
  toDevice(command('pair <address>', 'Try the pairing token of a device, or its pairing link, and store it')).action(
    does(async () => (await import('./commands/pair.ts')).pairWith),
  );
  command('forget <device>', 'Remove the stored pairing of a device, by its address or name').action(
    does(async () => (await import('./commands/forget.ts')).forgetDevice),
  );
  toDevice(command('doctor <address>', 'Find out step by step why a device does not work')).action(
    does(async () => (await import('./commands/doctor.ts')).examineDevice),
  );
  command('verify <folder...>', 'Compile test cases of ONNX, run them here and compare what comes out')
    .addOption(new Option('--runtime <runtime>', 'what runs them').choices(['jit']).default('jit'))
    .addOption(new Option('--rtol <ratio>', 'relative tolerance; without it 0.001').argParser(toleranceOf))
    .addOption(
      new Option('--atol <number>', `absolute tolerance; without it 1e-7, and 1e-6 for ONNX's cases of DFT`).argParser(
        toleranceOf,
      ),
    )
    .addOption(new Option('--timeout <seconds>', 'time that a case may take').argParser(secondsOf).default(60))
    .option('--all', 'list every case, not only those that did not pass')
    .action(does(async () => (await import('./commands/verify.ts')).verifyFolders));
  const somewhere = (made: Command) =>
    devices(made.option('--local', 'on this machine, by an agent that is started for it'));
  somewhere(command('diff <model>', 'Compare every value of an ONNX model as jit makes it with onnxruntime'))
    .option('--dim <name=size>', 'size of a symbolic dimension; may be repeated', collect)
    .option('--inputs <folder>', 'folder with input_0.pb .., in place of random inputs')
    .addOption(new Option('--seed <number>', 'of the random inputs').argParser(seedOf).default(1))
    .addOption(new Option('--rtol <ratio>', 'tolerance, of each element').argParser(toleranceOf).default(1e-3))
    .addOption(new Option('--atol <ratio>', 'tolerance, of the greatest element').argParser(toleranceOf).default(1e-5))
    .addOption(new Option('--timeout <seconds>', 'time that it may take').argParser(secondsOf).default(300))
    .option('--all', 'list every value, not the 10 that are furthest off')
    .action(does(async () => (await import('./commands/diff.ts')).diffModel));
  somewhere(
    command('explain <model>', 'Show what the compiler makes of an ONNX model, pass by pass and kernel by kernel'),
  )
    .option('--dim <name=size>', 'size of a symbolic dimension; may be repeated', collect)
    .option('--without <passes>', 'passes to leave out, as fuse,vertical')
    .option('--all', `list every kernel, not the first 40`)
    .action(does(async () => (await import('./commands/explain.ts')).explainModel));
  somewhere(
    command(
      'simulate <task...>',
      'Run tasks over recorded events, or their own tests: what fires, why, and what leaves',
    ),
  )
    .option('--execute', 'let the model and the script run on what fires, by a device or by this machine')
    .option('-e, --events <file>', 'recording: JSON Lines with time, event and its fields')
    .option('--until <time>', 'let the clock go on after the last event: a duration, or a time in ISO 8601')
    .option('--strict', 'stop at the first line that cannot be used')
    .option('--quiet', 'write the summary alone')
    .action(does(async () => (await import('./commands/simulate.ts')).simulateTasks));
  devices(command('deploy <file>', 'Let devices have a task, with its model and its script, from now on'))
    .addOption(new Option('--version <tag>', "the author's name for it, as a git tag").default('', 'none'))
    .action(does(async () => (await import('./commands/deploy.ts')).deployTo));
  devices(command('undeploy <task>', 'Remove a task from devices, by its name or its document')).action(
    does(async () => (await import('./commands/deploy.ts')).undeployFrom),
  );
  devices(command('tasks', 'List the tasks of devices: state, firings, latency, bytes kept and sent')).action(
    does(async () => (await import('./commands/tasks.ts')).showTasks),
  );
  devices(command('record <task>', 'Record the events of a task on a device, as far as its privacy lets them leave'))
    .addOption(new Option('--for <duration>', 'how long, as 10s').argParser(durationOf).makeOptionMandatory())
    .requiredOption('-o, --output <file>', 'recording to write: JSON Lines, as `simulate` reads them')
    .action(does(async () => (await import('./commands/record.ts')).recordEvents));
  command('key', 'Show the public key that tasks are signed with; it is made where there is none').action(
    does(async () => (await import('./commands/key.ts')).showKey),
  );
  command('codes [code]', 'Explain an error code, or list all').action(
    does(async () => (await import('./commands/codes.ts')).explainCodes),
  );
  return program;
}

function tellUsage(error: CommanderError, argv: readonly string[], io: Io, isJson: boolean): number {
  if (error.exitCode === 0) return exitCodes.ok;
  const message = error.message.replace(/^error: /, '').replaceAll('\n', ' ');
  const named = argv.find((word) => !word.startsWith('-'));
  const isKnown = error.code !== 'commander.unknownCommand' && error.code !== 'commander.help' && named !== undefined;
  const what = error.code === 'commander.help' ? 'no command was given' : message;
  const fix = `See \`edgewright ${isKnown ? `${named} ` : ''}--help\`.`;
  return tellFailure(new CodedError('usage', `${sentence(what)}`, fix), io, isJson);
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?)]$/.test(capital) ? capital : `${capital}.`;
}

function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536 && text !== '') return port;
  throw new CodedError('usage', `"${text}" is no port.`, 'Give a number from 0 to 65535.');
}

function countOf(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new CodedError('usage', `"${text}" is no count of agents.`, 'Give a number from 1.');
}

function toleranceOf(text: string): number {
  const number = Number(text);
  if (text !== '' && Number.isFinite(number) && number >= 0) return number;
  throw new CodedError('usage', `"${text}" is no tolerance.`, 'Give a number from 0, as 1e-3.');
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (text !== '' && Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return seed;
  throw new CodedError('usage', `"${text}" is no seed.`, 'Give a whole number from 0.');
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  // A timer counts milliseconds in 31 bits.
  if (text !== '' && seconds > 0 && seconds <= 2_000_000) return seconds;
  throw new CodedError('usage', `"${text}" is no time in seconds.`, 'Give a number above 0.');
}
