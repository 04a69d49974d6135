// The agent's log: lines on standard error, for people or, with --json, for programs.

export type Level = 'info' | 'warning' | 'error';

export type Log = (level: Level, message: string, fields?: Readonly<Record<string, string | number>>) => void;

export function createLog(form: 'text' | 'json', write: (line: string) => void, date: () => string): Log {
  return (level, message, fields = {}) => {
    if (form === 'json') write(JSON.stringify({ time: date(), level, message, ...fields }));
    else {
      const details = Object.entries(fields).map(([name, value]) => ` ${name}=${value}`);
      write(`${date()} ${level === 'info' ? '' : `${level}: `}${message}${details.join('')}`);
    }
  };
}
