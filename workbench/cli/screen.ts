// Lines that are redrawn in place. A picture goes out in one write that overwrites the last one, so nothing flickers, and
// its lines may come and go; `log-update` 7 draws wrong when a picture grows or shrinks above lines that stay.
import stringWidth from 'string-width';

export interface Screen {
  /** Lines must fit the columns of the terminal. */
  draw(lines: readonly string[]): void;
  /** Leaves the last picture where it is and shows the cursor again. */
  close(): void;
}

/** `columns` is asked at each picture, as a window may change. */
export function createScreen(write: (text: string) => void, columns: () => number): Screen {
  let last: readonly string[] = [];
  const show = () => write(codes.showCursor);
  process.once('exit', show);
  write(codes.hideCursor);
  return {
    draw(lines) {
      write(pictureOver(last, lines, columns()));
      last = lines;
    },
    close() {
      process.off('exit', show);
      show();
    },
  };
}

/** What replaces the picture `last`, above the cursor, by `lines`. */
export function pictureOver(last: readonly string[], lines: readonly string[], columns: number): string {
  // A window that became narrower has broken the longer lines.
  const rows = last.reduce((sum, line) => sum + Math.max(1, Math.ceil(stringWidth(line) / columns)), 0);
  const up = rows === 0 ? '' : `\u001b[${rows}A`;
  const drawn = lines.map((line) => `${line}${codes.eraseRest}\n`).join('');
  return `${codes.begin}\r${up}${drawn}${codes.eraseBelow}${codes.end}`;
}

const codes = {
  hideCursor: '\u001b[?25l',
  showCursor: '\u001b[?25h',
  /** Synchronised output: a terminal that knows it shows the picture at once; others ignore it. */
  begin: '\u001b[?2026h',
  end: '\u001b[?2026l',
  eraseRest: '\u001b[K',
  eraseBelow: '\u001b[J',
} as const;
