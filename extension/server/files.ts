// Models of the user, read again only once they change: a document is expanded far more often than its models are.
import { stat } from 'node:fs/promises';

interface Kept<T> {
  /** Changes where the file does. */
  readonly stamp: string;
  /** Rejects where the file is no model, again for each who asks. */
  readonly model: Promise<T | undefined>;
}

/** Undefined where there is no file. `most`: models kept. */
export function cachedReader<T>(
  read: (path: string) => Promise<T | undefined>,
  most = 16,
): (path: string) => Promise<T | undefined> {
  const kept = new Map<string, Kept<T>>();
  return async (path) => {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || !found.isFile()) {
      kept.delete(path);
      return undefined;
    }
    const stamp = `${found.mtimeMs} ${found.size} ${found.ino}`;
    const earlier = kept.get(path);
    if (earlier?.stamp === stamp) return earlier.model;
    const model = read(path);
    // Who asks sees a rejection; the copy that is kept must not be one that nobody handles.
    model.catch(() => undefined);
    kept.delete(path);
    kept.set(path, { stamp, model });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return model;
  };
}
