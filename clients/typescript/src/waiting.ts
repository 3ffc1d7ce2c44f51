/** When to ask again, and when to give up on what says nothing. */

const STATUSES: readonly number[] = [429, 503];

/** Milliseconds to wait after 429 and 503 that say when, for then nothing was done; null after anything else. */
export function pauseAfter(answer: Response, longest: number): number | null {
  const header = answer.headers.get("retry-after");
  if (!STATUSES.includes(answer.status) || header === null) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  if (Number.isNaN(seconds) || seconds > longest) return null;
  return Math.max(0, seconds) * 1000 + Math.random() * 250; // so that not all come back at once
}

/** Resolves after a while. Rejects with the signal's reason when that is sooner. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener("abort", stopped, { once: true });
    function done(): void {
      signal?.removeEventListener("abort", stopped);
      resolve();
    }
    function stopped(): void {
      clearTimeout(timer);
      reject(signal?.reason);
    }
  });
}

/** A signal that aborts when nothing was `heard` for so long, when the other one does, or at the `end`. */
export function listen(milliseconds: number, other: AbortSignal | undefined) {
  const quiet = new AbortController();
  const silent = () => quiet.abort(new Error(`nothing heard for ${milliseconds} ms`));
  let timer = setTimeout(silent, milliseconds);
  return {
    signal: other ? AbortSignal.any([other, quiet.signal]) : quiet.signal,
    heard(): void {
      clearTimeout(timer);
      timer = setTimeout(silent, milliseconds);
    },
    end(): void {
      clearTimeout(timer);
      quiet.abort();
    },
  };
}
