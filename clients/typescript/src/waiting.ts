/** When to ask again: after 429 and 503 that say when, for then nothing was done. */

const STATUSES: readonly number[] = [429, 503];

/** Milliseconds to wait before the next try; null where there is to be none. */
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
